using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Each directive has a name of its own.</summary>
internal sealed class UniqueDirectiveNames(SdlContext context) : ISdlRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not DirectiveDefinitionNode directive)
        {
            return;
        }

        var name = directive.Name.Value;
        if (context.Schema?.Directive(name) is not null)
        {
            context.Report($"Directive \"@{name}\" already exists in the schema. It cannot be redefined.", directive.Name);
        }
        else if (!_seen.TryAdd(name, directive.Name))
        {
            context.Report($"There can be only one directive named \"@{name}\".", _seen[name], directive.Name);
        }
    }
}
