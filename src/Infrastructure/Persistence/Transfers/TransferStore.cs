using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Candidates;
using Exams.Infrastructure.Persistence.Entries;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Transfers;

/// <summary>Keeps transfers. What one does to two centres is one transaction.</summary>
internal sealed class TransferStore(ExamsDbSource source, Writer writer) : ITransferStore
{
    public async Task<TransferFacts> FindAsync(TransferWish wish, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("transfers"));
        var entries = await new EntryReading(db, ct).ReadAsync([wish.Candidate], []);
        return new TransferFacts(
            entries, entries.Books.TryGetValue(wish.Candidate, out var book) ? await OfferAsync(db, wish.ReceivingCentre, book, ct) : null);
    }

    public async Task<TransferFacts> FindAsync(TransferReference reference, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("transfers"));
        if (await NamedAsync(db, reference, ct) is not { } found)
            return new TransferFacts(new EntryFacts(new HashSet<CentreNumber>(), new Dictionary<CandidateReference, EntryBook>(), new Dictionary<EntryReference, (EntryBook, Entry)>()), null);
        var named = new CandidateReference.ById(found.CandidateId);
        var reading = new EntryReading(db, ct);
        var entries = await reading.ReadAsync([named], []);
        var book = entries.Books[named];
        // After the candidate: what has become of the transfer since then makes the commit say so, by the candidate's version.
        var transfer = await db.Transfers.SingleAsync(one => one.Id == found.Id, ct);
        var there = db.Candidates.Where(one => one.Centre == transfer.ReceivingCentre && one.Series == transfer.Series);
        var used = await there.Select(one => one.Number).ToListAsync(ct);
        var blocks = await db.NumberBlocks.Where(one => one.Centre == transfer.ReceivingCentre && one.Series == transfer.Series).ToListAsync(ct);
        return new TransferFacts(
            entries with { Paid = await reading.PaidAsync([.. book.Entries.Select(entry => entry.Id)]) }, await OfferAsync(db, transfer.ReceivingCentre, book, ct))
        {
            Transfer = transfer,
            Used = used.ToHashSet(),
            Numbers = new NumberBook(used, blocks),
            KnownAs = book.Candidate.Uci is { } uci
                ? await there.Where(one => one.Uci == uci && one.Status == CandidateStatus.Active).Select(one => (CandidateNumber?)one.Number).FirstOrDefaultAsync(ct)
                : null,
        };
    }

    public Task<Outcome<TransferChange>> CommitAsync(TransferChange change, CancellationToken ct) =>
        writer.WriteAsync<TransferChange>("transfers", async writing =>
        {
            var (db, candidate) = (writing.Db, change.Book.Candidate);
            if (!await db.CountUpAsync([candidate], ct) || await IsAnyTakenAsync(db, change, ct))
                return new ChangedMeanwhile();
            db.Entry(candidate).State = EntityState.Modified;
            db.Entry(candidate).Property(one => one.Version).IsModified = false;
            if (change.Transfer.Id == 0)
                db.Add(change.Transfer);
            else
                db.Update(change.Transfer);
            await ArriveAsync(writing, change, ct);
            await db.SaveChangesAsync(ct);
            await FileAsync(writing, change, ct);
            foreach (var news in change.News.Where(IsAboutTransfer))
                news.TransferId = change.Transfer.Id;
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return change;
        }, ct);

    private static Task<Transfer?> NamedAsync(ExamsDb db, TransferReference reference, CancellationToken ct) => reference switch
    {
        TransferReference.ById one => db.Transfers.FirstOrDefaultAsync(transfer => transfer.Id == one.Id, ct),
        TransferReference.ByRegistration { Registration: var from } => db.Transfers
            .Where(transfer => transfer.OriginalCentre == from.Centre && transfer.Series == from.Series && transfer.Number == from.Number)
            .OrderByDescending(transfer => transfer.Id).FirstOrDefaultAsync(ct),
        _ => throw new ArgumentOutOfRangeException(nameof(reference)),
    };

    private static async Task<EntryOffer?> OfferAsync(ExamsDb db, CentreNumber centre, EntryBook book, CancellationToken ct)
    {
        if (await db.Centres.FirstOrDefaultAsync(one => one.Number == centre, ct) is not { } there)
            return null;
        var series = book.Candidate.Series;
        var offers = await new OfferReading(db, ct).ReadAsync(
            [(there, series)], [.. book.Entries.Select(entry => entry.Syllabus).Distinct()], withSeriesBefore: false);
        return offers[(centre, series)];
    }

    // Numbers and identifiers may have been taken at the receiving centre since they were read; nothing of its own counts a version up.
    private static async Task<bool> IsAnyTakenAsync(ExamsDb db, TransferChange change, CancellationToken ct)
    {
        if (change.Arrived is not { } arrived)
            return false;
        var there = db.Candidates.Where(one => one.Centre == arrived.Centre && one.Series == arrived.Series);
        return await there.AnyAsync(one => one.Number == arrived.Number, ct)
            || (arrived.Uci is { } uci && await there.AnyAsync(one => one.Uci == uci && one.Status == CandidateStatus.Active, ct));
    }

    private static async Task ArriveAsync(Writing.Writing writing, TransferChange change, CancellationToken ct)
    {
        if (change.Arrived is not { } arrived)
            return;
        await writing.InsertAsync([arrived], ct);
        change.Transfer.Arrive(arrived);
        change.Made.ForEach(entry => entry.Number());
        await writing.InsertAsync(change.Made, ct);
        writing.Db.UpdateRange(change.Left);
        change.Fees.ForEach(line => line.Number());
        await writing.InsertAsync(change.Fees, ct);
        if (change.Suspended is { } grant)
        {
            await writing.SuspendAsync([grant], change.At, ct);
            await writing.MarkStaleAsync(change.Transfer.OriginalCentre, change.Transfer.Series, StaleReasons.CandidatesChanged, change.At, tell: true, ct);
        }
    }

    private static async Task FileAsync(Writing.Writing writing, TransferChange change, CancellationToken ct)
    {
        if (change.Form is not { } form)
            return;
        form.Number();
        foreach (var entry in change.FormEntries)
            entry.Number();
        await writing.InsertAsync([form], ct);
        await writing.InsertAsync(change.FormEntries, ct);
    }

    private static bool IsAboutTransfer(NewsItem news) => news.Type
        is NewsType.TransferAsked or NewsType.TransferAccepted or NewsType.TransferConfirmed or NewsType.TransferRefused or NewsType.TransferCancelled;
}
