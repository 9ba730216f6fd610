using System.Linq.Expressions;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Data.Filters;

/// <summary>Takes down which operations a filter offers.</summary>
internal sealed class FilterTypeDescriptor : IFilterInputTypeDescriptor
{
    /// <summary>The name; null for the class' own.</summary>
    public string? TypeName { get; private set; }

    /// <summary>The operations, in order.</summary>
    public List<FilterOperationDescriptor> Operations { get; } = [];

    public IFilterInputTypeDescriptor Name(string value)
    {
        TypeName = value;
        return this;
    }

    public IFilterOperationFieldDescriptor Operation(int operationId)
    {
        var operation = new FilterOperationDescriptor(operationId) { IsNamed = true };
        Operations.Add(operation);
        return operation;
    }
}

/// <summary>Takes down which members a filter offers.</summary>
/// <typeparam name="T">The .NET type that is filtered.</typeparam>
internal sealed class FilterTypeDescriptor<T> : IFilterInputTypeDescriptor<T>
{
    /// <summary>The name; null for the type's own.</summary>
    public string? TypeName { get; private set; }

    /// <summary>The members, in order.</summary>
    public List<FilterFieldDescriptor> Fields { get; } = [];

    public IFilterInputTypeDescriptor<T> Name(string value)
    {
        TypeName = value;
        return this;
    }

    public IFilterInputTypeDescriptor<T> BindFieldsExplicitly() => this;

    public IFilterFieldDescriptor Field<TField>(Expression<Func<T, TField>> propertyOrMember)
    {
        var field = new FilterFieldDescriptor(propertyOrMember);
        Fields.Add(field);
        return field;
    }
}

/// <summary>Takes down how a filter or sort input offers a member.</summary>
/// <param name="member">From item to member.</param>
internal sealed class FilterFieldDescriptor(LambdaExpression member) : IFilterFieldDescriptor
{
    /// <summary>From item to member.</summary>
    public LambdaExpression Member { get; } = member;

    /// <summary>The name; null for the member's own.</summary>
    public string? FieldName { get; private set; }

    /// <summary>The description; null for the member's own.</summary>
    public string? FieldDescription { get; private set; }

    /// <summary>The filter's class; null for what the member's type says.</summary>
    public Type? TypeClass { get; private set; }

    public IFilterFieldDescriptor Name(string value)
    {
        FieldName = value;
        return this;
    }

    public IFilterFieldDescriptor Description(string value)
    {
        FieldDescription = value;
        return this;
    }

    public IFilterFieldDescriptor Type<TInputType>() where TInputType : IInputType
    {
        TypeClass = typeof(TInputType);
        return this;
    }
}

/// <summary>Takes down how a filter offers an operation.</summary>
/// <param name="operation">The operation's number.</param>
internal sealed class FilterOperationDescriptor(int operation) : IFilterOperationFieldDescriptor
{
    /// <summary>The operation's number.</summary>
    public int Operation { get; } = operation;

    /// <summary>Whether a class named it; such operations are priced alike.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The class of its value's type; null for what the filter is over.</summary>
    public Type? TypeClass { get; private set; }

    public IFilterOperationFieldDescriptor Type<TInputType>() where TInputType : IInputType
    {
        TypeClass = typeof(TInputType);
        return this;
    }
}
