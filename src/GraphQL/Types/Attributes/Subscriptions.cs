namespace Exams.GraphQL.Types;

/// <summary>The method is a subscription field: it turns each event into the field's value.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>A method of the same class that makes the stream of events; null when a topic does.</summary>
    public string? With { get; set; }
}

/// <summary>The topic whose messages are the subscription's events.</summary>
/// <param name="name">Its name, with <c>{argument}</c> for values of the field's arguments; null for the field's method name.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class TopicAttribute(string? name = null) : Attribute
{
    /// <summary>The topic's name or pattern; null for the method's name.</summary>
    public string? Name { get; } = name;
}
