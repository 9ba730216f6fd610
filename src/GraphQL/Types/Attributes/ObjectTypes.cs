namespace Exams.GraphQL.Types;

/// <summary>Says of an attribute that the static class under it adds fields to an object type.</summary>
internal interface IExtendsObjectType
{
    /// <summary>The .NET type whose object type gets the fields.</summary>
    Type ExtendedType { get; }
}

/// <summary>The class is an object type with all its public members as fields. For records made for the schema only.</summary>
/// <param name="name">Its name in the schema; null for the class' own.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ObjectTypeAttribute(string? name = null) : Attribute
{
    /// <summary>Its name in the schema; null for the class' own.</summary>
    public string? Name { get; } = name;
}

/// <summary>The public static methods of the class are fields of the object type of <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The .NET type behind the object type.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T> : Attribute, IExtendsObjectType
{
    Type IExtendsObjectType.ExtendedType => typeof(T);
}

/// <summary>The public static methods of the class are further fields of the object type of <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The .NET type behind the object type.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute<T> : Attribute, IExtendsObjectType
{
    Type IExtendsObjectType.ExtendedType => typeof(T);
}

/// <summary>The interface is an interface of the schema.</summary>
/// <param name="name">Its name in the schema; null for its own, the leading I included.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute(string? name = null) : Attribute
{
    /// <summary>Its name in the schema; null for its own.</summary>
    public string? Name { get; } = name;
}

/// <summary>The interface is a union of the object types whose classes implement it.</summary>
/// <param name="name">Its name in the schema; null for its own.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    /// <summary>Its name in the schema; null for its own.</summary>
    public string? Name { get; } = name;
}
