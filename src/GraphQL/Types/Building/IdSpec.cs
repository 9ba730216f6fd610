using System.Reflection;
using Exams.GraphQL.Types.Relay;

namespace Exams.GraphQL.Types.Building;

/// <summary>That a member is a global id, and of which type.</summary>
/// <param name="typeName">The object type's name; null when any will do.</param>
/// <param name="mask">Hides its number; null when it stands there as it is.</param>
internal sealed class IdSpec(string? typeName, IKeyMask? mask)
{
    /// <summary>Hides its number; null when it stands there as it is.</summary>
    public IKeyMask? Mask { get; } = mask;

    /// <summary>The object type's name; null when any will do.</summary>
    public string? TypeName { get; } = typeName;

    /// <summary>What a member that goes out says; null when it is no id.</summary>
    public static IdSpec? Output(SchemaBuilding building, MemberInfo member, Type? parent) => Attribute(member) switch
    {
        null => null,
        { EntityType: { } entity } => new IdSpec(building.Outputs.NameOf(entity), building.KeyMask),
        { TypeName: var name } => Output(building, name, parent),
    };

    /// <summary>A described id that goes out: without a name it is the declaring type's.</summary>
    public static IdSpec Output(SchemaBuilding building, string? name, Type? parent) =>
        new(name ?? (parent is null ? null : building.Outputs.NameOf(parent)), building.KeyMask);

    /// <summary>What a member or parameter that comes in says; null when it is no id.</summary>
    public static IdSpec? Input(SchemaBuilding building, ICustomAttributeProvider? member) => Attribute(member) switch
    {
        null => null,
        { EntityType: { } entity } => new IdSpec(building.Outputs.NameOf(entity), building.KeyMask),
        { TypeName: var name } => new IdSpec(name, building.KeyMask),
    };

    /// <summary>Turns keys of a shape into ids.</summary>
    public Func<object?, object?> EncodeShape(TypeShape shape)
    {
        if (shape.Item is { } item)
        {
            var inner = EncodeShape(item);
            return value => value is System.Collections.IEnumerable keys ? keys.Cast<object?>().Select(inner).ToList() : null;
        }

        var name = TypeName ?? "";
        return value => value is null ? null : NodeId.Encode(name, value is long number && Mask is not null ? Mask.Hide(number) : value);
    }

    private static IIdAttribute? Attribute(ICustomAttributeProvider? member) =>
        member?.GetCustomAttributes(inherit: false).OfType<IIdAttribute>().FirstOrDefault();
}
