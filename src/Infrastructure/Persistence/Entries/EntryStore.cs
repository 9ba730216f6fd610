using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Candidates;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Entries;

/// <summary>Keeps entries. Withdrawing the last one suspends access in the same transaction.</summary>
internal sealed class EntryStore(ExamsDbSource source, Writer writer) : IEntryStore
{
    public async Task<EntryFacts> FindAsync(IReadOnlyList<EntryWish> wishes, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("entries"));
        return await new EntryReading(db, ct).ReadAsync([.. wishes.Select(wish => wish.Candidate).Distinct()], wishes);
    }

    public async Task<EntryFacts> FindAsync(IReadOnlyList<EntryReference> references, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("entries"));
        var (ids, keys) = (references.OfType<EntryReference.ById>().Select(one => one.Id).ToList(), references.OfType<EntryReference.ByKey>().ToList());
        var named = await NamedAsync(db, ids, keys, ct);
        List<CandidateReference> candidates =
        [
            .. references.OfType<EntryReference.BySyllabus>().Select(one => one.Candidate),
            .. named.Select(entry => new CandidateReference.ById(entry.CandidateId)),
        ];
        var reading = new EntryReading(db, ct);
        var facts = await reading.ReadAsync([.. candidates.Distinct()], []);
        var byId = named.DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id);
        var byKey = named.Where(entry => entry.ExternalReference is not null)
            .ToLookup(entry => new EntryReference.ByKey(entry.Centre, entry.Series, entry.ExternalReference!.Value));
        var found = references.Distinct().Select(reference => (Reference: reference, Found: Find(reference, facts, byId, byKey)))
            .Where(one => one.Found is not null).ToDictionary(one => one.Reference, one => one.Found!.Value);
        return facts with { Entries = found, Paid = await reading.PaidAsync([.. found.Values.Select(one => one.Entry.Id)]) };
    }

    public async Task<EntryFacts> FindAsync(IReadOnlyList<EntryStep> steps, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("entries"));
        var reading = new EntryReading(db, ct);
        var wishes = steps.Select(step => step.Wish).ToList();
        var facts = await reading.ReadAsync([.. wishes.Select(wish => wish.Candidate).Distinct()], wishes);
        List<long> leaving =
        [
            .. from step in steps
               where step.Mark == EntryMark.Withdrawn && facts.Books.ContainsKey(step.Wish.Candidate)
               from entry in facts.Books[step.Wish.Candidate].Entries
               where entry.IsActive && entry.Syllabus == step.Wish.Syllabus
               select entry.Id,
        ];
        return leaving.Count == 0 ? facts : facts with { Paid = await reading.PaidAsync([.. leaving.Distinct()]) };
    }

    public Task<Outcome<EntriesChange>> CommitAsync(EntriesChange change, CancellationToken ct) =>
        writer.WriteAsync<EntriesChange>("entries", async writing =>
        {
            var db = writing.Db;
            if (!await db.CountUpAsync(change.Touched, ct) || await IsAnyReferenceTakenAsync(db, change, ct))
                return new ChangedMeanwhile();
            await writing.InsertAsync([.. change.Added], ct);
            db.UpdateRange(change.Changed);
            change.Fees.ForEach(line => line.Number());
            await writing.InsertAsync(change.Fees, ct);
            await writing.SuspendAsync([.. change.Suspended.Select(book => book.ActiveGrant!.Value)], change.At, ct);
            foreach (var (centre, series) in change.Suspended.Select(book => (book.Candidate.Centre, book.Candidate.Series)).Distinct())
                await writing.MarkStaleAsync(centre, series, StaleReasons.CandidatesChanged, change.At, tell: true, ct);
            await writing.MarkStatementsStaleAsync(
                change.Touched.Select(candidate => (candidate.Centre, candidate.Series)), StaleReasons.CandidatesChanged, change.At, ct);
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return change;
        }, ct);

    private static async Task<List<Entry>> NamedAsync(ExamsDb db, List<long> ids, List<EntryReference.ByKey> keys, CancellationToken ct)
    {
        List<Entry> named = ids.Count == 0 ? [] : await db.Entries.Where(entry => EF.Parameter(ids).Contains(entry.Id)).ToListAsync(ct);
        if (keys.Count == 0)
            return named;
        var texts = keys.Select(one => one.Key).Distinct().ToList();
        var (places, times) = (keys.Select(one => one.Centre).Distinct().ToList(), keys.Select(one => one.Series).Distinct().ToList());
        var byKey = await db.Entries
            .Where(entry => EF.Parameter(places).Contains(entry.Centre) && EF.Parameter(times).Contains(entry.Series)
                && entry.ExternalReference != null && EF.Parameter(texts).Contains(entry.ExternalReference.Value))
            .ToListAsync(ct);
        return [.. named, .. byKey];
    }

    // Of several entries that a reference names, the one that stands; where none does, the last that did.
    private static (EntryBook Book, Entry Entry)? Find(
        EntryReference reference, EntryFacts facts, Dictionary<long, Entry> byId, ILookup<EntryReference.ByKey, Entry> byKey)
    {
        if (reference is EntryReference.BySyllabus one)
        {
            return facts.Books.TryGetValue(one.Candidate, out var of) && Last(of.Entries.Where(entry => entry.Syllabus == one.Syllabus)) is { } standing
                ? (of, standing)
                : null;
        }

        var named = reference switch
        {
            EntryReference.ById row => byId.GetValueOrDefault(row.Id),
            EntryReference.ByKey key => Last(byKey[key]),
            _ => null,
        };
        if (named is null)
            return null;
        // The desk changes the book's own entry.
        var book = facts.Books[new CandidateReference.ById(named.CandidateId)];
        return (book, book.Entries.Single(entry => entry.Id == named.Id));
    }

    private static Entry? Last(IEnumerable<Entry> entries) => entries.OrderBy(entry => entry.IsActive).ThenBy(entry => entry.Id).LastOrDefault();

    private static async Task<bool> IsAnyReferenceTakenAsync(ExamsDb db, EntriesChange change, CancellationToken ct)
    {
        var mine = change.Added.Concat(change.Changed).Where(entry => entry is { ExternalReference: not null, IsActive: true }).ToList();
        if (mine.Count == 0)
            return false;
        var keys = mine.Select(entry => entry.ExternalReference!.Value).Distinct().ToList();
        var (places, times) = (mine.Select(entry => entry.Centre).Distinct().ToList(), mine.Select(entry => entry.Series).Distinct().ToList());
        var owners = await db.Entries
            .Where(entry => EF.Parameter(places).Contains(entry.Centre) && EF.Parameter(times).Contains(entry.Series) && entry.Status == EntryStatus.Active
                && entry.ExternalReference != null && EF.Parameter(keys).Contains(entry.ExternalReference.Value))
            .Select(entry => new { entry.Id, entry.Centre, entry.Series, entry.ExternalReference }).ToListAsync(ct);
        var ours = mine.ToLookup(entry => (entry.Centre, entry.Series, entry.ExternalReference), entry => entry.Id);
        return owners.Exists(owner => ours[(owner.Centre, owner.Series, owner.ExternalReference)].Any(id => id != owner.Id));
    }
}
