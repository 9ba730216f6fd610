using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data.Filters;

/// <summary>A filter: an input object that restricts a list.</summary>
public abstract class FilterInputType : IInputType, IDataInputType
{
    InputObjectType IDataInputType.Build(SchemaBuilding building) => Build(building);

    /// <summary>Says what the filter offers.</summary>
    /// <param name="descriptor">Takes what is said.</param>
    protected virtual void Configure(IFilterInputTypeDescriptor descriptor)
    {
    }

    private protected virtual InputObjectType Build(SchemaBuilding building)
    {
        var described = new FilterTypeDescriptor();
        Configure(described);
        return FilterTypes.OfOperations(
            building,
            described.TypeName ?? $"{GetType().Name}FilterInput",
            ValueType,
            [.. described.Operations.Count > 0 ? described.Operations : DefaultOperations.Select(o => new FilterOperationDescriptor(o))],
            combines: true);
    }

    /// <summary>The .NET type that operations look at.</summary>
    private protected virtual Type ValueType => typeof(string);

    /// <summary>Operations that are offered when none is named.</summary>
    private protected virtual IReadOnlyList<int> DefaultOperations => [];
}

/// <summary>A filter over <typeparamref name="T"/> that offers the members it names.</summary>
/// <typeparam name="T">The .NET type that is filtered.</typeparam>
public abstract class FilterInputType<T> : FilterInputType, IFilterOf
{
    Type IFilterOf.Filtered => typeof(T);

    /// <summary>Says which members the filter offers.</summary>
    /// <param name="descriptor">Takes what is said.</param>
    protected virtual void Configure(IFilterInputTypeDescriptor<T> descriptor)
    {
    }

    private protected override InputObjectType Build(SchemaBuilding building)
    {
        var described = new FilterTypeDescriptor<T>();
        Configure(described);
        return FilterTypes.OfMembers(
            building,
            described.TypeName ?? $"{building.Outputs.NameOf(typeof(T))}FilterInput",
            building.Generated(building.Docs.Of(GetType())) ?? building.Docs.Of(typeof(T)),
            described.Fields);
    }
}

/// <summary>A filter over text; a class over it names the operations it offers.</summary>
public class StringOperationFilterInputType : FilterInputType
{
    private protected override IReadOnlyList<int> DefaultOperations => FilterOperations.Text;
}

/// <summary>Says which .NET type a filter is over.</summary>
internal interface IFilterOf
{
    /// <summary>The .NET type.</summary>
    Type Filtered { get; }
}
