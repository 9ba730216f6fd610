namespace Exams.GraphQL;

/// <summary>Marks a resolver's parameter as the parent object.</summary>
/// <param name="requires">Members of the parent that must have been loaded, in C# names with blanks between; null for all.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute(string? requires = null) : Attribute
{
    /// <summary>Members of the parent that must have been loaded; null for all.</summary>
    public string? Requires { get; } = requires;
}

/// <summary>Marks a resolver's parameter as the event of the subscription.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
