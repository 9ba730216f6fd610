namespace Exams.Domain.Webhooks;

/// <summary>How far a delivery is.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its first or next attempt.</summary>
    Pending,

    /// <summary>The receiver answered with a status from 200 to 299.</summary>
    Delivered,

    /// <summary>It was given up: the receiver refused it again and again while it took others. It can be replayed.</summary>
    Failed,

    /// <summary>It was not sent: by then the webhook's owner might not hear of the event any more.</summary>
    Withheld,
}
