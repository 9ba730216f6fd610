using System.Reflection;

namespace Exams.GraphQL.Types.Building;

/// <summary>What a .NET member's type says to the schema: named type, lists around it, nullability at every level.</summary>
/// <param name="Runtime">The .NET type at this level, <c>Nullable&lt;T&gt;</c> and promises taken off.</param>
/// <param name="IsNullable">Whether null is a value here.</param>
/// <param name="Item">The items' shape when this level is a list.</param>
internal sealed record TypeShape(Type Runtime, bool IsNullable, TypeShape? Item = null)
{
    /// <summary>The .NET type of the named type in the middle.</summary>
    public Type Named => Item is null ? Runtime : Item.Named;

    /// <summary>What a method gives back.</summary>
    public static TypeShape Of(MethodInfo method) => From(new NullabilityInfoContext().Create(method.ReturnParameter));

    /// <summary>What a property holds.</summary>
    public static TypeShape Of(PropertyInfo property) => From(new NullabilityInfoContext().Create(property));

    /// <summary>What a parameter takes.</summary>
    public static TypeShape Of(ParameterInfo parameter) => From(new NullabilityInfoContext().Create(parameter));

    /// <summary>A type without nullability information: value types as they are, everything else not null.</summary>
    public static TypeShape Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) with { IsNullable = true };
        }

        return ItemType(type) is { } item ? new TypeShape(type, false, Of(item)) : new TypeShape(type, false);
    }

    /// <summary>The type of a list's items; null for anything that is not a list to GraphQL.</summary>
    public static Type? ItemType(Type type)
    {
        if (type == typeof(string))
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetElementType();
        }

        return ArgumentOf(type, typeof(IEnumerable<>)) ?? ArgumentOf(type, typeof(IAsyncEnumerable<>));
    }

    /// <summary>The argument of a generic interface or class that a type is or implements; null when it does not.</summary>
    public static Type? ArgumentOf(Type type, Type definition)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == definition)
        {
            return type.GetGenericArguments()[0];
        }

        return definition.IsInterface
            ? type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition)
                ?.GetGenericArguments()[0]
            : null;
    }

    private static TypeShape From(NullabilityInfo info)
    {
        var type = info.Type;
        if (IsTransparent(type))
        {
            return From(info.GenericTypeArguments[0]);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            var inside = info.GenericTypeArguments.Length == 1 ? From(info.GenericTypeArguments[0]) : Of(underlying);
            return inside with { IsNullable = true };
        }

        var nullable = !type.IsValueType && info.ReadState != NullabilityState.NotNull;
        if (ItemType(type) is not { } itemType)
        {
            return new TypeShape(type, nullable);
        }

        TypeShape item;
        if (info.ElementType is { } element)
        {
            item = From(element);
        }
        else if (info.GenericTypeArguments is [{ } only] && only.Type == itemType)
        {
            item = From(only);
        }
        else
        {
            item = Of(itemType);
        }

        return new TypeShape(type, nullable, item);
    }

    private static bool IsTransparent(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() is var definition
        && (definition == typeof(Task<>) || definition == typeof(ValueTask<>) || definition == typeof(Optional<>));
}
