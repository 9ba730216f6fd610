using Exams.Domain.Vocabulary;

namespace Exams.Domain.Receipts;

/// <summary>The key was used for another request.</summary>
/// <param name="At">When it was used.</param>
public sealed record KeyUsedOtherwise(DateTimeOffset At) : Refusal(
    "IDEMPOTENCY_KEY_USED", "This key was used for another request. Take a new key for each request, and the same one only to repeat it.");
