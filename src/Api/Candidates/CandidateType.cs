using Exams.Api.Centres;
using Exams.Api.Entries;
using Exams.Api.ResultsAccess;
using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;

namespace Exams.Api.Candidates;

/// <summary>A person registered at a centre for one series, under one candidate number.</summary>
public sealed class CandidateType : ObjectType<Candidate>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Candidate> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(candidate => candidate.Series);
        descriptor.Field(candidate => candidate.Number);
        descriptor.Field(candidate => candidate.Name);
        descriptor.Field(candidate => candidate.NameVariation);
        descriptor.Field(candidate => candidate.BoardName);
        descriptor.Field(candidate => candidate.DateOfBirth);
        descriptor.Field(candidate => candidate.Gender);
        descriptor.Field(candidate => candidate.Uci);
        descriptor.Field(candidate => candidate.Email);
        descriptor.Field(candidate => candidate.IsPrivate);
        descriptor.Field(candidate => candidate.ExternalReference);
        descriptor.Field(candidate => candidate.Status);
        descriptor.Field(candidate => candidate.IsMoving);
    }
}

/// <summary>Something about a candidate that you should look at and that refuses nothing.</summary>
public sealed class CandidateWarningType : ObjectType<CandidateWarning>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<CandidateWarning> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(warning => warning.Code).Description(
            "A stable code in capitals and underscores: NAME_VARIATION_NEEDED where the board cannot print the name, FAMILY_NAME_UNMARKED where a name has no colon.");
        descriptor.Field(warning => warning.Message);
    }
}

/// <summary>Further fields of a candidate.</summary>
[Node]
[ExtendObjectType<Candidate>]
public static class CandidateFields
{
    /// <summary>Finds a candidate by its id.</summary>
    [NodeResolver]
    public static Task<Candidate?> GetCandidateByIdAsync(long id, CandidateByIdDataLoader candidates, CancellationToken ct) => candidates.LoadAsync(id, ct);

    /// <summary>The centre at which the candidate is registered.</summary>
    [Authorize(Policy = Permission.CentresRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Centre> GetCentreAsync([Parent] Candidate candidate, CentreByNumberDataLoader centres, CancellationToken ct) =>
        centres.LoadRequiredAsync(candidate.Centre, ct);

    /// <summary>The candidate's entries in the series, withdrawn ones included, in order of syllabus.</summary>
    [Authorize(Policy = Permission.EntriesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<IReadOnlyList<Entry>> GetEntriesAsync(
        [Parent] Candidate candidate, EntriesByCandidateDataLoader entries, CancellationToken ct) =>
        await entries.LoadAsync(candidate.Id, ct) ?? [];

    /// <summary>The candidate's access to results; null when access was never given.</summary>
    [Authorize(Policy = Permission.AccessRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Grant?> GetGrantAsync([Parent] Candidate candidate, GrantByCandidateDataLoader grants, CancellationToken ct) =>
        grants.LoadAsync(candidate.Id, ct);
}

/// <summary>What candidates can be searched by.</summary>
public sealed class CandidateFilter : FilterInputType<Candidate>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<Candidate> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(candidate => candidate.Number);
        descriptor.Field(candidate => candidate.Name);
        descriptor.Field(candidate => candidate.Uci);
        descriptor.Field(candidate => candidate.ExternalReference);
        descriptor.Field(candidate => candidate.Status);
        descriptor.Field(candidate => candidate.IsMoving);
        descriptor.Field(candidate => candidate.IsPrivate);
        descriptor.Field(candidate => candidate.DateOfBirth);
    }
}

/// <summary>What candidates can be sorted by.</summary>
public sealed class CandidateSort : SortInputType<Candidate>
{
    /// <inheritdoc/>
    protected override void Configure(ISortInputTypeDescriptor<Candidate> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(candidate => candidate.Number);
        descriptor.Field(candidate => candidate.Name);
        descriptor.Field(candidate => candidate.DateOfBirth);
    }
}
