using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Types;

/// <summary>An attribute that changes the field under it. Several work top-down, in the order they are written.</summary>
/// <param name="order">Where it stands among the others: the line it is written on.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class ObjectFieldDescriptorAttribute(int order) : Attribute
{
    /// <summary>Where it stands among the others.</summary>
    public int Order { get; } = order;

    /// <summary>Changes the field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="building">The schema it belongs to.</param>
    internal abstract void Apply(FieldDraft field, SchemaBuilding building);
}
