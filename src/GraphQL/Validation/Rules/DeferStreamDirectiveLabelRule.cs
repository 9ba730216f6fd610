using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Labels of <c>@defer</c> and <c>@stream</c> are written out and each used once (incremental delivery, "Defer And Stream
/// Directive Labels Are Unique").</summary>
/// <param name="context">The validation.</param>
public sealed class DeferStreamDirectiveLabelRule(ValidationContext context) : ValidationRule(context), IEnter<DirectiveNode>
{
    private readonly Dictionary<string, DirectiveNode> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Enter(DirectiveNode node)
    {
        if (!((node.Name.Value == "defer" && Context.Schema.CanDefer) || (node.Name.Value == "stream" && Context.Schema.CanStream)))
        {
            return;
        }

        switch (node.Arguments.FirstOrDefault(a => a.Name.Value == "label")?.Value)
        {
            case null or NullValueNode:
                break;
            case StringValueNode label:
                if (!_known.TryAdd(label.Value, node))
                {
                    Context.Report(
                        "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                        _known[label.Value],
                        node);
                }

                break;
            default:
                Context.Report($"Argument \"@{node.Name.Value}(label:)\" must be a static string.", node);
                break;
        }
    }
}
