using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Every argument that a directive requires is given.</summary>
internal sealed class ProvidedRequiredArgumentsOnDirectives(SdlContext context) : ISdlRule
{
    // On leaving, so that deeper faults are reported first.
    public void Leave(ISyntaxNode node)
    {
        if (node is not DirectiveNode directive || !context.Directives.TryGetValue(directive.Name.Value, out var known))
        {
            return;
        }

        foreach (var (name, type) in known.Required)
        {
            if (directive.Arguments.All(a => a.Name.Value != name))
            {
                context.Report(
                    $"Directive \"@{directive.Name.Value}\" argument \"{name}\" of type \"{type}\" is required, but it was not provided.",
                    directive);
            }
        }
    }
}
