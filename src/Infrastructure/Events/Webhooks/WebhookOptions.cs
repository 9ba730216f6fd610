using System.Net;

namespace Exams.Infrastructure.Events.Webhooks;

/// <summary>Where webhooks may deliver to.</summary>
public sealed record WebhookOptions
{
    /// <summary>Whether http will do for this machine itself, and this machine may be reached at all: for trying things out.</summary>
    public bool IsLoopbackOpen { get; init; }

    /// <summary><c>EXAMS_WEBHOOK_NETWORKS</c>: networks that may be reached though they are not public.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; init; } = [];

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
