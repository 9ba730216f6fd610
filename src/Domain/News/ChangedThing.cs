namespace Exams.Domain.News;

/// <summary>The kinds of things whose changes can be asked for.</summary>
public enum ChangedThing
{
    /// <summary>Candidates, with what the centre says about them.</summary>
    Candidate,

    /// <summary>Entries.</summary>
    Entry,
}
