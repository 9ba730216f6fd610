using Exams.Domain.Vocabulary;

namespace Exams.Domain.Qualifications;

/// <summary>A qualification that the board awards, with the scale of its grades.</summary>
/// <remarks>Release dates are set per qualification (trap T3).</remarks>
public sealed class Qualification
{
    /// <summary>Makes a qualification.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="name">Its name.</param>
    /// <param name="scale">Its grades.</param>
    public Qualification(QualificationCode code, DisplayName name, GradeScale scale)
    {
        Code = code;
        Name = name;
        Scale = scale;
    }

    private Qualification()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The code, unique.</summary>
    public QualificationCode Code { get; private set; }

    /// <summary>The name.</summary>
    public DisplayName Name { get; private set; }

    /// <summary>The grades it can award.</summary>
    public GradeScale Scale { get; private set; } = GradeScale.Igcse;
}
