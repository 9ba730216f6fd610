namespace Exams.Rehearsal.Sync;

/// <summary>A pupil as the school's system knows them.</summary>
/// <param name="centre">The school.</param>
/// <param name="key">The system's own key.</param>
/// <param name="name">The name.</param>
/// <param name="born">The date of birth, by which the service tells a new name from another pupil.</param>
internal sealed class Pupil(string centre, string key, string name, string born)
{
    public string Centre { get; } = centre;

    public string Key { get; } = key;

    public string Name { get; set; } = name;

    public string Born { get; set; } = born;

    /// <summary>The candidate number, once the service gave one.</summary>
    public string? Number { get; set; }

    /// <summary>Whether the service must still be told of the name.</summary>
    public bool IsToTell { get; set; } = true;

    /// <summary>The pupil's entries by syllabus.</summary>
    public SortedDictionary<string, WantedEntry> Entries { get; } = new(StringComparer.Ordinal);
}

/// <summary>An entry as the school's system knows it.</summary>
internal sealed class WantedEntry
{
    public required string Option { get; set; }

    /// <summary>Whether the service ever heard of it.</summary>
    public bool IsThere { get; set; }

    /// <summary>Whether it was withdrawn.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>Whether the service must still be told.</summary>
    public bool IsToTell { get; set; }
}
