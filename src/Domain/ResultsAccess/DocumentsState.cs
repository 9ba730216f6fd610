namespace Exams.Domain.ResultsAccess;

/// <summary>How far the documents of one printing are.</summary>
public enum DocumentsState
{
    /// <summary>Ordered; nothing is printed yet.</summary>
    Pending,

    /// <summary>Pages are being printed.</summary>
    Printing,

    /// <summary>Printing waits for something the machine lacks; the reason says for what.</summary>
    Waiting,

    /// <summary>The PDF and the ZIP can be downloaded.</summary>
    Ready,

    /// <summary>Printing was given up; the reason says why.</summary>
    Failed,

    /// <summary>Gone: their time was up, or newer documents took their place.</summary>
    Expired,
}
