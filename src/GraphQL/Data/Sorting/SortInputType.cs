using System.Linq.Expressions;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;

namespace Exams.GraphQL.Data.Sorting;

/// <summary>A sort input: an object with a direction for each member.</summary>
public abstract class SortInputType : IInputType, IDataInputType
{
    InputObjectType IDataInputType.Build(SchemaBuilding building) => Build(building);

    private protected abstract InputObjectType Build(SchemaBuilding building);
}

/// <summary>A sort input over <typeparamref name="T"/> that offers the members it names.</summary>
/// <typeparam name="T">The .NET type that is sorted.</typeparam>
public abstract class SortInputType<T> : SortInputType, ISortOf
{
    Type ISortOf.Sorted => typeof(T);

    /// <summary>Says by which members clients may sort.</summary>
    /// <param name="descriptor">Takes what is said.</param>
    protected virtual void Configure(ISortInputTypeDescriptor<T> descriptor)
    {
    }

    private protected override InputObjectType Build(SchemaBuilding building)
    {
        var described = new SortTypeDescriptor<T>();
        Configure(described);
        return SortTypes.OfMembers(
            building,
            described.TypeName ?? $"{building.Outputs.NameOf(typeof(T))}SortInput",
            building.Generated(building.Docs.Of(GetType())) ?? building.Docs.Of(typeof(T)),
            described.Fields);
    }
}

/// <summary>Says which .NET type a sort input is over.</summary>
internal interface ISortOf
{
    /// <summary>The .NET type.</summary>
    Type Sorted { get; }
}

/// <summary>Takes down by which members clients may sort.</summary>
/// <typeparam name="T">The .NET type that is sorted.</typeparam>
internal sealed class SortTypeDescriptor<T> : ISortInputTypeDescriptor<T>
{
    /// <summary>The name; null for the type's own.</summary>
    public string? TypeName { get; private set; }

    /// <summary>The members, in order.</summary>
    public List<SortFieldDescriptor> Fields { get; } = [];

    public ISortInputTypeDescriptor<T> Name(string value)
    {
        TypeName = value;
        return this;
    }

    public ISortInputTypeDescriptor<T> BindFieldsExplicitly() => this;

    public ISortFieldDescriptor Field<TField>(Expression<Func<T, TField>> propertyOrMember)
    {
        var field = new SortFieldDescriptor(propertyOrMember);
        Fields.Add(field);
        return field;
    }
}

/// <summary>Takes down how a sort input offers a member.</summary>
/// <param name="member">From item to member.</param>
internal sealed class SortFieldDescriptor(LambdaExpression member) : ISortFieldDescriptor
{
    /// <summary>From item to member.</summary>
    public LambdaExpression Member { get; } = member;

    /// <summary>The name; null for the member's own.</summary>
    public string? FieldName { get; private set; }

    /// <summary>The description; null for the member's own.</summary>
    public string? FieldDescription { get; private set; }

    /// <summary>The class of the member's own sort input; null for a direction.</summary>
    public Type? TypeClass { get; private set; }

    public ISortFieldDescriptor Name(string value)
    {
        FieldName = value;
        return this;
    }

    public ISortFieldDescriptor Description(string value)
    {
        FieldDescription = value;
        return this;
    }

    public ISortFieldDescriptor Type<TInputType>() where TInputType : IInputType
    {
        TypeClass = typeof(TInputType);
        return this;
    }
}
