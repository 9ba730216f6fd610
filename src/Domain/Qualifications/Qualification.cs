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
    /// <param name="level">Its level; its own code when left out.</param>
    public Qualification(QualificationCode code, DisplayName name, GradeScale scale, QualificationCode? level = null)
    {
        Code = code;
        Name = name;
        Scale = scale;
        Level = level ?? code;
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

    /// <summary>The level it stands at, named by the code of one qualification at that level: two qualifications of one level have the same.</summary>
    /// <remarks>A candidate does not sit the same title twice at one level (rule 7), such as IGCSE and IGCSE (9-1).</remarks>
    public QualificationCode Level { get; private set; }
}
