using Exams.Domain.Clients;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Clients;

/// <summary>A program of a school or of its vendor, which signs in with a secret of its own.</summary>
public sealed class ApiClientType : ObjectType<ApiClient>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<ApiClient> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(client => client.ClientId);
        descriptor.Field(client => client.Name);
        descriptor.Field(client => client.Scopes);
        descriptor.Field(client => client.CreatedAt);
        descriptor.Field(client => client.RevokedAt);
    }
}

/// <summary>Further fields of an API client.</summary>
[Node]
[ExtendObjectType<ApiClient>]
public static class ApiClientFields
{
    /// <summary>Finds an API client by its id.</summary>
    [NodeResolver]
    public static Task<ApiClient?> GetApiClientByIdAsync(long id, ApiClientByIdDataLoader clients, CancellationToken ct) => clients.LoadAsync(id, ct);

    /// <summary>The centres at which it may work, those of them that are yours, in order.</summary>
    [Cost(Prices.OfBatch)]
    public static async Task<IReadOnlyList<CentreNumber>> GetCentresAsync([Parent] ApiClient client, ClientPlacesByClientDataLoader places, CancellationToken ct) =>
        [.. (await places.LoadAsync(client.Id, ct) ?? []).Select(place => place.Centre)];
}

/// <summary>The centres of API clients, one statement for all that are asked for together.</summary>
public sealed class ClientPlacesByClientDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, ClientPlace>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<long, ClientPlace>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        var places = await db.ClientPlaces.Where(one => keys.Contains(one.ClientRow)).OrderBy(one => one.Centre).ToListAsync(cancellationToken);
        return places.ToLookup(one => one.ClientRow);
    }
}

/// <summary>API clients by row, one statement for all that are asked for together.</summary>
public sealed class ApiClientByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, ApiClient>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, ApiClient>> LoadBatchAsync(
        IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.ApiClients.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>Reading API clients.</summary>
[QueryType]
public static class ApiClientQueries
{
    /// <summary>The API clients that work at your centres, whoever made them, the newest first.</summary>
    [Authorize(Policy = Permission.ClientsWrite)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 200)]
    public static IQueryable<ApiClient> GetApiClients(ExamsDb db) => db.ApiClients.OrderByDescending(client => client.CreatedAt);
}
