using Exams.Domain.Vocabulary;

namespace Exams.Domain.Qualifications;

/// <summary>A syllabus: what a candidate is entered for. Its code tells the qualification.</summary>
public sealed class Syllabus
{
    /// <summary>Makes a syllabus.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="title">Its title.</param>
    /// <param name="qualification">The qualification it leads to.</param>
    public Syllabus(SyllabusCode code, DisplayName title, QualificationCode qualification)
    {
        Code = code;
        Title = title;
        Qualification = qualification;
    }

    private Syllabus()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The code, unique.</summary>
    public SyllabusCode Code { get; private set; }

    /// <summary>The title.</summary>
    public DisplayName Title { get; private set; }

    /// <summary>The qualification it leads to.</summary>
    public QualificationCode Qualification { get; private set; }
}
