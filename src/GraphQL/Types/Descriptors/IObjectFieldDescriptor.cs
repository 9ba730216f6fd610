namespace Exams.GraphQL.Types;

/// <summary>Says what a field of an object type is.</summary>
public interface IObjectFieldDescriptor
{
    /// <summary>Sets the field's name in the schema.</summary>
    /// <param name="value">The name.</param>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor Name(string value);

    /// <summary>Sets the description; without it the member's XML summary counts.</summary>
    /// <param name="value">The description.</param>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor Description(string? value);

    /// <summary>Marks the field as one not to be used any more.</summary>
    /// <param name="reason">Why, and what to use instead.</param>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor Deprecated(string? reason);

    /// <summary>Sets the type, nullability included: a bare type is nullable, <c>NonNullType&lt;T&gt;</c> and <c>ListType&lt;T&gt;</c> wrap.</summary>
    /// <typeparam name="TType">A schema type.</typeparam>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor Type<TType>() where TType : IOutputType;

    /// <summary>Makes the value a global id.</summary>
    /// <param name="typeName">The object type's name; null for the declaring type's.</param>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor ID(string? typeName = null);

    /// <summary>Asks for a signed-in caller.</summary>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor Authorize();

    /// <summary>Asks for one of some roles.</summary>
    /// <param name="roles">The roles.</param>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor Authorize(params string[] roles);

    /// <summary>Asks for a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="apply">When it is asked.</param>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver);

    /// <summary>Sets how the value comes about.</summary>
    /// <param name="resolver">From context to value.</param>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor Resolve(Func<IResolverContext, ValueTask<object?>> resolver);

    /// <summary>Sets how the value comes about, at once.</summary>
    /// <param name="resolver">From context to value.</param>
    /// <returns>The same descriptor.</returns>
    IObjectFieldDescriptor Resolve(Func<IResolverContext, object?> resolver);
}
