using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>A document holds a bounded number of <c>@defer</c> and <c>@stream</c>. A house limit: each costs a plan of its own.</summary>
/// <param name="context">The validation.</param>
public sealed class MaxDeferralsRule(ValidationContext context) : ValidationRule(context), IEnter<DirectiveNode>
{
    private int _count;

    /// <inheritdoc/>
    public void Enter(DirectiveNode node)
    {
        if (Context.Options.MaxDeferrals is { } most
            && ((node.Name.Value == "defer" && Context.Schema.CanDefer) || (node.Name.Value == "stream" && Context.Schema.CanStream))
            && ++_count == most + 1)
        {
            Context.Report($"Too many @defer and @stream directives: {most} are the most.", node);
        }
    }
}
