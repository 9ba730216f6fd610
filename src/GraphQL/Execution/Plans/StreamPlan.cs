using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>How a list with <c>@stream</c> comes (incremental delivery, "CompleteListValue").</summary>
/// <param name="directive">The directive, which is in force.</param>
/// <param name="item">The plan of the items that come later.</param>
internal sealed class StreamPlan(DirectiveNode directive, ValuePlan item)
{
    private readonly IValueNode? _initialCount = directive.Arguments.FirstOrDefault(a => a.Name.Value == "initialCount")?.Value;

    /// <summary>What the client calls it; null for nothing.</summary>
    public string? Label { get; } = DeferUsage.LabelOf(directive);

    /// <summary>The plan of the items that come later: each is a part of its own.</summary>
    public ValuePlan Item { get; } = item;

    /// <summary>How many items are written at once.</summary>
    /// <param name="variables">The request's variables.</param>
    /// <returns>The number, which the document may have chosen negative; 0 when it does not say; null when a variable says null.</returns>
    public int? InitialCount(VariableValues variables) => _initialCount switch
    {
        VariableNode variable when variables[variable.Name.Value] is { HasValue: true, Value: null } => null,
        IntValueNode literal when int.TryParse(literal.Value, System.Globalization.CultureInfo.InvariantCulture, out var count) => count,
        VariableNode variable when variables[variable.Name.Value] is { HasValue: true, Value: int count } => count,
        _ => 0,
    };
}
