using Exams.Domain.Vocabulary;

namespace Exams.Domain.Qualifications;

/// <summary>An option of a syllabus in a series and a zone: one combination of components.</summary>
/// <remarks>Options change from series to series and from zone to zone (rule 5, traps T12 and T13).</remarks>
public sealed class EntryOption
{
    /// <summary>Makes an option.</summary>
    /// <param name="series">The series.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="syllabus">The syllabus.</param>
    /// <param name="option">Its code, perhaps blank.</param>
    /// <param name="components">The components, at least one.</param>
    /// <param name="carryForward">Which marks it takes over from an earlier series.</param>
    public EntryOption(
        Series series, Zone zone, SyllabusCode syllabus, OptionCode option, IEnumerable<ComponentCode> components,
        CarryForward carryForward = CarryForward.None)
    {
        Series = series;
        Zone = zone;
        Syllabus = syllabus;
        Option = option;
        Components = [.. components];
        CarryForward = carryForward;
    }

    private EntryOption()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The zone.</summary>
    public Zone Zone { get; private set; }

    /// <summary>The syllabus.</summary>
    public SyllabusCode Syllabus { get; private set; }

    /// <summary>The option's code; unique with the three above.</summary>
    public OptionCode Option { get; private set; }

    /// <summary>The components that are taken together.</summary>
    public IReadOnlyList<ComponentCode> Components { get; private set; } = [];

    /// <summary>Which marks it takes over from an earlier series.</summary>
    /// <remarks>Rule 10.</remarks>
    public CarryForward CarryForward { get; private set; }
}
