namespace Exams.Domain.ResultsAccess;

/// <summary>A link that fetches one document once, within a minute, without a session: for a browser's own download.</summary>
public sealed class DownloadLink
{
    /// <summary>How long a link lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    /// <summary>Makes a link.</summary>
    /// <param name="tokenHash">The hash of its token.</param>
    /// <param name="documentName">The opaque name of the document.</param>
    /// <param name="sessionId">The session that asked for it; with its end the link is over, too.</param>
    /// <param name="at">Now.</param>
    public DownloadLink(byte[] tokenHash, string documentName, long sessionId, DateTimeOffset at)
    {
        TokenHash = tokenHash;
        DocumentName = documentName;
        SessionId = sessionId;
        ExpiresAt = at + Life;
    }

    private DownloadLink()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The hash of the token; unique.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The opaque name of the document.</summary>
    public string DocumentName { get; private set; } = "";

    /// <summary>The session that asked for it.</summary>
    public long SessionId { get; private set; }

    /// <summary>When it is over.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used; it serves once.</summary>
    public DateTimeOffset? UsedAt { get; private set; }
}
