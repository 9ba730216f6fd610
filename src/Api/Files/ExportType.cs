using Exams.Domain.Files;

namespace Exams.Api.Files;

/// <summary>A file of what you may read, written for you in the background; it is yours alone, and gone after 24 hours.</summary>
public sealed class ExportType : ObjectType<Export>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Export> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(export => export.Kind);
        descriptor.Field(export => export.Format);
        descriptor.Field(export => export.Series);
        descriptor.Field(export => export.Centres).Name("centreNumbers");
        descriptor.Field(export => export.State);
        descriptor.Field(export => export.StateReason);
        descriptor.Field(export => export.Rows);
        descriptor.Field(export => export.OrderedAt);
        descriptor.Field(export => export.ReadyAt);
        descriptor.Field(export => export.ExpiresAt);
    }
}

/// <summary>Further fields of an export.</summary>
[Node]
[ExtendObjectType<Export>]
public static class ExportFields
{
    /// <summary>Finds an export of yours by its id.</summary>
    [NodeResolver]
    public static Task<Export?> GetExportByIdAsync(long id, ExportByIdDataLoader exports, CancellationToken ct) => exports.LoadAsync(id, ct);

    /// <summary>The file, once it can be downloaded.</summary>
    public static ExportFile? GetFile([Parent] Export export, TimeProvider clock) => export.CanBeFetched(clock.GetUtcNow())
        ? new ExportFile(export.Name, DownloadEndpoint.UrlOf(export), export.FileName, DownloadEndpoint.ContentTypeOf(export), export.Bytes ?? 0)
        : null;
}

/// <summary>The file of an export.</summary>
/// <param name="Id">Its opaque name.</param>
/// <param name="Url">Where to fetch it, relative to this service, with your bearer token or by a link. Ranges are served.</param>
/// <param name="FileName">The name to save it under.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its length in bytes.</param>
[ObjectType]
public sealed record ExportFile(string Id, string Url, string FileName, string ContentType, long Bytes);

/// <summary>Exports by row, as far as they are the caller's and still may be.</summary>
public sealed class ExportByIdDataLoader(GatedReads reads, CurrentCaller current, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Export>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Export>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        var exports = await db.Exports.Where(one => keys.Contains(one.Id)).ToListAsync(cancellationToken);
        return exports.Where(one => one.IsFor(current.Caller)).ToDictionary(one => one.Id);
    }
}
