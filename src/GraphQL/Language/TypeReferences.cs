namespace Exams.GraphQL.Language;

/// <summary>A type as written, e.g. <c>[Int!]</c> (specification, "Type References").</summary>
public interface ITypeNode : ISyntaxNode;

/// <summary>A named type as written.</summary>
/// <param name="name">Its name.</param>
public sealed class NamedTypeNode(NameNode name) : SyntaxNode, ITypeNode
{
    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A list type as written.</summary>
/// <param name="type">The type of the items.</param>
public sealed class ListTypeNode(ITypeNode type) : SyntaxNode, ITypeNode
{
    /// <summary>The type of the items.</summary>
    public ITypeNode Type { get; } = type;
}

/// <summary>A type followed by an exclamation mark.</summary>
/// <param name="type">The nullable type inside.</param>
public sealed class NonNullTypeNode(ITypeNode type) : SyntaxNode, ITypeNode
{
    /// <summary>The nullable type inside.</summary>
    public ITypeNode Type { get; } = type;
}
