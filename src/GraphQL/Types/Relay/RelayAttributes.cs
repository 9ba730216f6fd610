namespace Exams.GraphQL.Types.Relay;

/// <summary>What the <c>[ID]</c> attributes say: a global id, and of which type.</summary>
internal interface IIdAttribute
{
    /// <summary>The object type's name in the schema, when it was spelt out.</summary>
    string? TypeName { get; }

    /// <summary>The .NET type behind the object type, when that was given.</summary>
    Type? EntityType { get; }
}

/// <summary>The member is a global id (an <c>ID</c> in the schema, its key in the code).</summary>
/// <param name="typeName">The object type's name; null for the declaring type on output and for any type on input.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class IDAttribute(string? typeName = null) : Attribute, IIdAttribute
{
    /// <summary>The object type's name; null when it is not said.</summary>
    public string? TypeName { get; } = typeName;

    Type? IIdAttribute.EntityType => null;
}

/// <summary>The member is the global id of a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The .NET type behind the object type.</typeparam>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class IDAttribute<T> : Attribute, IIdAttribute
{
    string? IIdAttribute.TypeName => null;

    Type? IIdAttribute.EntityType => typeof(T);
}

/// <summary>The object type has a global id and can be fetched by it (Relay, "Global Object Identification").</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NodeAttribute : Attribute;

/// <summary>The method that fetches a node; its parameter <c>id</c> is the decoded key.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;
