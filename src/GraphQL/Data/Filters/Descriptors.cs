using System.Linq.Expressions;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Data.Filters;

/// <summary>Says what a filter offers.</summary>
public interface IFilterInputTypeDescriptor
{
    /// <summary>Sets the filter's name in the schema.</summary>
    /// <param name="value">The name.</param>
    /// <returns>The same descriptor.</returns>
    IFilterInputTypeDescriptor Name(string value);

    /// <summary>Offers an operation; naming one leaves only the named ones.</summary>
    /// <param name="operationId">One of <see cref="DefaultFilterOperations"/>.</param>
    /// <returns>The operation's descriptor.</returns>
    IFilterOperationFieldDescriptor Operation(int operationId);
}

/// <summary>Says which members of <typeparamref name="T"/> a filter offers. Only those named are offered.</summary>
/// <typeparam name="T">The .NET type that is filtered.</typeparam>
public interface IFilterInputTypeDescriptor<T>
{
    /// <summary>Sets the filter's name in the schema.</summary>
    /// <param name="value">The name.</param>
    /// <returns>The same descriptor.</returns>
    IFilterInputTypeDescriptor<T> Name(string value);

    /// <summary>Only what is named by <c>Field</c> is offered. It always is so; the call keeps classes alike.</summary>
    /// <returns>The same descriptor.</returns>
    IFilterInputTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>Offers a member.</summary>
    /// <typeparam name="TField">The member's type.</typeparam>
    /// <param name="propertyOrMember">The member, e.g. <c>c => c.Name</c>.</param>
    /// <returns>The member's descriptor.</returns>
    IFilterFieldDescriptor Field<TField>(Expression<Func<T, TField>> propertyOrMember);
}

/// <summary>Says how a filter offers a member.</summary>
public interface IFilterFieldDescriptor
{
    /// <summary>Sets the member's name in the schema.</summary>
    /// <param name="value">The name.</param>
    /// <returns>The same descriptor.</returns>
    IFilterFieldDescriptor Name(string value);

    /// <summary>Sets the member's description; without it the member's XML summary counts.</summary>
    /// <param name="value">The description.</param>
    /// <returns>The same descriptor.</returns>
    IFilterFieldDescriptor Description(string value);

    /// <summary>Sets the filter that the member has.</summary>
    /// <typeparam name="TInputType">A <see cref="FilterInputType"/>.</typeparam>
    /// <returns>The same descriptor.</returns>
    IFilterFieldDescriptor Type<TInputType>() where TInputType : IInputType;
}

/// <summary>Says how a filter offers an operation.</summary>
public interface IFilterOperationFieldDescriptor
{
    /// <summary>Sets the type of the operation's value; a list operation takes a list of it.</summary>
    /// <typeparam name="TInputType">A schema type.</typeparam>
    /// <returns>The same descriptor.</returns>
    IFilterOperationFieldDescriptor Type<TInputType>() where TInputType : IInputType;
}
