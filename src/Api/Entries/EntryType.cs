using Exams.Api.Candidates;
using Exams.Api.Qualifications;
using Exams.Api.Results;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.Qualifications;
using Exams.Domain.Results;

namespace Exams.Api.Entries;

/// <summary>A candidate's entry for one syllabus with one option. A withdrawn entry stays.</summary>
public sealed class EntryType : ObjectType<Entry>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Entry> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(entry => entry.Series);
        descriptor.Field(entry => entry.Option);
        descriptor.Field(entry => entry.Status);
        descriptor.Field(entry => entry.EnteredAt);
        descriptor.Field(entry => entry.AmendedAt);
        descriptor.Field(entry => entry.WithdrawnAt);
        descriptor.Field(entry => entry.Tier);
        descriptor.Field(entry => entry.Previous);
        descriptor.Field(entry => entry.CarriedFrom);
        descriptor.Field(entry => entry.ExternalReference);
    }
}

/// <summary>A candidate's registration by its natural key.</summary>
public sealed class RegistrationType : ObjectType<Registration>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Registration> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(registration => registration.Centre);
        descriptor.Field(registration => registration.Series);
        descriptor.Field(registration => registration.Number);
    }
}

/// <summary>A line of a centre's account with the board.</summary>
public sealed class FeeLineType : ObjectType<FeeLine>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<FeeLine> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(line => line.Kind);
        descriptor.Field(line => line.Tier);
        descriptor.Field(line => line.Price);
        descriptor.Field(line => line.At);
    }
}

/// <summary>An amount of money.</summary>
public sealed class MoneyType : ObjectType<Money>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Money> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(money => money.Amount);
        descriptor.Field(money => money.Currency);
    }
}

/// <summary>Further fields of an entry.</summary>
[Node]
[ExtendObjectType<Entry>]
public static class EntryFields
{
    /// <summary>Finds an entry by its id.</summary>
    [NodeResolver]
    public static Task<Entry?> GetEntryByIdAsync(long id, EntryByIdDataLoader entries, CancellationToken ct) => entries.LoadAsync(id, ct);

    /// <summary>What the entry cost, and what was given back, in the order of time.</summary>
    [Cost(Prices.OfBatch)]
    public static async Task<IReadOnlyList<FeeLine>> GetFeesAsync([Parent] Entry entry, FeeLinesByEntryDataLoader fees, CancellationToken ct) =>
        await fees.LoadAsync(entry.Id, ct) ?? [];

    /// <summary>The candidate who is entered.</summary>
    [Authorize(Policy = Permission.CandidatesRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Candidate> GetCandidateAsync([Parent] Entry entry, CandidateByIdDataLoader candidates, CancellationToken ct) =>
        candidates.LoadRequiredAsync(entry.CandidateId, ct);

    /// <summary>The syllabus.</summary>
    [Authorize(Policy = Permission.CatalogueRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Syllabus> GetSyllabusAsync([Parent] Entry entry, SyllabusByCodeDataLoader syllabuses, CancellationToken ct) =>
        syllabuses.LoadRequiredAsync(entry.Syllabus, ct);

    /// <summary>The result; null while there is none, or none that is released to you.</summary>
    [Authorize(Policy = Permission.ResultsRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Result?> GetResultAsync([Parent] Entry entry, ResultByEntryDataLoader results, CancellationToken ct) =>
        results.LoadAsync(new EntryKey(entry.CandidateId, entry.Syllabus), ct);
}

/// <summary>What entries can be searched by.</summary>
public sealed class EntryFilter : FilterInputType<Entry>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<Entry> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(entry => entry.Syllabus);
        descriptor.Field(entry => entry.Option);
        descriptor.Field(entry => entry.Status);
        descriptor.Field(entry => entry.Tier);
        descriptor.Field(entry => entry.ExternalReference);
        descriptor.Field(entry => entry.EnteredAt);
        descriptor.Field(entry => entry.AmendedAt);
        descriptor.Field(entry => entry.WithdrawnAt);
    }
}

/// <summary>What entries can be sorted by.</summary>
public sealed class EntrySort : SortInputType<Entry>
{
    /// <inheritdoc/>
    protected override void Configure(ISortInputTypeDescriptor<Entry> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(entry => entry.Syllabus);
        descriptor.Field(entry => entry.EnteredAt);
    }
}
