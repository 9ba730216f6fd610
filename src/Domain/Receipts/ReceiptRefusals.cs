using Exams.Domain.Vocabulary;

namespace Exams.Domain.Receipts;

/// <summary>As much is kept of the caller's requests of a day as there may be.</summary>
/// <param name="RetryAfter">How long until the oldest of them no longer counts.</param>
public sealed record TooManyKeys(TimeSpan RetryAfter) : Refusal(
    "IDEMPOTENCY_KEYS_EXHAUSTED",
    $"As many answers are kept for you as there may be in a day. Nothing was done: send more rows in one request, ask again in {Math.Ceiling(RetryAfter.TotalMinutes)} minutes, or send it without a key.");

/// <summary>The key was used for another request.</summary>
/// <param name="At">When it was used.</param>
public sealed record KeyUsedOtherwise(DateTimeOffset At) : Refusal(
    "IDEMPOTENCY_KEY_USED", "This key was used for another request. Take a new key for each request, and the same one only to repeat it.");
