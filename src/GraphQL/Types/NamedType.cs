using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>A type with a name of its own.</summary>
/// <param name="name">Its name in the schema.</param>
public abstract class NamedType(string name) : IType
{
    /// <summary>Its name in the schema.</summary>
    public string Name { get; protected set; } = name;

    /// <summary>Its description in Markdown, if any.</summary>
    public string? Description { get; set; }

    /// <summary>Directives to print behind the type in SDL, e.g. <c>@authorize</c>.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; set; } = [];

    /// <summary>The definition it was built from, first the definition, then extensions; empty when built from C#.</summary>
    public IReadOnlyList<TypeDefinitionNode> SyntaxNodes { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
