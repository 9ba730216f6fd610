using Exams.GraphQL.Data;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Execution.Documents;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Validation;

namespace Exams.GraphQL.Configuration;

/// <summary>Everything that was said about a schema.</summary>
/// <param name="name">Its name; empty for the one without a name.</param>
internal sealed class SchemaSetup(string name)
{
    private const double MaxCost = 20_000;

    /// <summary>Its name; empty for the one without a name.</summary>
    public string Name { get; } = name;

    /// <summary>Registers the classes it is made of.</summary>
    public List<Action<TypeRegistrations>> Types { get; } = [];

    /// <summary>Binds parameters that need more than a service.</summary>
    public List<IParameterBinder> Binders { get; } = [new HttpContextBinder(), new DataLoaderBinder(), new PagingArgumentsBinder(), new QueryContextBinder()];

    /// <summary>Classes that look at errors, in order.</summary>
    public List<Type> ErrorFilters { get; } = [];

    /// <summary>Directives that stand between fields and their resolvers.</summary>
    public List<FieldDirective> FieldDirectives { get; } = [];

    /// <summary>Whether <c>node</c> and <c>nodes</c> are offered.</summary>
    public bool OffersNodes { get; set; }

    /// <summary>Whether generated types, fields and arguments are described.</summary>
    public bool DescribesGenerated { get; set; }

    /// <summary>Whether nobody may ask for <c>__schema</c> and <c>__type</c>.</summary>
    public bool HidesSchema { get; set; }

    /// <summary>Switches of the schema.</summary>
    public SchemaOptions Options { get; } = new();

    /// <summary>Whether operations may cost what they like, unless the application sets a limit.</summary>
    public bool IsUnpriced { get; set; }

    /// <summary>How strictly callers are treated.</summary>
    public EngineProfile Profile { get; set; } = EngineProfile.Public;

    /// <summary>How much clients may spend; null for no bounds.</summary>
    public LeakyBucketOptions? Budget { get; set; }

    /// <summary>The folder of trusted documents; null for none.</summary>
    public string? DocumentsFolder { get; set; }

    /// <summary>Makes the place for documents that clients register; null when they may not.</summary>
    public Func<PersistedQueries>? Persisted { get; set; }

    /// <summary>Changes to the profile's engine options.</summary>
    public List<Func<EngineOptions, EngineOptions>> Engine { get; } = [];

    /// <summary>Changes to the profile's validation options.</summary>
    public List<Func<ValidationOptions, ValidationOptions>> Validation { get; } = [];

    /// <summary>The engine's options. Strangers' operations have a price limit unless the application sets another.</summary>
    public EngineOptions EngineOptions() => Engine.Aggregate(
        Profile == EngineProfile.Reference
            ? Execution.EngineOptions.Reference
            : Execution.EngineOptions.Public with
            {
                MaxFieldCost = IsUnpriced ? null : MaxCost,
                MaxTypeCost = IsUnpriced ? null : MaxCost,
                StandardCodes = true,
            },
        (o, f) => f(o));

    /// <summary>The validation's options.</summary>
    public ValidationOptions ValidationOptions() => Validation.Aggregate(
        Profile == EngineProfile.Reference ? GraphQL.Validation.ValidationOptions.Reference : GraphQL.Validation.ValidationOptions.Public, (o, f) => f(o));
}
