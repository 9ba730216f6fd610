using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace Exams.GraphQL.Types.Relay;

/// <summary>From the text of a key to the key, for every type that can parse itself.</summary>
internal static class KeyParsers
{
    /// <summary>The parser of a type; it gives null for texts that are no key.</summary>
    /// <exception cref="SchemaException">The type cannot parse itself.</exception>
    public static Func<string, object?> For(Type type)
    {
        if (type == typeof(string))
        {
            return text => text;
        }

        if (type == typeof(int))
        {
            return text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key) ? key : null;
        }

        if (type == typeof(long))
        {
            return text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key) ? key : null;
        }

        if (type == typeof(short))
        {
            return text => short.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key) ? key : null;
        }

        if (Find(type, typeof(string), typeof(IFormatProvider), type.MakeByRefType()) is { } cultural)
        {
            return Compile(type, cultural, withCulture: true);
        }

        return Find(type, typeof(string), type.MakeByRefType()) is { } plain
            ? Compile(type, plain, withCulture: false)
            : throw new SchemaException($"{type} cannot be a key: it has no static TryParse(string, out {type.Name}).");
    }

    private static MethodInfo? Find(Type type, params Type[] parameters) =>
        type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy, parameters);

    private static Func<string, object?> Compile(Type type, MethodInfo parse, bool withCulture)
    {
        var text = Expression.Parameter(typeof(string));
        var key = Expression.Variable(type);
        Expression[] arguments = withCulture
            ? [text, Expression.Constant(CultureInfo.InvariantCulture, typeof(IFormatProvider)), key]
            : [text, key];
        var body = Expression.Block(
            [key],
            Expression.Condition(
                Expression.Call(parse, arguments),
                Expression.Convert(key, typeof(object)),
                Expression.Constant(null, typeof(object))));
        return Expression.Lambda<Func<string, object?>>(body, text).Compile();
    }
}
