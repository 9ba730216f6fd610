using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Every type that is referred to is defined somewhere.</summary>
internal sealed class KnownTypeNames(SdlContext context) : ISdlRule
{
    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not NamedTypeNode { Name.Value: var name }
            || context.ExistingType(name) is not null
            || context.DefinedTypes.ContainsKey(name)
            || SdlContext.StandardTypes.Contains(name))
        {
            return;
        }

        var existing = context.Schema?.Types.Keys ?? Enumerable.Empty<string>();
        var known = SdlContext.StandardTypes.Concat(existing).Concat(context.DefinedTypes.Keys);
        context.Report($"Unknown type \"{name}\".{Suggestions.DidYouMean(Suggestions.For(name, known))}", node);
    }
}
