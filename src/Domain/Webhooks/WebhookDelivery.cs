namespace Exams.Domain.Webhooks;

/// <summary>One event on its way to one webhook.</summary>
public sealed class WebhookDelivery
{
    private static readonly TimeSpan[] _ladder =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(24),
    ];

    /// <summary>Makes a delivery.</summary>
    /// <param name="webhook">The webhook's row.</param>
    /// <param name="sequence">The number of the event; null to try the address without any.</param>
    /// <param name="at">Now.</param>
    /// <param name="replayOf">The delivery that it repeats.</param>
    public WebhookDelivery(long webhook, long? sequence, DateTimeOffset at, long? replayOf = null)
    {
        WebhookRow = webhook;
        Sequence = sequence;
        CreatedAt = at;
        NextAttemptAt = at;
        ReplayOf = replayOf;
    }

    private WebhookDelivery()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The webhook's row.</summary>
    public long WebhookRow { get; private set; }

    /// <summary>The number of the event; null when only the address is tried.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The delivery that it repeats; null when it repeats none.</summary>
    public long? ReplayOf { get; private set; }

    /// <summary>How far it is.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it is attempted next; null once it has ended.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>When it ended; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How often it was attempted.</summary>
    public int AttemptCount { get; private set; }

    /// <summary>When it was attempted first; null before that.</summary>
    public DateTimeOffset? FirstAttemptAt { get; private set; }

    /// <summary>Whether the address is only tried.</summary>
    public bool IsTest => Sequence is null;

    /// <summary>It arrived.</summary>
    /// <param name="now">Now.</param>
    public void Arrived(DateTimeOffset now)
    {
        Count(now);
        End(DeliveryState.Delivered, now);
    }

    /// <summary>It may not be sent any more.</summary>
    /// <param name="now">Now.</param>
    public void Withhold(DateTimeOffset now) => End(DeliveryState.Withheld, now);

    /// <summary>It waits without having been attempted.</summary>
    /// <param name="until">Until when.</param>
    public void Wait(DateTimeOffset until) => NextAttemptAt = until;

    /// <summary>An attempt failed: it is attempted again, until the end of the ladder. Beyond that it is given up only when other things arrived since it was
    /// attempted first; where nothing arrives, it is not its own fault, and the webhook pauses before anything is lost.</summary>
    /// <param name="now">Now.</param>
    /// <param name="failingSince">Since when nothing arrives at all.</param>
    public void Failed(DateTimeOffset now, DateTimeOffset? failingSince)
    {
        Count(now);
        if (IsTest || (AttemptCount > _ladder.Length && failingSince > FirstAttemptAt))
        {
            End(DeliveryState.Failed, now);
        }
        else
        {
            NextAttemptAt = now + _ladder[Math.Min(AttemptCount, _ladder.Length) - 1];
        }
    }

    private void Count(DateTimeOffset now)
    {
        AttemptCount++;
        FirstAttemptAt ??= now;
    }

    private void End(DeliveryState state, DateTimeOffset now) => (State, EndedAt, NextAttemptAt) = (state, now, null);
}
