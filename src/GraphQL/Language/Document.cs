namespace Exams.GraphQL.Language;

/// <summary>Which of the three operations a document or a root type stands for.</summary>
public enum OperationType
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Writes, then reads.</summary>
    Mutation,

    /// <summary>Reads at every event.</summary>
    Subscription,
}

/// <summary>A whole source text, parsed (specification, "Document").</summary>
/// <param name="definitions">Definitions in written order.</param>
/// <param name="source">The text that was parsed; positions count in it.</param>
public sealed class DocumentNode(IReadOnlyList<IDefinitionNode> definitions, Source source) : SyntaxNode
{
    /// <summary>Definitions in written order.</summary>
    public IReadOnlyList<IDefinitionNode> Definitions { get; } = definitions;

    /// <summary>The text that was parsed.</summary>
    public Source Source { get; } = source;
}

/// <summary>A top-level definition of any kind.</summary>
public interface IDefinitionNode : ISyntaxNode;

/// <summary>An operation (specification, "Operations"). The short form has no name and no variables.</summary>
public sealed class OperationDefinitionNode : SyntaxNode, IDefinitionNode, IHasDirectives
{
    /// <summary>Text before the operation, ignored by execution.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>Query, mutation or subscription.</summary>
    public required OperationType Operation { get; init; }

    /// <summary>The name, when it has one.</summary>
    public NameNode? Name { get; init; }

    /// <summary>Variables in written order.</summary>
    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    /// <summary>What is asked for.</summary>
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>A declared variable.</summary>
public sealed class VariableDefinitionNode : SyntaxNode, IHasDirectives
{
    /// <summary>Text before the variable, ignored by execution.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The variable.</summary>
    public required VariableNode Variable { get; init; }

    /// <summary>Its type as written.</summary>
    public required ITypeNode Type { get; init; }

    /// <summary>Its default, when it has one; constant.</summary>
    public IValueNode? DefaultValue { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A fragment definition.</summary>
public sealed class FragmentDefinitionNode : SyntaxNode, IDefinitionNode, IHasDirectives
{
    /// <summary>Text before the fragment, ignored by execution.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>Its name, never <c>on</c>.</summary>
    public required NameNode Name { get; init; }

    /// <summary>Variables in written order; empty unless <see cref="ParserLimits.FragmentVariables"/> is set.</summary>
    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; init; } = [];

    /// <summary>The type it applies to.</summary>
    public required NamedTypeNode TypeCondition { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    /// <summary>What it asks for.</summary>
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>Braces and what stands between them; never empty.</summary>
/// <param name="selections">Selections in written order.</param>
public sealed class SelectionSetNode(IReadOnlyList<ISelectionNode> selections) : SyntaxNode
{
    /// <summary>Selections in written order.</summary>
    public IReadOnlyList<ISelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public interface ISelectionNode : IHasDirectives;

/// <summary>A selected field.</summary>
public sealed class FieldNode : SyntaxNode, ISelectionNode
{
    /// <summary>The alias, when it has one.</summary>
    public NameNode? Alias { get; init; }

    /// <summary>The field's name in the schema.</summary>
    public required NameNode Name { get; init; }

    /// <summary>Arguments in written order.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    /// <summary>What is asked of its value; null for leaves.</summary>
    public SelectionSetNode? SelectionSet { get; init; }

    /// <summary>The key of the field in the response: alias or name.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

/// <summary>A use of a fragment.</summary>
public sealed class FragmentSpreadNode : SyntaxNode, ISelectionNode
{
    /// <summary>The fragment's name.</summary>
    public required NameNode Name { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A fragment written in place.</summary>
public sealed class InlineFragmentNode : SyntaxNode, ISelectionNode
{
    /// <summary>The type it applies to; null for the enclosing one.</summary>
    public NamedTypeNode? TypeCondition { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    /// <summary>What it asks for.</summary>
    public required SelectionSetNode SelectionSet { get; init; }
}
