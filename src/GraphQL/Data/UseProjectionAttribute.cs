using System.Runtime.CompilerServices;
using Exams.GraphQL.Data.Projections;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data;

/// <summary>Of an entity only what a request needs is read: members that are asked for, members that its resolvers require
/// (<see cref="ParentAttribute.Requires"/>), keys, and related objects with the same rule. All of it comes in the query's own
/// statement.</summary>
/// <remarks>Where it is not known what a field reads (a computed member, a resolver without <c>requires</c>), the whole object is read:
/// nothing is ever the default because it was left out.</remarks>
public sealed class UseProjectionAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Reads what is asked for.</summary>
    /// <param name="order">Where the attribute stands among the others: the line it is written on.</param>
    public UseProjectionAttribute([CallerLineNumber] int order = 0) : base(order)
    {
    }

    internal override void Apply(FieldDraft field, SchemaBuilding building)
    {
        var item = field.Shape?.Item?.Runtime ?? throw new SchemaException($"{field.Name}: [UseProjection] needs a list.");
        field.Steps.Insert(0, (ResultStep)Activator.CreateInstance(typeof(ProjectionStep<>).MakeGenericType(item))!);
    }
}

/// <summary>A member that <c>[UseProjection]</c> always reads, because code reads it that no schema knows of.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsProjectedAttribute : Attribute;
