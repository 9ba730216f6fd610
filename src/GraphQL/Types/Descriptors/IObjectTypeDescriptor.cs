using System.Linq.Expressions;

namespace Exams.GraphQL.Types;

/// <summary>Says what an object type over <typeparamref name="T"/> shows.</summary>
/// <typeparam name="T">The .NET type behind it.</typeparam>
public interface IObjectTypeDescriptor<T>
{
    /// <summary>Sets the type's name in the schema.</summary>
    /// <param name="value">The name.</param>
    /// <returns>The same descriptor.</returns>
    IObjectTypeDescriptor<T> Name(string value);

    /// <summary>Sets the type's description; without it the class' XML summary counts.</summary>
    /// <param name="value">The description.</param>
    /// <returns>The same descriptor.</returns>
    IObjectTypeDescriptor<T> Description(string? value);

    /// <summary>Only what is named by <c>Field</c> is a field.</summary>
    /// <returns>The same descriptor.</returns>
    IObjectTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>Makes a member a field.</summary>
    /// <typeparam name="TValue">The member's type.</typeparam>
    /// <param name="propertyOrMethod">The member, e.g. <c>c => c.Name</c>.</param>
    /// <returns>The field's descriptor.</returns>
    IObjectFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> propertyOrMethod);

    /// <summary>A field that no member stands for; it needs a type and a resolver.</summary>
    /// <param name="name">Its name in the schema.</param>
    /// <returns>The field's descriptor.</returns>
    IObjectFieldDescriptor Field(string name);

    /// <summary>Says that the type implements an interface of the schema.</summary>
    /// <typeparam name="TInterface">The .NET interface behind it.</typeparam>
    /// <returns>The same descriptor.</returns>
    IObjectTypeDescriptor<T> Implements<TInterface>();

    /// <summary>Every field that returns the type asks for a signed-in caller.</summary>
    /// <returns>The same descriptor.</returns>
    IObjectTypeDescriptor<T> Authorize();

    /// <summary>Every field that returns the type asks for one of some roles.</summary>
    /// <param name="roles">The roles.</param>
    /// <returns>The same descriptor.</returns>
    IObjectTypeDescriptor<T> Authorize(params string[] roles);

    /// <summary>Every field that returns the type asks for a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="apply">When it is asked.</param>
    /// <returns>The same descriptor.</returns>
    IObjectTypeDescriptor<T> Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver);
}

/// <summary>When a rule is asked. The engine knows one moment.</summary>
public enum ApplyPolicy
{
    /// <summary>Before the field's resolver runs.</summary>
    BeforeResolver = 0,
}
