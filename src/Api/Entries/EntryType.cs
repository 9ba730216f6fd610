using Exams.Api.Candidates;
using Exams.Api.Qualifications;
using Exams.Api.Results;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
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
        descriptor.Field(entry => entry.WithdrawnAt);
    }
}

/// <summary>Further fields of an entry.</summary>
[ExtendObjectType<Entry>]
public static class EntryFields
{
    /// <summary>The candidate who is entered.</summary>
    public static Task<Candidate> GetCandidateAsync([Parent] Entry entry, CandidateByIdDataLoader candidates, CancellationToken ct) =>
        candidates.LoadRequiredAsync(entry.CandidateId, ct);

    /// <summary>The syllabus.</summary>
    public static Task<Syllabus> GetSyllabusAsync([Parent] Entry entry, SyllabusByCodeDataLoader syllabuses, CancellationToken ct) =>
        syllabuses.LoadRequiredAsync(entry.Syllabus, ct);

    /// <summary>The result; null while there is none, or none that is released to you.</summary>
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
        descriptor.Field(entry => entry.EnteredAt);
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
