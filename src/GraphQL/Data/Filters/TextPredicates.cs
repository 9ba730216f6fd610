using System.Linq.Expressions;
using System.Reflection;
using Ops = Exams.GraphQL.Data.Filters.DefaultFilterOperations;

namespace Exams.GraphQL.Data.Filters;

/// <summary>Searches inside text. Upper and lower case differ, whatever the database thinks of LIKE, unless the operation says
/// otherwise.</summary>
internal static class TextPredicates
{
    private static readonly MethodInfo Contains = Method(nameof(string.Contains), typeof(string));
    private static readonly MethodInfo StartsWith = Method(nameof(string.StartsWith), typeof(string));
    private static readonly MethodInfo EndsWith = Method(nameof(string.EndsWith), typeof(string));
    private static readonly MethodInfo FromFront = Method(nameof(string.Substring), typeof(int), typeof(int));
    private static readonly MethodInfo FromBack = Method(nameof(string.Substring), typeof(int));
    private static readonly MethodInfo ToLower = Method(nameof(string.ToLower));

    /// <summary>The predicate; the member is known not to be null.</summary>
    public static Expression Make(int operation, Expression member, string value)
    {
        var text = QueryValue.Of(typeof(string), value);
        return operation switch
        {
            Ops.Contains => Expression.Call(member, Contains, text),
            Ops.StartsWith => Exactly(
                value,
                Expression.Call(member, StartsWith, text),
                length => Expression.Equal(Expression.Call(member, FromFront, Expression.Constant(0), length), text)),
            Ops.EndsWith => Exactly(
                value,
                Expression.Call(member, EndsWith, text),
                length => Expression.Equal(
                    Expression.Call(member, FromBack, Expression.Subtract(Expression.Property(member, nameof(string.Length)), length)), text)),
            Ops.EqualsIgnoreCase => AnyCase(value, v => Expression.Equal(Expression.Call(member, ToLower), v)),
            Ops.ContainsIgnoreCase => AnyCase(value, v => Expression.Call(Expression.Call(member, ToLower), Contains, v)),
            _ => throw new Types.SchemaException($"{FilterOperations.Name(operation)} is no operation on text."),
        };
    }

    // LIKE finds candidates by index and forgets about case in some databases; the part itself is what decides. Characters beyond
    // the basic plane count as two here and as one there, so with them LIKE must do.
    private static Expression Exactly(string value, Expression like, Func<Expression, Expression> part) =>
        value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? like : Expression.AndAlso(like, part(QueryValue.Of(typeof(int), value.Length)));

    // SQLite lowers ASCII letters only, PostgreSQL all: the value is tried in both forms where they differ.
    private static Expression AnyCase(string value, Func<Expression, Expression> compare)
    {
        var ascii = string.Create(value.Length, value, static (span, v) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiLetterUpper(v[i]) ? (char)(v[i] | 0x20) : v[i];
            }
        });
        var full = value.ToLowerInvariant();
        var first = compare(QueryValue.Of(typeof(string), ascii));
        return full == ascii ? first : Expression.OrElse(first, compare(QueryValue.Of(typeof(string), full)));
    }

    private static MethodInfo Method(string name, params Type[] parameters) => typeof(string).GetMethod(name, parameters)!;
}
