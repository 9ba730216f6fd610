using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>A field of an object or interface type (specification, "FieldsDefinition").</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="type">The type of its value.</param>
public sealed class OutputField(string name, IType type)
{
    private readonly IReadOnlyList<InputField> _arguments = [];

    /// <summary>Its name in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>The type of its value.</summary>
    public IType Type { get; } = type;

    /// <summary>The type that has it; set when the type makes its fields.</summary>
    public ComplexType? DeclaringType { get; internal set; }

    /// <summary>Its description, if any.</summary>
    public string? Description { get; init; }

    /// <summary>Arguments in declared order.</summary>
    public IReadOnlyList<InputField> Arguments
    {
        get => _arguments;
        init
        {
            _arguments = value;
            for (var i = 0; i < value.Count; i++)
            {
                value[i].Index = i;
            }
        }
    }

    /// <summary>Why it should not be used any more; null when it should.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>How its value comes about. Fields of interfaces have none.</summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>For fields of the subscription type: makes the stream of events; each event becomes the field's
    /// <see cref="IResolverContext.EventMessage"/>.</summary>
    public Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>>? Subscribe { get; set; }

    /// <summary>Who may ask for it.</summary>
    public IReadOnlyList<AuthorizeRule> Authorize { get; init; } = [];

    /// <summary>Whether it brings pages: a connection whose items lie below <c>edges</c> and <c>nodes</c>.</summary>
    public bool IsPaged => Cost?.List?.SizedFields is { Count: > 0 };

    /// <summary>What it costs; null for the default.</summary>
    public FieldCost? Cost { get; init; }

    /// <summary>Members of the parent's .NET type that its resolver reads; null when it may read any.</summary>
    public IReadOnlyList<string>? Reads { get; init; }

    /// <summary>Directives to print behind it in SDL.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; init; } = [];

    /// <summary>The definition it was built from, if it was.</summary>
    public FieldDefinitionNode? SyntaxNode { get; init; }

    /// <summary>The argument of a name.</summary>
    /// <param name="name">A name, exactly spelt.</param>
    /// <returns>The argument or null.</returns>
    public InputField? Argument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }
}

/// <summary>Who may ask: a policy, any of some roles, or simply somebody signed in.</summary>
/// <param name="Policy">A policy of the application; null for none.</param>
/// <param name="Roles">Roles of which one is enough; empty for none.</param>
public sealed record AuthorizeRule(string? Policy, IReadOnlyList<string> Roles);

/// <summary>What a field costs before it runs.</summary>
/// <param name="Weight">Its own weight: 10 for an awaited resolver, 1 for an object, 0 for a leaf.</param>
/// <param name="List">How many items to reckon with when it is a list; null when it counts once.</param>
public sealed record FieldCost(double Weight, ListSize? List = null);

/// <summary>How many items a list field may bring.</summary>
/// <param name="AssumedSize">The size when no slicing argument is known.</param>
/// <param name="DefaultSize">The size when no slicing argument is given.</param>
/// <param name="SlicingArguments">Arguments that bound the size, e.g. first and last; the larger counts.</param>
/// <param name="SizedFields">Fields of the connection that hold the items, e.g. edges and nodes; empty when the field is the list.</param>
/// <param name="RequireOne">Whether exactly one slicing argument must be given.</param>
public sealed record ListSize(
    int AssumedSize, int DefaultSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields, bool RequireOne = false);
