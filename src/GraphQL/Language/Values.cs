namespace Exams.GraphQL.Language;

/// <summary>A value as written (specification, "Input Values").</summary>
public interface IValueNode : ISyntaxNode;

/// <summary>A use of a variable.</summary>
/// <param name="name">The name without the $.</param>
public sealed class VariableNode(NameNode name) : SyntaxNode, IValueNode
{
    /// <summary>The name without the $.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>An integer literal; its digits are kept as written because they may not fit any machine type.</summary>
/// <param name="value">Digits with an optional minus sign.</param>
public sealed class IntValueNode(string value) : SyntaxNode, IValueNode
{
    /// <summary>Digits with an optional minus sign.</summary>
    public string Value { get; } = value;
}

/// <summary>A float literal as written.</summary>
/// <param name="value">The text, e.g. <c>-1.5e3</c>.</param>
public sealed class FloatValueNode(string value) : SyntaxNode, IValueNode
{
    /// <summary>The text as written.</summary>
    public string Value { get; } = value;
}

/// <summary>A string literal, unescaped; block strings are already dedented.</summary>
/// <param name="value">The text that was meant.</param>
public sealed class StringValueNode(string value) : SyntaxNode, IValueNode
{
    /// <summary>The text that was meant.</summary>
    public string Value { get; } = value;

    /// <summary>True when it was written as a block string, which the printer keeps.</summary>
    public bool Block { get; init; }
}

/// <summary>The literals <c>true</c> and <c>false</c>.</summary>
/// <param name="value">Which of the two.</param>
public sealed class BooleanValueNode(bool value) : SyntaxNode, IValueNode
{
    /// <summary>Which of the two.</summary>
    public bool Value { get; } = value;
}

/// <summary>The literal <c>null</c>.</summary>
public sealed class NullValueNode : SyntaxNode, IValueNode
{
    /// <summary>A null that stands nowhere.</summary>
    public static NullValueNode Default { get; } = new();
}

/// <summary>An enum literal: a name that is not true, false or null.</summary>
/// <param name="value">The name.</param>
public sealed class EnumValueNode(string value) : SyntaxNode, IValueNode
{
    /// <summary>The name.</summary>
    public string Value { get; } = value;
}

/// <summary>A list literal.</summary>
/// <param name="items">Its items in order.</param>
public sealed class ListValueNode(IReadOnlyList<IValueNode> items) : SyntaxNode, IValueNode
{
    /// <summary>Items in order.</summary>
    public IReadOnlyList<IValueNode> Items { get; } = items;
}

/// <summary>An input object literal.</summary>
/// <param name="fields">Its fields in written order, duplicates included.</param>
public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : SyntaxNode, IValueNode
{
    /// <summary>Fields in written order, duplicates included (a rule refuses them).</summary>
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>One field of an input object literal.</summary>
/// <param name="name">The field's name.</param>
/// <param name="value">Its value.</param>
public sealed class ObjectFieldNode(NameNode name, IValueNode value) : SyntaxNode
{
    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its value.</summary>
    public IValueNode Value { get; } = value;
}
