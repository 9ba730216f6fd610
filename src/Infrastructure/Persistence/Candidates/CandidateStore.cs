using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Candidates;

/// <summary>Keeps registrations.</summary>
internal sealed class CandidateStore(ExamsDbSource source, Writer writer) : ICandidateStore
{
    public async Task<RegistrationPlace?> FindPlaceAsync(
        CentreNumber centre, Series series, CandidateNumber number, Uci? uci, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("candidates"));
        if (!await db.Centres.AnyAsync(one => one.Number == centre, ct))
            return null;
        var here = db.Candidates.Where(candidate => candidate.Centre == centre && candidate.Series == series);
        return new RegistrationPlace(
            await db.KnowsSeriesAsync(series, ct),
            await here.AnyAsync(candidate => candidate.Number == number, ct),
            uci is null ? null : await NumberOfAsync(here, uci.Value, ct));
    }

    public Task<Outcome<Candidate>> CommitAsync(CandidateChange change, CancellationToken ct) =>
        writer.WriteAsync<Candidate>("candidates", async writing =>
        {
            var candidate = change.Candidate;
            var here = writing.Db.Candidates.Where(other => other.Centre == candidate.Centre && other.Series == candidate.Series);
            if (await here.AnyAsync(other => other.Number == candidate.Number, ct))
                return new CandidateNumberTaken(candidate.Number);
            if (candidate.Uci is { } uci && await NumberOfAsync(here, uci, ct) is not null)
                return new ChangedMeanwhile();
            writing.Db.Add(candidate);
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return candidate;
        }, ct);

    private static async Task<CandidateNumber?> NumberOfAsync(IQueryable<Candidate> here, Uci uci, CancellationToken ct) =>
        await here.Where(candidate => candidate.Uci == uci).Select(candidate => (CandidateNumber?)candidate.Number).FirstOrDefaultAsync(ct);
}
