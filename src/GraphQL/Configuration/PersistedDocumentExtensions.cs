using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Exams.GraphQL.Configuration;

/// <summary>Says which documents clients may name instead of sending them.</summary>
public static class PersistedDocumentExtensions
{
    /// <summary>Knows the documents of a folder: clients name them by the names of the files, without <c>.graphql</c>, or by their
    /// SHA-256. They are read and checked when the application starts; one that is not valid ends the start and is named.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="path">The folder.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder AddFileSystemOperationDocumentStorage(this IRequestExecutorBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IHostedService>(services => new Starter(services.GetRequiredService<IRequestExecutorResolver>(), builder.Name));
        ((RequestExecutorBuilder)builder).Setup.DocumentsFolder = path;
        return builder;
    }

    /// <summary>Lets clients name documents that the server knows. Their storage says so already; the call keeps set-ups alike.</summary>
    /// <param name="builder">The schema.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder UsePersistedOperationPipeline(this IRequestExecutorBuilder builder) => builder;

    /// <summary>Lets clients register documents: sent once with its SHA-256, a document is named by it from then on (automatic
    /// persisted queries). What was not asked for lately makes room for others.</summary>
    /// <param name="builder">The schema.</param>
    /// <param name="maxDocuments">Most documents.</param>
    /// <param name="maxBytes">Most bytes of their texts together.</param>
    /// <returns>The same builder.</returns>
    public static IRequestExecutorBuilder UseAutomaticPersistedOperationPipeline(
        this IRequestExecutorBuilder builder, int maxDocuments = 1_000, long maxBytes = 8 * 1_048_576)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ((RequestExecutorBuilder)builder).Setup.Persisted = () => new PersistedQueries(maxDocuments, maxBytes);
        return builder;
    }

    // Executors are made at their first asking; with documents to check, that is the start.
    private sealed class Starter(IRequestExecutorResolver executors, string schema) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken) =>
            await executors.GetRequestExecutorAsync(schema.Length == 0 ? null : schema, cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
