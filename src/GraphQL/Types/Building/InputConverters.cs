using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using Exams.GraphQL.Types.Relay;

namespace Exams.GraphQL.Types.Building;

/// <summary>From coerced values to the .NET types that parameters and members want.</summary>
internal static class InputConverters
{
    /// <summary>The conversion to a shape; null when coerced values are right already.</summary>
    public static Func<object?, object?>? For(TypeShape shape, IdSpec? id)
    {
        if (shape.Item is { } item)
        {
            return Lists(shape.Runtime, item, For(item, id));
        }

        if (id is not null)
        {
            var decode = NodeId.Decoder(id.TypeName, shape.Runtime, id.Mask);
            return value => value is string text ? decode(text) : value;
        }

        return Leaf(shape.Runtime);
    }

    private static Func<object?, object?>? Leaf(Type target)
    {
        if (target == typeof(string) || target == typeof(int) || target == typeof(bool) || target == typeof(double) || target.IsEnum)
        {
            return null;
        }

        return value => value is null || target.IsInstanceOfType(value) ? value : Change(value, target);
    }

    private static object? Change(object value, Type target)
    {
        if (value is DateTimeOffset instant && target == typeof(DateTime))
        {
            return instant.UtcDateTime;
        }

        if (value is DateTime time && target == typeof(DateTimeOffset))
        {
            return new DateTimeOffset(time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time);
        }

        try
        {
            return value is IConvertible ? Convert.ChangeType(value, target, CultureInfo.InvariantCulture) : value;
        }
        catch (Exception e) when (e is OverflowException or FormatException or InvalidCastException)
        {
            throw new GraphQLException($"{target.Name} cannot represent value: {Inspect.Value(value)}");
        }
    }

    private static Func<object?, object?> Lists(Type target, TypeShape item, Func<object?, object?>? convert)
    {
        var element = TypeShape.ItemType(target)!;
        var values = Expression.Parameter(typeof(IEnumerable));
        var made = Expression.Call(typeof(InputConverters), nameof(Items), [element], values, Expression.Constant(convert, typeof(Func<object?, object?>)));
        var list = Expression.Variable(made.Type);
        Expression result = list;
        if (target.IsArray)
        {
            result = Expression.Call(list, nameof(List<>.ToArray), null);
        }
        else if (!target.IsAssignableFrom(list.Type))
        {
            var set = typeof(HashSet<>).MakeGenericType(element);
            var wanted = target.IsAssignableFrom(set) ? set : target;
            var constructor = wanted.GetConstructor([typeof(IEnumerable<>).MakeGenericType(element)])
                ?? throw new SchemaException($"A list of the schema cannot become a {target}.");
            result = Expression.New(constructor, list);
        }

        var body = Expression.Block([list], Expression.Assign(list, made), Expression.Convert(result, typeof(object)));
        var compiled = Expression.Lambda<Func<IEnumerable, object>>(body, values).Compile();
        return value => value is IEnumerable given and not string ? compiled(given) : value;
    }

    private static List<T> Items<T>(IEnumerable values, Func<object?, object?>? convert)
    {
        var items = new List<T>();
        foreach (var value in values)
        {
            items.Add((convert is null ? value : convert(value)) is T typed ? typed : default!);
        }

        return items;
    }
}
