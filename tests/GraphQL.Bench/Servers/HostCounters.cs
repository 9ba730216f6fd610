using System.Net.Http.Json;

namespace Exams.GraphQL.Bench.Servers;

/// <summary>What the engine's host says of itself at <c>/counters</c>.</summary>
/// <param name="Allocated">Bytes allocated since it started.</param>
/// <param name="Live">Bytes in use on the heap as of the last collection.</param>
/// <param name="Collections">Collections of the oldest generation.</param>
/// <param name="Documents">Documents kept ready.</param>
/// <param name="DocumentBytes">The room they take, by the engine's estimate.</param>
internal sealed record HostCounters(long Allocated, long Live, int Collections, int Documents, long DocumentBytes)
{
    /// <summary>Asks.</summary>
    public static async Task<HostCounters> ReadAsync(HttpClient client, Uri host) =>
        (await client.GetFromJsonAsync<HostCounters>(new Uri(host, "/counters")))!;
}
