using System.IO.Compression;
using Exams.Domain.Receipts;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Receipts;

/// <summary>Keeps receipts. Looking, doing and noting are one turn of the writer, so the second of two at once finds what the first did.</summary>
internal sealed class ReceiptStore(ExamsDbSource source, Writer writer, Seal seal, ReceiptLimits limits, TimeProvider clock) : IReceiptStore
{
    public Task<Outcome<Repeated>> OnceAsync(ReceiptKey key, Func<Task<byte[]>> work, CancellationToken ct) =>
        writer.InTurnAsync<Repeated>(async () =>
        {
            if (await FindAsync(key, ct) is { } before)
                return before.IsFor(key) ? new Repeated(Unpack(seal.Open(before.Answer, before.SealedFor))) : new KeyUsedOtherwise(before.At);
            var now = clock.GetUtcNow();
            if (await AgainstAsync(key.Owner, now, ct) is { } refusal)
                return refusal;
            var receipt = new Receipt(key, now);
            receipt.Keep(seal.Close(Pack(await work()), receipt.SealedFor));
            await writer.WriteAsync("receipts", writing => writing.InsertAsync([receipt], ct), ct);
            return new Repeated(null);
        }, ct);

    private async Task<Receipt?> FindAsync(ReceiptKey key, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("receipts"));
        return await db.Receipts.SingleOrDefaultAsync(one => one.Owner == key.Owner && one.Key == key.Key, ct);
    }

    private async Task<TooManyKeys?> AgainstAsync(string owner, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("receipts"));
        return await Kept(db, owner, now - ReceiptLimits.Window).FirstOrDefaultAsync(ct) is { } kept && (kept.Count >= limits.Most || kept.Bytes >= limits.MostBytes)
            ? new TooManyKeys(kept.Oldest + ReceiptLimits.Window - now)
            : null;
    }

    /// <summary>What is kept of an owner's requests since an instant; one statement, of which no row is read.</summary>
    internal static IQueryable<KeptReceipts> Kept(ExamsDb db, string owner, DateTimeOffset since) => db.Receipts
        .Where(one => one.Owner == owner && one.At > since).GroupBy(one => one.Owner)
        .Select(all => new KeptReceipts(all.Count(), all.Sum(one => (long)one.Bytes), all.Min(one => one.At)));

    internal sealed record KeptReceipts(int Count, long Bytes, DateTimeOffset Oldest);

    // The answer to ten thousand rows says nearly the same ten thousand times.
    private static byte[] Pack(byte[] answer)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest))
            packing.Write(answer);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var answer = new MemoryStream();
        using (var unpacking = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
            unpacking.CopyTo(answer);
        return answer.ToArray();
    }
}
