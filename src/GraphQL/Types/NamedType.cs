using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>A type with a name of its own.</summary>
/// <param name="name">Its name in the schema.</param>
public abstract class NamedType(string name) : IType
{
    private IReadOnlyList<TypeDefinitionNode> _syntaxNodes = [];

    /// <summary>Its name in the schema.</summary>
    public string Name { get; protected set; } = name;

    /// <summary>Its description in Markdown, if any.</summary>
    public string? Description { get; set; }

    /// <summary>Directives to print behind the type in SDL, e.g. <c>@authorize</c>.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; set; } = [];

    /// <summary>The definition it was built from, first the definition, then extensions; empty when built from C#.</summary>
    public IReadOnlyList<TypeDefinitionNode> SyntaxNodes
    {
        get => _syntaxNodes;
        init => _syntaxNodes = value;
    }

    /// <summary>The same type built from other nodes; for types that refer to no others.</summary>
    internal NamedType Copy(IReadOnlyList<TypeDefinitionNode> syntaxNodes)
    {
        var copy = (NamedType)MemberwiseClone();
        copy._syntaxNodes = syntaxNodes;
        return copy;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
