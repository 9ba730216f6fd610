using Exams.Api.Qualifications;
using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Qualifications;
using Exams.Domain.Releases;
using Exams.Domain.Results;
using Exams.Infrastructure.Persistence;
using Exams.Infrastructure.Persistence.Audit;

namespace Exams.Api.Results;

/// <summary>Everything that a signed-in candidate sees: one screen, before and after the release.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Contact">Whom to ask; the board does not answer candidates.</param>
/// <param name="Qualifications">The qualifications that the candidate is entered for, in order of code.</param>
[ObjectType]
public sealed record OwnResults(Candidate Candidate, QueryContact? Contact, IReadOnlyList<OwnQualification> Qualifications);

/// <summary>One qualification on a candidate's screen.</summary>
/// <param name="Release">Whether results are released to the candidate.</param>
/// <param name="ReleaseAt">When they are or were, the centre's delay included; null while the board has set no date.</param>
/// <param name="Results">The results, once released; empty before, whatever there is.</param>
[ObjectType]
public sealed record OwnQualification(ReleaseState Release, DateTimeOffset? ReleaseAt, IReadOnlyList<Result> Results)
{
    /// <summary>The qualification's code.</summary>
    [GraphQLIgnore]
    public QualificationCode Code { get; init; }
}

/// <summary>Further fields of a qualification on a candidate's screen.</summary>
[ExtendObjectType<OwnQualification>]
public static class OwnQualificationFields
{
    /// <summary>The qualification.</summary>
    [Cost(Prices.OfBatch)]
    public static Task<Qualification> GetQualificationAsync(
        [Parent] OwnQualification own, QualificationByCodeDataLoader qualifications, CancellationToken ct) =>
        qualifications.LoadRequiredAsync(own.Code, ct);
}

/// <summary>Whether results are released to the one who asks.</summary>
public enum ReleaseState
{
    /// <summary>Not yet released; nothing else is said.</summary>
    NotYetReleased,

    /// <summary>Released.</summary>
    Released,
}

/// <summary>The candidate's own screen.</summary>
[QueryType]
public static class OwnResultsQueries
{
    /// <summary>Your own results, for signed-in candidates; everybody else gets null and an error.</summary>
    [Authorize(Policy = Permission.OwnResultsRead)]
    public static async Task<OwnResults?> GetMyResultsAsync(
        CurrentCaller current, ExamsDb db, AuditTrail audit, CancellationToken ct)
    {
        if (current.Caller is not Caller.Candidate me
            || await db.Candidates.FirstOrDefaultAsync(one => one.Id == me.CandidateId, ct) is not { } candidate)
        {
            return null;
        }

        var access = await db.Accesses.FirstOrDefaultAsync(one => one.Centre == me.Centre && one.Series == me.Series, ct);
        var schedule = new ReleaseSchedule(await db.ReleaseDates.Where(one => one.Series == me.Series).ToListAsync(ct));
        var entered = await (
            from entry in db.Entries
            join syllabus in db.Syllabuses on entry.Syllabus equals syllabus.Code
            where entry.CandidateId == candidate.Id && entry.Status == EntryStatus.Active
            select syllabus.Qualification).Distinct().ToListAsync(ct);
        var results = await db.Results.Where(one => one.CandidateId == candidate.Id && one.SupersededAt == null)
            .OrderBy(one => one.Syllabus).ToListAsync(ct);

        // The gate's own instant, so that the words beside the results agree with it.
        var now = db.Instant;
        if (results.Count > 0)
        {
            await audit.NoteAsync(
                new AuditRecord(now, me, AuditAction.ResultsViewed) { Centre = me.Centre, Series = me.Series, Candidate = me.Number }, ct);
        }

        var delay = access?.Delay ?? ReleaseDelay.Nothing;
        return new OwnResults(candidate, access?.Contact, [.. entered.Order().Select(Screen)]);

        // What the gate let through is what there is to show: the state beside it only explains an empty list.
        OwnQualification Screen(QualificationCode code) => new(
            schedule.Visible(code, Audience.Candidate, delay, now) ? ReleaseState.Released : ReleaseState.NotYetReleased,
            schedule.InstantFor(code, Audience.Candidate, delay),
            [.. results.Where(result => result.Qualification == code)])
        {
            Code = code,
        };
    }
}
