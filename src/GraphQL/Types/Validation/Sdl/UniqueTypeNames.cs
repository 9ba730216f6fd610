using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Each type has a name of its own.</summary>
internal sealed class UniqueTypeNames(SdlContext context) : ISdlRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not TypeDefinitionNode { IsExtension: false } type)
        {
            return;
        }

        var name = type.Name.Value;
        if (context.ExistingType(name) is not null)
        {
            context.Report($"Type \"{name}\" already exists in the schema. It cannot also be defined in this type definition.", type.Name);
        }
        else if (!_seen.TryAdd(name, type.Name))
        {
            context.Report($"There can be only one type named \"{name}\".", _seen[name], type.Name);
        }
    }
}
