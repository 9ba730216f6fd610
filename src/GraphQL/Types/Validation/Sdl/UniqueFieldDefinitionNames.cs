using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Each field of a type has a name of its own, extensions included.</summary>
internal sealed class UniqueFieldDefinitionNames(SdlContext context) : ISdlRule
{
    private readonly Dictionary<(string Type, string Field), NameNode> _seen = [];

    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not TypeDefinitionNode type)
        {
            return;
        }

        IEnumerable<NameNode> names = type switch
        {
            ComplexTypeDefinitionNode complex => complex.Fields.Select(f => f.Name),
            InputObjectTypeDefinitionNode input => input.Fields.Select(f => f.Name),
            _ => [],
        };
        foreach (var name in names)
        {
            var coordinate = $"{type.Name.Value}.{name.Value}";
            if (Exists(type.Name.Value, name.Value))
            {
                context.Report(
                    $"Field \"{coordinate}\" already exists in the schema. It cannot also be defined in this type extension.", name);
            }
            else if (!_seen.TryAdd((type.Name.Value, name.Value), name))
            {
                context.Report($"Field \"{coordinate}\" can only be defined once.", _seen[(type.Name.Value, name.Value)], name);
            }
        }
    }

    private bool Exists(string type, string field) => context.ExistingType(type) switch
    {
        ComplexType complex => complex.Fields.ContainsKey(field),
        InputObjectType input => input.Fields.ContainsKey(field),
        _ => false,
    };
}
