using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>A directive that documents or schemas may use (specification, "Directives").</summary>
/// <param name="name">Its name without the @.</param>
/// <param name="locations">Where it may stand, e.g. <c>FIELD</c>, in declared order.</param>
public sealed class Directive(string name, IReadOnlyList<string> locations)
{
    /// <summary>Its name without the @.</summary>
    public string Name { get; } = name;

    /// <summary>Where it may stand, in declared order.</summary>
    public IReadOnlyList<string> Locations { get; } = locations;

    /// <summary>Its description, if any.</summary>
    public string? Description { get; init; }

    /// <summary>Arguments in declared order.</summary>
    public IReadOnlyList<InputField> Arguments
    {
        get;
        init
        {
            field = value;
            for (var i = 0; i < value.Count; i++)
            {
                value[i].Index = i;
            }
        }
    } = [];

    /// <summary>True when it may stand more than once in one place.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>The definition it was built from, if it was.</summary>
    public DirectiveDefinitionNode? SyntaxNode { get; init; }

    /// <summary>The argument of a name.</summary>
    /// <param name="name">A name, exactly spelt.</param>
    /// <returns>The argument or null.</returns>
    public InputField? Argument(string name) => Arguments.FirstOrDefault(a => a.Name == name);

    /// <inheritdoc/>
    public override string ToString() => $"@{Name}";
}
