namespace Exams.Domain.Webhooks;

/// <summary>Whether a webhook delivers.</summary>
public enum WebhookState
{
    /// <summary>It delivers.</summary>
    Active,

    /// <summary>It waits until somebody resumes it; nothing is lost meanwhile.</summary>
    Paused,
}

/// <summary>Why a webhook waits.</summary>
public enum PauseReason
{
    /// <summary>Somebody paused it.</summary>
    ByHand,

    /// <summary>Nothing had arrived for three days.</summary>
    Failing,

    /// <summary>The client for which it delivered was revoked. It cannot be resumed, and what waited was withheld.</summary>
    OwnerRevoked,
}
