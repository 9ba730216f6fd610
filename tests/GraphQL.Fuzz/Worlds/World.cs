using Exams.GraphQL.Types;

namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>An object of the world: its type's name and the number from which its fields follow.</summary>
internal sealed record Thing(string TypeName, ulong Number, int Depth);

/// <summary>A list that comes item by item.</summary>
/// <param name="Items">The items.</param>
/// <param name="Breaks">Whether it breaks off behind them.</param>
internal sealed record Feed(object?[] Items, bool Breaks)
{
    /// <summary>The items, each a little later than the last.</summary>
    /// <exception cref="GraphQLException">It breaks off.</exception>
    public async IAsyncEnumerable<object?> ReadAsync()
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (i % 2 == 0)
            {
                await Task.Yield();
            }

            yield return Items[i];
        }

        if (Breaks)
        {
            throw new GraphQLException("broken");
        }
    }
}

/// <summary>Data for any schema. What a field gives follows from its parent's number and its own name alone, so that
/// whoever knows the root knows every answer; faults are part of it.</summary>
/// <param name="feeds">Whether some lists come item by item, and may break off.</param>
internal sealed class World(bool feeds = false)
{
    private Schema? _schema;

    /// <summary>The world for a schema.</summary>
    public World For(Schema schema)
    {
        _schema = schema;
        return this;
    }

    /// <summary>What a field gives.</summary>
    /// <exception cref="GraphQLException">The application's own words.</exception>
    /// <exception cref="InvalidOperationException">A bug of the application.</exception>
    public object? Resolve(Thing parent, OutputField field)
    {
        var number = Mix(parent.Number, field.Name);
        return (number % 37) switch
        {
            0 => throw new GraphQLException("no"),
            1 => throw new InvalidOperationException("bug"),
            _ when IsFed(field) && Value(field.Type, number, parent.Depth + 1) is object?[] items => new Feed(items, (number >> 40) % 6 == 0),
            _ => Value(field.Type, number, parent.Depth + 1),
        };
    }

    /// <summary>Whether a field's list comes item by item.</summary>
    public bool IsFed(OutputField field) => feeds && field.Type.Nullable() is ListType && Mix(7, field.Name + field.Type) % 3 == 0;

    /// <summary>Numbers from numbers, far apart.</summary>
    public static ulong Mix(ulong number, string with)
    {
        foreach (var letter in with)
        {
            number = Mix(number ^ letter);
        }

        return Mix(number);
    }

    private static ulong Mix(ulong number)
    {
        number += 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    private object? Value(IType type, ulong number, int depth)
    {
        if ((number >> 8) % 17 == 0)
        {
            return null;
        }

        var isWrong = (number >> 16) % 29 == 0;
        switch (type.Nullable())
        {
            case ListType list:
                // Deep lists are short, or a small document would have a large answer.
                var length = (int)((number >> 24) % (depth > 5 ? 2u : 4u));
                return isWrong ? 42 : Enumerable.Range(0, length).Select(i => Value(list.OfType, Mix(number + (ulong)i), depth)).ToArray();
            case ObjectType type_:
                return new Thing(type_.Name, number, depth);
            case EnumType @enum:
                return isWrong ? "NOPE" : @enum.Values[(int)((number >> 24) % (ulong)@enum.Values.Count)].Value;
            case ScalarType scalar:
                return Leaf(scalar.Name, number, isWrong);
            case IAbstractType wide when _schema!.PossibleTypes(wide) is { Count: > 0 } types:
                return new Thing(isWrong ? "Nobody" : types[(int)((number >> 24) % (ulong)types.Count)].Name, number, depth);
            default:
                return null;
        }
    }

    private static object Leaf(string name, ulong number, bool isWrong) => name switch
    {
        "Int" => isWrong ? "zz" : (int)(number >> 32),
        "Float" => isWrong ? "zz" : (int)(number >> 40) / 8.0,
        "Boolean" => isWrong ? "zz" : (number & 1) == 1,
        _ => "t\"\\é😀\u0001"[..(int)((number >> 24) % 8)] is var text && char.IsHighSurrogate(text.LastOrDefault()) ? text[..^1] : text,
    };
}
