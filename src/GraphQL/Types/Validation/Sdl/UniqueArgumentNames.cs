using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Each argument is given to a directive once.</summary>
internal sealed class UniqueArgumentNames(SdlContext context) : ISdlRule
{
    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not DirectiveNode directive)
        {
            return;
        }

        foreach (var same in directive.Arguments.GroupBy(a => a.Name.Value).Where(g => g.Count() > 1))
        {
            context.Report($"There can be only one argument named \"{same.Key}\".", [.. same.Select(a => a.Name)]);
        }
    }
}
