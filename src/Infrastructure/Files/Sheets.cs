using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Persistence;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Files;

/// <summary>Keeps what people send under seal, and reads it as rows.</summary>
internal sealed class Sheets(ExamsDbSource source, Writer writer, DocumentFiles files, IDice dice, TimeProvider clock) : ISheets
{
    private const int NameLength = 32;
    private const int Piece = 81_920;

    // Files outlive their row's time by a little: the row decides.
    private static readonly TimeSpan _grace = TimeSpan.FromHours(1);

    public async Task<Outcome<UploadedFile>> KeepAsync(Stream content, Caller caller, DateTimeOffset at, CancellationToken ct)
    {
        // Asked before anything is written, and once more in the turn that counts.
        await using (var db = source.Open(new Caller.System("files")))
        {
            if (await RefusalAsync(db, caller, 1, at, ct) is { } full)
                return full;
        }

        var id = NewId();
        using (var draft = files.Begin(id, at + FileLimits.Life + _grace))
        {
            if (!await CopyAsync(content, draft.Content, ct))
                return new FileTooLarge(FileLimits.MostUploadBytes);
            if (draft.Length == 0)
                return new FileEmpty();
            draft.Commit();
            var file = new UploadedFile($"{id:N}", caller, draft.Length, at);
            var outcome = await writer.WriteAsync<UploadedFile>("files", async writing =>
            {
                if (await RefusalAsync(writing.Db, caller, file.Bytes, at, ct) is { } full)
                    return full;
                writing.Db.Add(file);
                return file;
            }, ct);
            if (!outcome.IsDone(out _, out _))
                files.Delete(id);
            return outcome;
        }
    }

    public async Task<Outcome<Sheet<CandidateWish>>> ReadCandidatesAsync(string file, SheetDefaults defaults, Caller caller, CancellationToken ct) =>
        (await TextAsync(file, caller, ct)).IsDone(out var text, out var refusal) ? CandidateSheet.Read(text, defaults) : refusal;

    public async Task<Outcome<Sheet<EntryStep>>> ReadEntriesAsync(string file, SheetDefaults defaults, Caller caller, CancellationToken ct) =>
        (await TextAsync(file, caller, ct)).IsDone(out var text, out var refusal) ? EntrySheet.Read(text, defaults) : refusal;

    private async Task<Outcome<SheetText>> TextAsync(string name, Caller caller, CancellationToken ct)
    {
        if (name.Length != NameLength || !Guid.TryParseExact(name, "N", out var id))
            return new FileNotFound();
        var (owner, now, spelled) = (caller.AuditName, clock.GetUtcNow(), $"{id:N}");
        await using var db = source.Open(new Caller.System("files"));
        if (!await db.Set<UploadedFile>().AnyAsync(one => one.Name == spelled && one.Owner == owner && one.ExpiresAt > now, ct)
            || files.Open(id) is not { } content)
            return new FileNotFound();
        await using (content)
            return await SheetText.ReadAsync(content, ct) is { } text ? text : new FileNotText();
    }

    private static async Task<TooManyFiles?> RefusalAsync(ExamsDb db, Caller caller, long bytes, DateTimeOffset at, CancellationToken ct)
    {
        var owner = caller.AuditName;
        var kept = db.Set<UploadedFile>().Where(one => one.Owner == owner && one.ExpiresAt > at);
        return await kept.CountAsync(ct) >= FileLimits.MostUploads || await kept.SumAsync(one => one.Bytes, ct) + bytes > FileLimits.MostKeptBytes
            ? new TooManyFiles(FileLimits.MostUploads, FileLimits.MostKeptBytes)
            : null;
    }

    private static async Task<bool> CopyAsync(Stream from, Stream to, CancellationToken ct)
    {
        var piece = new byte[Piece];
        var left = FileLimits.MostUploadBytes;
        while (await from.ReadAsync(piece, ct) is > 0 and var read)
        {
            if ((left -= read) < 0)
                return false;
            to.Write(piece, 0, read);
        }

        return true;
    }

    private Guid NewId()
    {
        Span<byte> random = stackalloc byte[16];
        dice.Fill(random);
        return new Guid(random);
    }
}
