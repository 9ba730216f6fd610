using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Host;

/// <summary>What measurements want to know of the process from inside.</summary>
/// <param name="Allocated">Bytes allocated since it started, by all threads.</param>
/// <param name="Live">Bytes in use on the heap as of the last collection.</param>
/// <param name="Collections">Collections of the oldest generation.</param>
/// <param name="Documents">Documents kept ready.</param>
/// <param name="DocumentBytes">The room they take, by the engine's estimate.</param>
internal sealed record Counters(long Allocated, long Live, int Collections, int Documents, long DocumentBytes)
{
    public static async Task<Counters> ReadAsync(IRequestExecutorResolver executors)
    {
        var executor = (RequestExecutor)await executors.GetRequestExecutorAsync();
        return new Counters(
            GC.GetTotalAllocatedBytes(precise: true),
            GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes,
            GC.CollectionCount(GC.MaxGeneration),
            executor.KeptDocuments,
            executor.KeptBytes);
    }
}
