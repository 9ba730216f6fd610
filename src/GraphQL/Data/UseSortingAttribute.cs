using System.Runtime.CompilerServices;
using Exams.GraphQL.Data.Sorting;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data;

/// <summary>Clients may sort the list by <c>order</c>. The order becomes part of the query's statement.</summary>
public sealed class UseSortingAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Sorts by a sort input.</summary>
    /// <param name="sortingType">The sort input's class; null for the one declared over the items.</param>
    /// <param name="order">Where the attribute stands among the others: the line it is written on.</param>
    public UseSortingAttribute(Type? sortingType = null, [CallerLineNumber] int order = 0) : base(order) => SortingType = sortingType;

    /// <summary>The sort input's class; null for the one declared over the items.</summary>
    public Type? SortingType { get; }

    internal override void Apply(FieldDraft field, SchemaBuilding building)
    {
        var item = QueryContextBinder.ItemOf(field.Shape)?.Runtime ?? throw new SchemaException($"{field.Name}: [UseSorting] needs a list.");
        var type = SortingType is null ? SortTypes.Declared(building, item) : building.Inputs.OfClass(SortingType);
        field.Arguments.Add(new InputField("order", new ListType(new NonNullType(type)))
        {
            Description = building.Generated("How items are sorted: by the first of these, then by the next. What is left equal keeps the list's own order."),
            AppliedDirectives = [AppliedDirectives.Cost(10)],
        });
        if (!QueryContextBinder.TakesContext(field.Member))
        {
            field.Steps.Insert(0, (ResultStep)Activator.CreateInstance(typeof(SortStep<>).MakeGenericType(item))!);
        }
    }
}
