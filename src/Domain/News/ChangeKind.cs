namespace Exams.Domain.News;

/// <summary>What became of a thing. Nothing is ever deleted: what is withdrawn stays, in that state.</summary>
public enum ChangeKind
{
    /// <summary>It is there; told of everything to whoever begins with nothing.</summary>
    Current,

    /// <summary>It was made, or stands again after it was withdrawn.</summary>
    Made,

    /// <summary>Something about it was changed.</summary>
    Changed,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,

    /// <summary>It went to another centre, where a new one stands for it.</summary>
    Transferred,
}
