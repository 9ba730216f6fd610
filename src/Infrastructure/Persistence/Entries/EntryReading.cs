using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Entries;

/// <summary>Reads what a decision on entries needs: a dozen statements, whether for one row or for ten thousand.</summary>
internal sealed class EntryReading(ExamsDb db, CancellationToken ct)
{
    /// <summary>The facts about candidates and all of their entries.</summary>
    /// <param name="named">The candidates by the references that name them.</param>
    /// <param name="wishes">What is wanted for them; empty when entries are to be withdrawn.</param>
    public async Task<EntryFacts> ReadAsync(IReadOnlyList<CandidateReference> named, IReadOnlyList<EntryWish> wishes)
    {
        var centreNumbers = CentresOf(named);
        var candidates = await CandidatesAsync(named);
        List<CentreNumber> all = [.. centreNumbers.Union(candidates.Select(candidate => candidate.Centre))];
        var centres = await db.Centres.Where(centre => EF.Parameter(all).Contains(centre.Number)).ToDictionaryAsync(centre => centre.Number, ct);
        var ids = candidates.Select(candidate => candidate.Id).ToList();
        var entries = (await db.Entries.Where(entry => EF.Parameter(ids).Contains(entry.CandidateId)).OrderBy(entry => entry.Id).ToListAsync(ct))
            .ToLookup(entry => entry.CandidateId);
        var offers = await new OfferReading(db, ct).ReadAsync(
            [.. candidates.Select(candidate => (centres[candidate.Centre], candidate.Series)).Distinct()],
            [.. wishes.Select(wish => wish.Syllabus).Concat(entries.SelectMany(of => of).Select(entry => entry.Syllabus)).Distinct()],
            withSeriesBefore: wishes.Any(wish => wish.Retakes is not null));
        var grants = await db.Grants.Where(grant => EF.Parameter(ids).Contains(grant.CandidateId) && grant.State == GrantState.Active)
            .ToDictionaryAsync(grant => grant.CandidateId, grant => grant.Id, ct);
        var elsewhere = await ElsewhereAsync(candidates);
        var books = candidates.ToDictionary(candidate => candidate.Id, candidate => new EntryBook(
            offers[(candidate.Centre, candidate.Series)], candidate, entries[candidate.Id])
        {
            ActiveGrant = grants.TryGetValue(candidate.Id, out var grant) ? grant : null,
            IsElsewhere = elsewhere.Contains(candidate.Id),
        });
        var found = Find(named, candidates).ToDictionary(one => one.Reference, one => books[one.Candidate.Id]);
        return new EntryFacts(centres.Keys.ToHashSet(), found, new Dictionary<EntryReference, (EntryBook, Entry)>())
        {
            Priors = await PriorsAsync(wishes, found),
            References = await ReferencesAsync(wishes, found),
        };
    }

    /// <summary>What was charged for the entries and not given back, late fees left out.</summary>
    public async Task<IReadOnlyDictionary<long, Money?>> PaidAsync(IReadOnlyList<long> entries)
    {
        var lines = await db.FeeLines
            .Where(line => EF.Parameter(entries).Contains(line.EntryId) && line.Kind != FeeLineKind.Late)
            .Select(line => new { line.EntryId, line.Hundredths, line.Currency }).ToListAsync(ct);
        return lines.GroupBy(line => line.EntryId)
            .ToDictionary(of => of.Key, of => (Money?)new Money(of.Sum(line => line.Hundredths), of.Last().Currency));
    }

    private async Task<List<Candidate>> CandidatesAsync(IReadOnlyList<CandidateReference> named)
    {
        var ids = named.OfType<CandidateReference.ById>().Select(one => one.Id).Distinct().ToList();
        var numbers = named.OfType<CandidateReference.ByNumber>().ToList();
        var keys = named.OfType<CandidateReference.ByKey>().ToList();
        List<Candidate> byId = ids.Count == 0 ? [] : await db.Candidates.Where(one => EF.Parameter(ids).Contains(one.Id)).ToListAsync(ct);
        List<Candidate> byNumber = numbers.Count == 0 ? [] : await Of(numbers.Select(one => one.Centre), numbers.Select(one => one.Series))
            .Where(one => EF.Parameter(numbers.Select(name => name.Number).Distinct().ToList()).Contains(one.Number)).ToListAsync(ct);
        List<Candidate> byKey = keys.Count == 0 ? [] : await Of(keys.Select(one => one.Centre), keys.Select(one => one.Series))
            .Where(one => one.ExternalReference != null
                && EF.Parameter(keys.Select(name => name.Key).Distinct().ToList()).Contains(one.ExternalReference.Value)).ToListAsync(ct);
        var wanted = Find(named, [.. byId, .. byNumber, .. byKey]).Select(one => one.Candidate);
        return [.. wanted.DistinctBy(candidate => candidate.Id)];
    }

    // Rows name numbers of many centres at once; whoever has a number that another centre's row named is left out again by Find.
    private IQueryable<Candidate> Of(IEnumerable<CentreNumber> centres, IEnumerable<Series> series)
    {
        var (places, times) = (centres.Distinct().ToList(), series.Distinct().ToList());
        return db.Candidates.Where(one => EF.Parameter(places).Contains(one.Centre) && EF.Parameter(times).Contains(one.Series));
    }

    private static IEnumerable<(CandidateReference Reference, Candidate Candidate)> Find(IReadOnlyList<CandidateReference> named, List<Candidate> candidates)
    {
        var byId = candidates.DistinctBy(one => one.Id).ToDictionary(one => one.Id);
        var byNumber = byId.Values.ToDictionary(one => new Registration(one.Centre, one.Series, one.Number));
        var byKey = byId.Values.Where(one => one.ExternalReference is not null)
            .ToDictionary(one => (one.Centre, one.Series, one.ExternalReference!.Value));
        foreach (var reference in named.Distinct())
        {
            var candidate = reference switch
            {
                CandidateReference.ById one => byId.GetValueOrDefault(one.Id),
                CandidateReference.ByNumber one => byNumber.GetValueOrDefault(new Registration(one.Centre, one.Series, one.Number)),
                CandidateReference.ByKey one => byKey.GetValueOrDefault((one.Centre, one.Series, one.Key)),
                _ => null,
            };
            if (candidate is not null)
                yield return (reference, candidate);
        }
    }

    private static IEnumerable<CentreNumber> CentresOf(IReadOnlyList<CandidateReference> named) => named.Select(reference => reference switch
    {
        CandidateReference.ByNumber one => one.Centre,
        CandidateReference.ByKey one => one.Centre,
        _ => (CentreNumber?)null,
    }).OfType<CentreNumber>().Distinct();

    // Rule 13. Only an identifier tells that two registrations are one person's.
    private async Task<HashSet<long>> ElsewhereAsync(List<Candidate> candidates)
    {
        var alone = candidates.Where(candidate => candidate is { IsPrivate: true, Uci: not null }).ToList();
        if (alone.Count == 0)
            return [];
        var identifiers = alone.Select(candidate => candidate.Uci!.Value).Distinct().ToList();
        var others = await db.Candidates
            .Where(one => one.Uci != null && EF.Parameter(identifiers).Contains(one.Uci.Value)
                && db.Entries.Any(entry => entry.CandidateId == one.Id && entry.Status == EntryStatus.Active))
            .ToListAsync(ct);
        return
        [
            .. alone.Where(candidate => others.Exists(other =>
                other.Uci == candidate.Uci && other.Series == candidate.Series && other.Centre != candidate.Centre)).Select(candidate => candidate.Id),
        ];
    }

    private async Task<PriorEntries> PriorsAsync(IReadOnlyList<EntryWish> wishes, Dictionary<CandidateReference, EntryBook> books)
    {
        HashSet<(Registration, SyllabusCode)> wanted = [];
        foreach (var wish in wishes)
        {
            if (wish.CarriedFrom is { } from)
                wanted.Add((from, wish.Syllabus));
            if (wish.Retakes is { } previous && books.TryGetValue(wish.Candidate, out var book)
                && book.Offer.SeriesBefore.TryGetValue(wish.Syllabus, out var before))
                wanted.Add((new Registration(previous.Centre, before, previous.Number), wish.Syllabus));
        }

        if (wanted.Count == 0)
            return new PriorEntries(new Dictionary<(Registration, SyllabusCode), PriorEntry>());
        var numbers = wanted.Select(one => one.Item1.Number).Distinct().ToList();
        var syllabuses = wanted.Select(one => one.Item2).Distinct().ToList();
        var rows = await (
            from candidate in Of(wanted.Select(one => one.Item1.Centre), wanted.Select(one => one.Item1.Series))
            where EF.Parameter(numbers).Contains(candidate.Number)
            from entry in db.Entries
            where entry.CandidateId == candidate.Id && entry.Status == EntryStatus.Active && EF.Parameter(syllabuses).Contains(entry.Syllabus)
            join centre in db.Centres on candidate.Centre equals centre.Number
            from option in db.Options
            where option.Series == entry.Series && option.Zone == centre.Zone && option.Syllabus == entry.Syllabus && option.Option == entry.Option
            select new { candidate.Centre, candidate.Series, candidate.Number, entry.Syllabus, Person = candidate, option.CarryForward })
            .ToListAsync(ct);
        return new PriorEntries(rows.ToDictionary(
            row => (new Registration(row.Centre, row.Series, row.Number), row.Syllabus),
            row => new PriorEntry(row.Centre, row.Person.Details, row.CarryForward)));
    }

    private async Task<Dictionary<(CentreNumber, Series, ExternalReference), Entry>> ReferencesAsync(
        IReadOnlyList<EntryWish> wishes, Dictionary<CandidateReference, EntryBook> books)
    {
        var keys = wishes.Where(wish => wish.Reference is not null).Select(wish => wish.Reference!.Value).Distinct().ToList();
        if (keys.Count == 0)
            return [];
        var (places, times) = (books.Values.Select(book => book.Candidate.Centre).Distinct().ToList(), books.Values.Select(book => book.Candidate.Series).Distinct().ToList());
        var owners = await db.Entries
            .Where(entry => EF.Parameter(places).Contains(entry.Centre) && EF.Parameter(times).Contains(entry.Series) && entry.Status == EntryStatus.Active
                && entry.ExternalReference != null && EF.Parameter(keys).Contains(entry.ExternalReference.Value))
            .ToListAsync(ct);
        // The desk compares by object: an entry that is in a book must be the book's own.
        var known = books.Values.SelectMany(book => book.Entries).DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id);
        return owners.ToDictionary(
            owner => (owner.Centre, owner.Series, owner.ExternalReference!.Value), owner => known.GetValueOrDefault(owner.Id, owner));
    }
}
