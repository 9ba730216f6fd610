namespace Exams.GraphQL.Language;

/// <summary>A definition or extension of the type system (specification, "Type System").</summary>
public interface ITypeSystemNode : IDefinitionNode, IHasDirectives;

/// <summary><c>schema { … }</c> or its extension.</summary>
public sealed class SchemaDefinitionNode : SyntaxNode, ITypeSystemNode
{
    /// <summary>True for <c>extend schema</c>.</summary>
    public bool IsExtension { get; init; }

    /// <summary>The schema's description.</summary>
    public StringValueNode? Description { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    /// <summary>Root types in written order.</summary>
    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; init; } = [];
}

/// <summary>One root type of a schema definition, e.g. <c>query: Query</c>.</summary>
public sealed class OperationTypeDefinitionNode : SyntaxNode
{
    /// <summary>Which operation.</summary>
    public required OperationType Operation { get; init; }

    /// <summary>Which type.</summary>
    public required NamedTypeNode Type { get; init; }
}

/// <summary>A definition of a named type, or an extension of one.</summary>
public abstract class TypeDefinitionNode : SyntaxNode, ITypeSystemNode
{
    /// <summary>True for <c>extend …</c>.</summary>
    public bool IsExtension { get; init; }

    /// <summary>The description; never on extensions.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The type's name.</summary>
    public required NameNode Name { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary><c>scalar Name</c>.</summary>
public sealed class ScalarTypeDefinitionNode : TypeDefinitionNode;

/// <summary>What object and interface types share: fields and interfaces.</summary>
public abstract class ComplexTypeDefinitionNode : TypeDefinitionNode
{
    /// <summary>Implemented interfaces in written order.</summary>
    public IReadOnlyList<NamedTypeNode> Interfaces { get; init; } = [];

    /// <summary>Fields in written order.</summary>
    public IReadOnlyList<FieldDefinitionNode> Fields { get; init; } = [];
}

/// <summary><c>type Name { … }</c>.</summary>
public sealed class ObjectTypeDefinitionNode : ComplexTypeDefinitionNode;

/// <summary><c>interface Name { … }</c>.</summary>
public sealed class InterfaceTypeDefinitionNode : ComplexTypeDefinitionNode;

/// <summary><c>union Name = …</c>.</summary>
public sealed class UnionTypeDefinitionNode : TypeDefinitionNode
{
    /// <summary>Members in written order.</summary>
    public IReadOnlyList<NamedTypeNode> Types { get; init; } = [];
}

/// <summary><c>enum Name { … }</c>.</summary>
public sealed class EnumTypeDefinitionNode : TypeDefinitionNode
{
    /// <summary>Values in written order.</summary>
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; init; } = [];
}

/// <summary><c>input Name { … }</c>.</summary>
public sealed class InputObjectTypeDefinitionNode : TypeDefinitionNode
{
    /// <summary>Fields in written order.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; init; } = [];
}

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinitionNode : SyntaxNode, IHasDirectives
{
    /// <summary>The description.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The field's name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>Arguments in written order.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];

    /// <summary>The type of its value.</summary>
    public required ITypeNode Type { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>An argument, or a field of an input object.</summary>
public sealed class InputValueDefinitionNode : SyntaxNode, IHasDirectives
{
    /// <summary>The description.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>Its name.</summary>
    public required NameNode Name { get; init; }

    /// <summary>Its type.</summary>
    public required ITypeNode Type { get; init; }

    /// <summary>The default, when it has one.</summary>
    public IValueNode? DefaultValue { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>A value of an enum.</summary>
public sealed class EnumValueDefinitionNode : SyntaxNode, IHasDirectives
{
    /// <summary>The description.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>Its name.</summary>
    public required NameNode Name { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary><c>directive @name(…) on …</c>.</summary>
public sealed class DirectiveDefinitionNode : SyntaxNode, ITypeSystemNode
{
    /// <summary>The description.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>The name without the @.</summary>
    public required NameNode Name { get; init; }

    /// <summary>Arguments in written order.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];

    /// <summary>True when it may stand more than once in one place.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Where it may stand, as written.</summary>
    public IReadOnlyList<NameNode> Locations { get; init; } = [];

    /// <summary>Always empty: directives on directive definitions are not in the grammar.</summary>
    public IReadOnlyList<DirectiveNode> Directives => [];
}
