using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>A directive that is not repeatable stands once in a place; a type and its extensions are one place.</summary>
internal sealed class UniqueDirectivesPerLocation(SdlContext context) : ISdlRule
{
    private readonly Dictionary<(object Place, string Directive), DirectiveNode> _seen = [];

    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not IHasDirectives { Directives.Count: > 0 } decorated)
        {
            return;
        }

        object place = node switch
        {
            SchemaDefinitionNode => typeof(SchemaDefinitionNode),
            TypeDefinitionNode type => type.Name.Value,
            _ => node,
        };
        foreach (var directive in decorated.Directives)
        {
            var name = directive.Name.Value;
            if (context.Directives.TryGetValue(name, out var known) && known.Unique && !_seen.TryAdd((place, name), directive))
            {
                context.Report($"The directive \"@{name}\" can only be used once at this location.", _seen[(place, name)], directive);
            }
        }
    }
}
