namespace Exams.GraphQL.Language;

/// <summary>Where a node stands in its source: byte offsets into the UTF-8 text.</summary>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="End">Offset behind the last byte.</param>
public readonly record struct TextSpan(int Start, int End);

/// <summary>A node of the syntax tree (specification, appendix "Grammar Summary").</summary>
public interface ISyntaxNode
{
    /// <summary>Where the node stands; the empty span for nodes made by code.</summary>
    TextSpan Span { get; }
}

/// <summary>Base of all nodes. Nodes are immutable once parsed and hold no parent.</summary>
public abstract class SyntaxNode : ISyntaxNode
{
    /// <inheritdoc/>
    public TextSpan Span { get; init; }
}

/// <summary>A name as written, e.g. of a field, with its place (specification, "Names").</summary>
/// <param name="value">The letters.</param>
public sealed class NameNode(string value) : SyntaxNode
{
    /// <summary>The letters.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Anything that can carry directives.</summary>
public interface IHasDirectives : ISyntaxNode
{
    /// <summary>Directives in written order.</summary>
    IReadOnlyList<DirectiveNode> Directives { get; }
}

/// <summary>A use of a directive (specification, "Directives").</summary>
/// <param name="name">Its name without the @.</param>
/// <param name="arguments">Its arguments in written order.</param>
public sealed class DirectiveNode(NameNode name, IReadOnlyList<ArgumentNode> arguments) : SyntaxNode
{
    /// <summary>The name without the @.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Arguments in written order.</summary>
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}

/// <summary>A named argument (specification, "Arguments").</summary>
/// <param name="name">The argument's name.</param>
/// <param name="value">The value as written.</param>
public sealed class ArgumentNode(NameNode name, IValueNode value) : SyntaxNode
{
    /// <summary>The argument's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The value as written.</summary>
    public IValueNode Value { get; } = value;
}
