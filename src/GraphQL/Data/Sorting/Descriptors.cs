using System.Linq.Expressions;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Data.Sorting;

/// <summary>Says by which members of <typeparamref name="T"/> clients may sort. Only those named are offered.</summary>
/// <typeparam name="T">The .NET type that is sorted.</typeparam>
public interface ISortInputTypeDescriptor<T>
{
    /// <summary>Sets the input's name in the schema.</summary>
    /// <param name="value">The name.</param>
    /// <returns>The same descriptor.</returns>
    ISortInputTypeDescriptor<T> Name(string value);

    /// <summary>Only what is named by <c>Field</c> is offered. It always is so; the call keeps classes alike.</summary>
    /// <returns>The same descriptor.</returns>
    ISortInputTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>Offers a member.</summary>
    /// <typeparam name="TField">The member's type.</typeparam>
    /// <param name="propertyOrMember">The member, e.g. <c>c => c.Name</c>.</param>
    /// <returns>The member's descriptor.</returns>
    ISortFieldDescriptor Field<TField>(Expression<Func<T, TField>> propertyOrMember);
}

/// <summary>Says how a sort input offers a member.</summary>
public interface ISortFieldDescriptor
{
    /// <summary>Sets the member's name in the schema.</summary>
    /// <param name="value">The name.</param>
    /// <returns>The same descriptor.</returns>
    ISortFieldDescriptor Name(string value);

    /// <summary>Sets the description; without it the member's XML summary counts.</summary>
    /// <param name="value">The description.</param>
    /// <returns>The same descriptor.</returns>
    ISortFieldDescriptor Description(string value);

    /// <summary>Sets the sort input that the member has.</summary>
    /// <typeparam name="TInputType">A <see cref="SortInputType{T}"/>.</typeparam>
    /// <returns>The same descriptor.</returns>
    ISortFieldDescriptor Type<TInputType>() where TInputType : IInputType;
}
