using Exams.Api.Candidates;
using Exams.Api.Centres;
using Exams.Api.Entries;
using Exams.Api.Qualifications;
using Exams.Api.Transfers;
using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.Qualifications;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Transfers;
using Exams.Infrastructure.Events;

namespace Exams.Api.News;

/// <summary>One thing that happened. It says what it is about and leads there, to the things as they are now; what you may not read is null.</summary>
public sealed class EventType : ObjectType<NewsItem>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<NewsItem> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Name("Event");
        descriptor.Field(news => news.Type);
        descriptor.Field(news => news.At);
        descriptor.Field(news => news.Centre).Name("centreNumber");
        descriptor.Field(news => news.Series);
        descriptor.Field(news => news.Candidate).Name("candidateNumber");
        descriptor.Field(news => news.Syllabus).Name("syllabusCode");
        descriptor.Field(news => news.Qualification).Name("qualificationCode");
        descriptor.Field(news => news.Audience);
        descriptor.Field(news => news.ReleaseAt);
        descriptor.Field(news => news.Done);
        descriptor.Field(news => news.Total);
    }
}

/// <summary>Where an event leads.</summary>
[Node]
[ExtendObjectType<NewsItem>]
public static class EventFields
{
    /// <summary>Finds an event by its id.</summary>
    [NodeResolver]
    public static Task<NewsItem?> GetEventByIdAsync(long id, EventByIdDataLoader events, CancellationToken ct) => events.LoadAsync(id, ct);

    /// <summary>Where it stands among the events; hand it back as "after" to go on behind it.</summary>
    public static string GetCursor([Parent] NewsItem news, NewsCursors cursors) => cursors.Write(NewsLists.Events, news.Sequence);

    /// <summary>The centre it is about; null when it is about every centre.</summary>
    [Authorize(Policy = Permission.CentresRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<Centre?> GetCentreAsync([Parent] NewsItem news, CentreByNumberDataLoader centres, CancellationToken ct) =>
        news.Centre is { } number ? await centres.LoadAsync(number, ct) : null;

    /// <summary>The candidate it is about, as registered now.</summary>
    [Authorize(Policy = Permission.CandidatesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<Candidate?> GetCandidateAsync(
        [Parent] NewsItem news, RowByRegistrationDataLoader rows, CandidateByIdDataLoader candidates, CancellationToken ct) =>
        news.Registration is { } registration && await rows.LoadAsync(registration, ct) is { } row ? await candidates.LoadAsync(row.Id, ct) : null;

    /// <summary>The entry it is about, as it is now.</summary>
    [Authorize(Policy = Permission.EntriesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<Entry?> GetEntryAsync(
        [Parent] NewsItem news, RowByRegistrationDataLoader rows, EntriesByCandidateDataLoader entries, CancellationToken ct) =>
        news is { Registration: { } registration, Syllabus: { } syllabus } && await rows.LoadAsync(registration, ct) is { } row
            ? (await entries.LoadAsync(row.Id, ct) ?? []).LastOf(syllabus)
            : null;

    /// <summary>The transfer it is about, as it is now.</summary>
    [Authorize(Policy = Permission.EntriesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<Transfer?> GetTransferAsync([Parent] NewsItem news, TransferByIdDataLoader transfers, CancellationToken ct) =>
        news.TransferId is { } id ? await transfers.LoadAsync(id, ct) : null;

    /// <summary>The syllabus of the entry it is about.</summary>
    [Authorize(Policy = Permission.CatalogueRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<Syllabus?> GetSyllabusAsync([Parent] NewsItem news, SyllabusByCodeDataLoader syllabuses, CancellationToken ct) =>
        news.Syllabus is { } code ? await syllabuses.LoadAsync(code, ct) : null;

    /// <summary>The qualification whose release it is about.</summary>
    [Authorize(Policy = Permission.CatalogueRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<Qualification?> GetQualificationAsync([Parent] NewsItem news, QualificationByCodeDataLoader qualifications, CancellationToken ct) =>
        news.Qualification is { } code ? await qualifications.LoadAsync(code, ct) : null;

    /// <summary>The documents it is about, as they are now; null when they are gone.</summary>
    [Authorize(Policy = Permission.AccessRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<AccessDocuments?> GetDocumentsAsync([Parent] NewsItem news, DocumentsByIdDataLoader documents, CancellationToken ct) =>
        news.DocumentsId is { } id ? await documents.LoadAsync(id, ct) : null;

    /// <summary>The statements of entry it is about, as they are now; null when it is about none, or you may not read candidates.</summary>
    [Authorize(Policy = Permission.EntriesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<AccessDocuments?> GetStatementsAsync([Parent] NewsItem news, DocumentsByIdDataLoader documents, CancellationToken ct) =>
        news.DocumentsId is { } id && await documents.LoadAsync(id, ct) is { Kind: DocumentsKind.StatementsOfEntry } found ? found : null;

    // Of several entries the one that stands; where none does, the last that did.
    internal static Entry? LastOf(this IEnumerable<Entry> entries, SyllabusCode syllabus) =>
        entries.Where(entry => entry.Syllabus == syllabus).OrderBy(entry => entry.IsActive).ThenBy(entry => entry.Id).LastOrDefault();
}
