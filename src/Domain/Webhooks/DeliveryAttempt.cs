namespace Exams.Domain.Webhooks;

/// <summary>One attempt to deliver.</summary>
public sealed class DeliveryAttempt
{
    /// <summary>Keeps an attempt.</summary>
    /// <param name="delivery">The delivery's row.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="at">When it began.</param>
    public DeliveryAttempt(long delivery, AttemptOutcome outcome, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        DeliveryRow = delivery;
        At = at;
        DurationMs = (int)Math.Min(outcome.Duration.TotalMilliseconds, int.MaxValue);
        StatusCode = outcome.StatusCode;
        Fault = outcome.Fault;
        Excerpt = outcome.Excerpt;
    }

    private DeliveryAttempt()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The delivery's row.</summary>
    public long DeliveryRow { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How long it took, in milliseconds.</summary>
    public int DurationMs { get; private set; }

    /// <summary>The status of the answer; null when none came.</summary>
    public int? StatusCode { get; private set; }

    /// <summary>Why none came, or why it does not count; null when the answer says it all.</summary>
    public AttemptFault? Fault { get; private set; }

    /// <summary>How the answer's body begins; null when there was none.</summary>
    public string? Excerpt { get; private set; }
}

/// <summary>Why an attempt brought no answer that counts.</summary>
public enum AttemptFault
{
    /// <summary>The address could not be connected to.</summary>
    NotReached,

    /// <summary>The name of the host could not be found.</summary>
    NameNotFound,

    /// <summary>The host lies in a network that may not be reached from here.</summary>
    AddressNotAllowed,

    /// <summary>The certificate of the host is not good, or it does not speak TLS.</summary>
    NotTrusted,

    /// <summary>The answer did not come within ten seconds.</summary>
    TimedOut,

    /// <summary>The answer could not be read as HTTP.</summary>
    AnswerUnreadable,

    /// <summary>The answer sends one elsewhere, which is not followed: change the webhook's address.</summary>
    Redirected,

    /// <summary>What was to be sent could not be made; the board looks after it.</summary>
    NotMade,
}

/// <summary>What came of an attempt.</summary>
/// <param name="Duration">How long it took.</param>
/// <param name="StatusCode">The status of the answer.</param>
/// <param name="Fault">Why there is none, or why it does not count.</param>
/// <param name="Excerpt">How the answer's body begins.</param>
public sealed record AttemptOutcome(TimeSpan Duration, int? StatusCode, AttemptFault? Fault = null, string? Excerpt = null)
{
    /// <summary>Whether it arrived.</summary>
    public bool IsGood => Fault is null && StatusCode is >= 200 and <= 299;
}
