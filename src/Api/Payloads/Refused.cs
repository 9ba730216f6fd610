namespace Exams.Api.Payloads;

/// <summary>From a verb's outcome to a payload.</summary>
internal static class Refused
{
    /// <summary>Presents an outcome: the thing and no errors, or no thing and the error.</summary>
    /// <typeparam name="T">What the verb hands over.</typeparam>
    /// <typeparam name="TPayload">The payload.</typeparam>
    /// <param name="outcome">What the verb said.</param>
    /// <param name="input">The mutation's input, to say where the error lies; null for a mutation that takes none.</param>
    /// <param name="payload">Makes the payload of a thing (null when refused) and errors.</param>
    /// <returns>The payload.</returns>
    public static TPayload Present<T, TPayload>(this Outcome<T> outcome, object? input, Func<T?, IReadOnlyList<UserError>, TPayload> payload)
        where T : class =>
        outcome.IsDone(out var done, out var refusal) ? payload(done, []) : payload(null, [new UserError(refusal, input)]);
}
