using System.Collections.Concurrent;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Requests;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Validation;
using Exams.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Exams.GraphQL.Configuration;

/// <summary>Makes the executors of the schemas that were set up, each at its first asking.</summary>
/// <param name="setups">The schemas.</param>
/// <param name="services">The application's services.</param>
internal sealed class RequestExecutorResolver(IEnumerable<SchemaSetup> setups, IServiceProvider services) : IRequestExecutorResolver
{
    private readonly Dictionary<string, SchemaSetup> _setups = setups.ToDictionary(s => s.Name, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<IRequestExecutor>> _executors = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<IRequestExecutor> GetRequestExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default)
    {
        var name = schemaName ?? "";
        var setup = _setups.GetValueOrDefault(name)
            ?? throw new InvalidOperationException(name.Length == 0 ? "No schema was registered." : $"No schema was registered as {name}.");
        return new ValueTask<IRequestExecutor>(_executors.GetOrAdd(name, _ => new Lazy<IRequestExecutor>(() => Make(setup))).Value);
    }

    private RequestExecutor Make(SchemaSetup setup)
    {
        var registrations = new TypeRegistrations();
        foreach (var register in setup.Types)
        {
            register(registrations);
        }

        var schema = new SchemaBuilding(registrations, services, setup.Binders) 
        {
            OffersNodes = setup.OffersNodes,
            DescribesGenerated = setup.DescribesGenerated,
        }.Build();
        SchemaValidator.ThrowIfInvalid(schema);
        return new RequestExecutor(
            schema,
            Validation(setup),
            setup.EngineOptions(),
            setup.ErrorFilters.Select(t => (IErrorFilter)ActivatorUtilities.CreateInstance(services, t)),
            services.GetService<IFieldAuthorizer>(),
            services.GetService<TimeProvider>(),
            services.GetService<ILogger<RequestExecutor>>(),
            Budget(setup));
    }

    private ICostBudget? Budget(SchemaSetup setup) => services.GetService<ICostBudget>()
        ?? (setup.Budget is { } options ? new LeakyBuckets(options, services.GetService<TimeProvider>() ?? TimeProvider.System) : null);

    private static ValidateDocument Validation(SchemaSetup setup)
    {
        var options = setup.ValidationOptions();
        var byTrust = Enumerable.Range(0, 4).Select(trust => options with
        {
            AllowIntrospection = !setup.HidesSchema && ((DocumentTrust)trust).HasFlag(DocumentTrust.Introspection),
            AllowSuggestions = ((DocumentTrust)trust).HasFlag(DocumentTrust.Suggestions),
        }).ToArray();
        return (schema, document, trust) => Validator.Validate(schema, document, byTrust[(int)trust]);
    }
}
