using Exams.Domain.Candidates;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Candidates;

/// <summary>Keeps registrations.</summary>
internal sealed class CandidateStore(ExamsDbSource source, Writer writer) : ICandidateStore
{
    public async Task<CandidateFacts> FindAsync(IReadOnlyList<CandidateWish> wishes, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("candidates"));
        var (places, times) = (wishes.Select(wish => wish.Centre).Distinct().ToList(), wishes.Select(wish => wish.Series).Distinct().ToList());
        var numbers = wishes.Where(wish => wish.Number is not null).Select(wish => wish.Number!.Value).Distinct().ToList();
        var keys = wishes.Where(wish => wish.Reference is not null).Select(wish => wish.Reference!.Value).Distinct().ToList();
        var identifiers = wishes.Where(wish => wish.Details.Uci is not null).Select(wish => wish.Details.Uci!.Value).Distinct().ToList();
        var here = db.Candidates.Where(one => EF.Parameter(places).Contains(one.Centre) && EF.Parameter(times).Contains(one.Series));
        List<Candidate> found =
        [
            .. await here.Where(one => EF.Parameter(numbers).Contains(one.Number)).ToListAsync(ct),
            .. keys.Count == 0 ? [] : await here.Where(one => one.ExternalReference != null && EF.Parameter(keys).Contains(one.ExternalReference.Value)).ToListAsync(ct),
            .. identifiers.Count == 0 ? [] : await here.Where(one => one.Uci != null && EF.Parameter(identifiers).Contains(one.Uci.Value)).ToListAsync(ct),
        ];
        var unnumbered = wishes.Where(wish => wish.Number is null).Select(wish => (wish.Centre, wish.Series)).Distinct().ToList();
        return await FactsAsync(db, places, times, [.. found.DistinctBy(candidate => candidate.Id)], unnumbered, ct);
    }

    public async Task<CandidateFacts> FindNumbersAsync(CentreNumber centre, Series series, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("candidates"));
        return await FactsAsync(db, [centre], [series], [], [(centre, series)], ct);
    }

    public Task<Outcome<CandidatesChange>> CommitAsync(CandidatesChange change, CancellationToken ct) =>
        writer.WriteAsync<CandidatesChange>("candidates", async writing =>
        {
            var db = writing.Db;
            if (!await db.CountUpAsync(change.Changed, ct) || await IsAnyTakenAsync(db, change, ct))
                return new ChangedMeanwhile();
            await writing.InsertAsync([.. change.Added], ct);
            await writing.InsertAsync(change.Blocks, ct);
            foreach (var candidate in change.Changed)
                db.Entry(candidate).State = EntityState.Modified;
            foreach (var candidate in change.Changed)
                db.Entry(candidate).Property(one => one.Version).IsModified = false;
            await writing.MarkRenamedStaleAsync(change.Renamed, change.At, ct);
            await writing.MarkStatementsStaleAsync(
                change.Changed.Select(candidate => (candidate.Centre, candidate.Series)), StaleReasons.CandidatesChanged, change.At, ct);
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return change;
        }, ct);

    private static async Task<CandidateFacts> FactsAsync(
        ExamsDb db, List<CentreNumber> places, List<Series> times, List<Candidate> candidates, List<(CentreNumber Centre, Series Series)> unnumbered, CancellationToken ct)
    {
        var centres = await db.Centres.Where(one => EF.Parameter(places).Contains(one.Number)).Select(one => one.Number).ToListAsync(ct);
        HashSet<Series> known = [];
        foreach (var series in times)
        {
            if (await db.KnowsSeriesAsync(series, ct))
                known.Add(series);
        }

        Dictionary<(CentreNumber, Series), NumberBook> books = [];
        foreach (var (centre, series) in unnumbered)
        {
            var used = await db.Candidates.Where(one => one.Centre == centre && one.Series == series).Select(one => one.Number).ToListAsync(ct);
            var blocks = await db.NumberBlocks.Where(one => one.Centre == centre && one.Series == series).ToListAsync(ct);
            books[(centre, series)] = new NumberBook(used, blocks);
        }

        return new CandidateFacts(centres.ToHashSet(), known, candidates, books);
    }

    // What the rows were decided on may have been taken since.
    private static async Task<bool> IsAnyTakenAsync(ExamsDb db, CandidatesChange change, CancellationToken ct)
    {
        List<Candidate> mine = [.. change.Added, .. change.Changed];
        var (places, times) = (mine.Select(one => one.Centre).Distinct().ToList(), mine.Select(one => one.Series).Distinct().ToList());
        var here = db.Candidates.Where(one => EF.Parameter(places).Contains(one.Centre) && EF.Parameter(times).Contains(one.Series));
        var added = change.Added.ToDictionary(one => new Registration(one.Centre, one.Series, one.Number));
        var numbers = change.Added.Select(one => one.Number).Distinct().ToList();
        var keys = mine.Where(one => one.ExternalReference is not null).Select(one => one.ExternalReference!.Value).Distinct().ToList();
        var identifiers = mine.Where(one => one.Uci is not null).Select(one => one.Uci!.Value).Distinct().ToList();
        if (numbers.Count > 0 && (await here.Where(one => EF.Parameter(numbers).Contains(one.Number)).Select(one => new { one.Centre, one.Series, one.Number }).ToListAsync(ct))
            .Exists(one => added.ContainsKey(new Registration(one.Centre, one.Series, one.Number))))
        {
            return true;
        }

        var others = await here.Where(one =>
            (one.ExternalReference != null && EF.Parameter(keys).Contains(one.ExternalReference.Value)) || (one.Uci != null && one.Status == CandidateStatus.Active && EF.Parameter(identifiers).Contains(one.Uci.Value)))
            .Select(one => new { one.Id, one.Centre, one.Series, one.ExternalReference, one.Uci }).ToListAsync(ct);
        var byKey = mine.Where(one => one.ExternalReference is not null).ToDictionary(one => (one.Centre, one.Series, one.ExternalReference), one => one.Id);
        var byUci = mine.Where(one => one.Uci is not null).ToDictionary(one => (one.Centre, one.Series, one.Uci), one => one.Id);
        return others.Exists(other =>
            (byKey.TryGetValue((other.Centre, other.Series, other.ExternalReference), out var keyed) && keyed != other.Id)
            || (byUci.TryGetValue((other.Centre, other.Series, other.Uci), out var identified) && identified != other.Id))
            || await IsAnySetAsideAsync(db, change, ct);
    }

    private static async Task<bool> IsAnySetAsideAsync(ExamsDb db, CandidatesChange change, CancellationToken ct)
    {
        foreach (var block in change.Blocks)
        {
            var (blocks, used) = (
                await db.NumberBlocks.Where(one => one.Centre == block.Centre && one.Series == block.Series).ToListAsync(ct),
                await db.Candidates.Where(one => one.Centre == block.Centre && one.Series == block.Series).Select(one => one.Number).ToListAsync(ct));
            if (blocks.Exists(one => one.First.CompareTo(block.Last) <= 0 && block.First.CompareTo(one.Last) <= 0)
                || used.Exists(number => block.First.CompareTo(number) <= 0 && number.CompareTo(block.Last) <= 0))
            {
                return true;
            }
        }

        return false;
    }
}
