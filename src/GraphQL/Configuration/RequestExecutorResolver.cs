using System.Collections.Concurrent;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Documents;
using Exams.GraphQL.Execution.Requests;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Relay;
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

    private DocumentsExecutor Make(SchemaSetup setup)
    {
        var registrations = new TypeRegistrations();
        foreach (var register in setup.Types)
        {
            register(registrations);
        }

        var schema = new SchemaBuilding(registrations, services, setup.Binders) 
        {
            OffersNodes = setup.OffersNodes,
            KeyMask = services.GetService<IKeyMask>(),
            DescribesGenerated = setup.DescribesGenerated,
            Listing = setup.Options.Directives,
            FieldDirectives = setup.FieldDirectives,
            Incremental =
            [
                .. setup.Options.EnableDefer ? [SpecifiedDirectives.Defer] : Array.Empty<Directive>(),
                .. setup.Options.EnableStream ? [SpecifiedDirectives.Stream] : Array.Empty<Directive>(),
            ],
        }.Build();
        SchemaValidator.ThrowIfInvalid(schema);
        var options = setup.EngineOptions();
        var executor = new RequestExecutor(
            schema,
            Validation(setup),
            options,
            setup.ErrorFilters.Select(t => (IErrorFilter)ActivatorUtilities.CreateInstance(services, t)),
            services.GetService<IFieldAuthorizer>(),
            services.GetService<TimeProvider>(),
            services.GetService<ILogger<RequestExecutor>>(),
            Budget(setup));
        var trusted = setup.DocumentsFolder is { } folder ? Trusted(folder, executor) : null;
        return new DocumentsExecutor(
            executor, new DocumentPolicy(trusted, setup.Persisted?.Invoke(), options.OnlyTrustedDocuments, options.AllowDocumentBody));
    }

    // A document that the schema does not take is found at the start, not by the first client that needs it.
    private static TrustedDocuments Trusted(string folder, RequestExecutor executor)
    {
        var documents = TrustedDocuments.Load(folder);
        var faults = documents.ByName.SelectMany(
            document => executor.Check(document.Value),
            (document, error) => $"{document.Key}.graphql{Place(error)}: {error.Message}").ToList();
        return faults.Count == 0
            ? documents
            : throw new InvalidOperationException($"Not all documents in {folder} are valid:\n{string.Join('\n', faults)}");
    }

    private static string Place(GraphQLError error) => error.Locations is [var place, ..] ? $":{place.Line}:{place.Column}" : "";

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
