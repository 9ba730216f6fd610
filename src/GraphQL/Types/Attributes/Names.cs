namespace Exams.GraphQL;

/// <summary>Gives a member another name in the schema than its own would become.</summary>
/// <param name="name">The name, exactly as it is to be.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum
    | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string Name { get; } = name;
}

/// <summary>Keeps a member out of the schema.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>Marks a member as one that should not be used any more (<c>@deprecated</c>).</summary>
/// <param name="deprecationReason">Why, and what to use instead.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLDeprecatedAttribute(string deprecationReason) : Attribute
{
    /// <summary>Why, and what to use instead.</summary>
    public string DeprecationReason { get; } = deprecationReason;
}

/// <summary>Names a group of schema types. An assembly's types are registered by <c>AddTypes(assembly)</c>.</summary>
/// <param name="name">The group's name.</param>
/// <param name="options">What is to be made of it.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ModuleAttribute(string name, ModuleOptions options = ModuleOptions.Default) : Attribute
{
    /// <summary>The group's name.</summary>
    public string Name { get; } = name;

    /// <summary>What is to be made of it.</summary>
    public ModuleOptions Options { get; } = options;
}

/// <summary>What is to be made of a module.</summary>
[Flags]
public enum ModuleOptions
{
    /// <summary>All that it can.</summary>
    Default = RegisterDataLoader | RegisterTypes,

    /// <summary>Its schema types are registered.</summary>
    RegisterTypes = 1,

    /// <summary>Its data loaders are registered.</summary>
    RegisterDataLoader = 2,
}
