namespace Exams.GraphQL.Types;

/// <summary>The input object takes exactly one of its members (<c>@oneOf</c>).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;

/// <summary>The default of an input member in the schema; the member becomes nullable there.</summary>
/// <param name="value">A constant.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    /// <summary>The constant.</summary>
    public object? Value { get; } = value;
}

/// <summary>Marks a resolver's parameter as "is this field asked for below me?".</summary>
/// <param name="fieldName">The field's name in the schema.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IsSelectedAttribute(string fieldName) : Attribute
{
    /// <summary>The field's name in the schema.</summary>
    public string FieldName { get; } = fieldName;
}
