using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Each value of an enum has a name of its own, extensions included.</summary>
internal sealed class UniqueEnumValueNames(SdlContext context) : ISdlRule
{
    private readonly Dictionary<(string Type, string Value), NameNode> _seen = [];

    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not EnumTypeDefinitionNode type)
        {
            return;
        }

        var existing = context.ExistingType(type.Name.Value) as EnumType;
        foreach (var value in type.Values)
        {
            var coordinate = $"{type.Name.Value}.{value.Name.Value}";
            if (existing?.ByName(value.Name.Value) is not null)
            {
                context.Report(
                    $"Enum value \"{coordinate}\" already exists in the schema. It cannot also be defined in this type extension.",
                    value.Name);
            }
            else if (!_seen.TryAdd((type.Name.Value, value.Name.Value), value.Name))
            {
                context.Report(
                    $"Enum value \"{coordinate}\" can only be defined once.", _seen[(type.Name.Value, value.Name.Value)], value.Name);
            }
        }
    }
}
