using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>A fragment with <c>@defer</c>, at one place of a plan.</summary>
/// <param name="id">Tells the usages of one plan apart.</param>
/// <param name="directive">The directive.</param>
/// <param name="parent">The deferred fragment around it; null for none.</param>
internal sealed class DeferUsage(int id, DirectiveNode directive, DeferUsage? parent)
{
    /// <summary>Tells the usages of one plan apart.</summary>
    public int Id { get; } = id;

    /// <summary>The directive.</summary>
    public DirectiveNode Directive { get; } = directive;

    /// <summary>What the client calls it; null for nothing.</summary>
    public string? Label { get; } = LabelOf(directive);

    /// <summary>The deferred fragment around it; null for none.</summary>
    public DeferUsage? Parent { get; } = parent;

    /// <summary>The label of a <c>@defer</c> or <c>@stream</c>: always written out.</summary>
    /// <param name="directive">The directive.</param>
    /// <returns>The label; null when there is none.</returns>
    public static string? LabelOf(DirectiveNode directive) =>
        (directive.Arguments.FirstOrDefault(a => a.Name.Value == "label")?.Value as StringValueNode)?.Value;
}
