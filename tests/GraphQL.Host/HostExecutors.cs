using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Host;

/// <summary>The host has one schema, served as strangers would be.</summary>
internal sealed class HostExecutors(TimeProvider clock, ILogger<RequestExecutor> log) : IRequestExecutorResolver
{
    private readonly RequestExecutor _executor = Engine.Create(HostSchema.Build(clock), EngineOptions.Public, time: clock, log: log);

    public ValueTask<IRequestExecutor> GetRequestExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default) =>
        new(_executor);
}
