using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Configuration;

/// <summary>Sets up one schema and its executor.</summary>
public interface IRequestExecutorBuilder
{
    /// <summary>The schema's name; empty for the one without a name.</summary>
    string Name { get; }

    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}

/// <summary>How strictly the engine treats its callers.</summary>
public enum EngineProfile
{
    /// <summary>Hardened, for strangers.</summary>
    Public,

    /// <summary>As graphql-js behaves: for oracles and samples.</summary>
    Reference,
}

/// <summary>What a schema is made of and how it is run, while it is being set up.</summary>
/// <param name="name">The schema's name; empty for the one without a name.</param>
/// <param name="services">The application's services.</param>
internal sealed class RequestExecutorBuilder(string name, IServiceCollection services) : IRequestExecutorBuilder
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IServiceCollection Services { get; } = services;

    /// <summary>What was said.</summary>
    public SchemaSetup Setup { get; } = new(name);
}
