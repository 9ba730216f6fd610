using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Every argument that is given to a directive is one that it has.</summary>
internal sealed class KnownArgumentNamesOnDirectives(SdlContext context) : ISdlRule
{
    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not DirectiveNode directive || !context.Directives.TryGetValue(directive.Name.Value, out var known))
        {
            return;
        }

        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (!known.Arguments.Contains(name))
            {
                context.Report(
                    $"Unknown argument \"{name}\" on directive \"@{directive.Name.Value}\"."
                    + Suggestions.DidYouMean(Suggestions.For(name, known.Arguments)),
                    argument);
            }
        }
    }
}
