using Exams.Domain.Vocabulary;

namespace Exams.Domain.Qualifications;

/// <summary>A syllabus: what a candidate is entered for. Its code tells the qualification.</summary>
public sealed class Syllabus
{
    /// <summary>Makes a syllabus.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="title">Its title.</param>
    /// <param name="qualification">The qualification it leads to.</param>
    /// <param name="disallowedWith">The syllabuses that it may not be combined with.</param>
    /// <param name="isOpenToPrivate">Whether private candidates may be entered for it.</param>
    public Syllabus(
        SyllabusCode code, DisplayName title, QualificationCode qualification, IEnumerable<SyllabusCode>? disallowedWith = null, bool isOpenToPrivate = true)
    {
        Code = code;
        Title = title;
        Qualification = qualification;
        DisallowedWith = [.. (disallowedWith ?? []).Distinct().Order()];
        IsOpenToPrivate = isOpenToPrivate;
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

    /// <summary>The syllabuses that a candidate may not take with it in one series, sorted (rule 7). It is enough that one of two names the other.</summary>
    public IReadOnlyList<SyllabusCode> DisallowedWith { get; private set; } = [];

    /// <summary>Whether private candidates may be entered for it.</summary>
    /// <remarks>Rule 13.</remarks>
    public bool IsOpenToPrivate { get; private set; } = true;
}
