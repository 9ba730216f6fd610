using System.Runtime.CompilerServices;
using Exams.GraphQL.Data.Filters;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data;

/// <summary>Clients may restrict the list by <c>where</c>. The restriction becomes part of the query's statement.</summary>
public sealed class UseFilteringAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Restricts by a filter.</summary>
    /// <param name="filterType">The filter's class; null for the one declared over the items.</param>
    /// <param name="order">Where the attribute stands among the others: the line it is written on.</param>
    public UseFilteringAttribute(Type? filterType = null, [CallerLineNumber] int order = 0) : base(order) => FilterType = filterType;

    /// <summary>The filter's class; null for the one declared over the items.</summary>
    public Type? FilterType { get; }

    internal override void Apply(FieldDraft field, SchemaBuilding building)
    {
        var item = QueryContextBinder.ItemOf(field.Shape)?.Runtime ?? throw new SchemaException($"{field.Name}: [UseFiltering] needs a list.");
        var type = FilterType is null ? FilterTypes.Declared(building, item) : building.Inputs.OfClass(FilterType);
        field.Arguments.Add(new InputField("where", type)
        {
            Description = building.Generated("Only items for which this holds."),
            IsFilter = true,
            AppliedDirectives = [AppliedDirectives.Cost(10)],
        });
        if (!QueryContextBinder.TakesContext(field.Member))
        {
            field.Steps.Insert(0, (ResultStep)Activator.CreateInstance(typeof(FilterStep<>).MakeGenericType(item))!);
        }
    }
}
