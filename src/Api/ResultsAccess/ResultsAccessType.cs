using Exams.Api.Centres;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.ResultsAccess;

/// <summary>A centre's candidate results access for one series: who, whom candidates ask, and how long after the official instant.</summary>
public sealed class ResultsAccessType : ObjectType<CandidateResultsAccess>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<CandidateResultsAccess> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(access => access.Series);
        descriptor.Field(access => access.Status);
        descriptor.Field(access => access.Contact);
        descriptor.Field(access => access.QueriesAccepted);
        descriptor.Field(access => access.DelayMinutes);
        descriptor.Field(access => access.Version);
        descriptor.Field(access => access.ConfirmedAt);
        descriptor.Field(access => access.ConfirmedBy);
    }
}

/// <summary>Further fields of results access.</summary>
[ExtendObjectType<CandidateResultsAccess>]
public static class ResultsAccessFields
{
    /// <summary>The centre.</summary>
    [Cost(Prices.OfBatch)]
    public static Task<Centre> GetCentreAsync([Parent] CandidateResultsAccess access, CentreByNumberDataLoader centres, CancellationToken ct) =>
        centres.LoadRequiredAsync(access.Centre, ct);

    /// <summary>How many candidates have access now.</summary>
    public static Task<int> GetActiveCountAsync([Parent] CandidateResultsAccess access, ExamsDb db, CancellationToken ct) =>
        db.Grants.CountAsync(
            grant => grant.Centre == access.Centre && grant.Series == access.Series && grant.State == GrantState.Active, ct);

    /// <summary>With ALL: how many candidates with an active entry came too late for the last confirming and wait for the next. Otherwise 0.</summary>
    public static Task<int> GetWaitingCountAsync([Parent] CandidateResultsAccess access, ExamsDb db, CancellationToken ct) =>
        access.Status != AccessStatus.All
            ? Task.FromResult(0)
            : db.Candidates.CountAsync(
                candidate => candidate.Centre == access.Centre && candidate.Series == access.Series
                    && db.Entries.Any(entry => entry.CandidateId == candidate.Id && entry.Status == EntryStatus.Active)
                    && !db.Grants.Any(grant => grant.CandidateId == candidate.Id && grant.State == GrantState.Active),
                ct);

    /// <summary>The grants of the centre's candidates, suspended ones included, in the order in which they joined.</summary>
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 200)]
    public static IQueryable<Grant> GetGrants([Parent] CandidateResultsAccess access, ExamsDb db) =>
        db.Grants.Where(grant => grant.Centre == access.Centre && grant.Series == access.Series).OrderBy(grant => grant.Id);

    /// <summary>The documents that were ordered, newest first; expired ones included.</summary>
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 5, MaxPageSize = 50)]
    public static IQueryable<AccessDocuments> GetDocuments([Parent] CandidateResultsAccess access, ExamsDb db) =>
        db.Documents.Where(one => one.Kind == DocumentsKind.Sheets && one.Centre == access.Centre && one.Series == access.Series).OrderByDescending(one => one.Id);
}

/// <summary>Whom candidates ask about their results.</summary>
public sealed class QueryContactType : ObjectType<QueryContact>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<QueryContact> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(contact => contact.Name);
        descriptor.Field(contact => contact.Telephone);
        descriptor.Field(contact => contact.Email);
    }
}

/// <summary>Reading results access.</summary>
[QueryType]
public static class ResultsAccessQueries
{
    /// <summary>A centre's candidate results access for a series; "no candidates" where nothing was confirmed yet;
    /// null when there is no such series, no such centre, or it is not one of yours.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="db">Reads.</param>
    /// <param name="ct">Cancels.</param>
    [Authorize(Policy = Permission.AccessRead)]
    public static async Task<CandidateResultsAccess?> GetResultsAccessAsync(
        CentreNumber centre, Series series, ExamsDb db, CancellationToken ct) =>
        await db.Accesses.FirstOrDefaultAsync(access => access.Centre == centre && access.Series == series, ct)
            ?? (await db.Centres.AnyAsync(one => one.Number == centre, ct) && await db.KnowsSeriesAsync(series, ct)
                ? CandidateResultsAccess.Initial(centre, series)
                : null);
}
