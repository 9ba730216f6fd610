using System.Security.Cryptography;
using System.Text.Json;
using Exams.Domain.Receipts;

namespace Exams.Api.Idempotency;

/// <summary>Does a mutation once for each key, and answers the same again.</summary>
/// <param name="receipts">What was done.</param>
/// <param name="reads">The data as the caller may read them.</param>
/// <param name="current">Who asks.</param>
internal sealed class Once(IReceiptStore receipts, GatedReads reads, CurrentCaller current)
{
    /// <summary>Does it, or finds what was answered.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="field">The mutation.</param>
    /// <param name="input">Its arguments, as the resolver gets them.</param>
    /// <param name="work">Calls the resolver.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The payload; or that the key was used for something else.</returns>
    public async Task<Outcome<Answered>> RunAsync(
        string key, string field, IEnumerable<object?> input, Func<ValueTask<object?>> work, CancellationToken ct)
    {
        object? payload = null;
        var request = new ReceiptKey(current.Caller.AuditName, key, Digest(field, input));
        var outcome = await receipts.OnceAsync(
            request,
            async () =>
            {
                payload = await work();
                return KeptAnswer.Write(payload!);
            },
            ct);
        if (!outcome.IsDone(out var done, out var refusal))
        {
            return refusal;
        }

        return done.Answer is { } kept ? new Answered(await KeptAnswer.ReadAsync(kept, reads, ct), IsReplay: true) : new Answered(payload!, IsReplay: false);
    }

    // What a client means by its input counts, not how it spells it: with or without variables, defaults written out or not.
    private static byte[] Digest(string field, IEnumerable<object?> input) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object?[] { field, input.ToArray() }, KeptAnswer.Words));
}

/// <summary>The payload of a mutation.</summary>
/// <param name="Payload">The payload.</param>
/// <param name="IsReplay">Whether it was done before.</param>
internal sealed record Answered(object Payload, bool IsReplay);
