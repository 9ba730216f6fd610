using FsCheck;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Data;

/// <summary>Filters as clients send them, each with its meaning said again in C#.</summary>
public sealed record LineFilterCase(Dictionary<string, object?> Input, Func<Line, bool> Holds)
{
    private static readonly string[] Texts = ["", "a", "A", "n", "Ann", "ann", "nn", "é", "\U0001F600", "%", "_", "100%", "b", "Zoë"];

    /// <summary>No restriction at all.</summary>
    public static LineFilterCase None { get; } = new(new Dictionary<string, object?>(), _ => true);

    /// <summary>Filters of every kind, nested up to three levels.</summary>
    public static Gen<LineFilterCase> Any { get; } = Tree(3);

    private static Gen<LineFilterCase> Leaf => Gen.OneOf(
        Member("score", l => l.Score, Numbers()),
        Member("name", l => l.Name, Strings()),
        Member("note", l => l.Note, Strings()),
        Member("kind", l => (Kind?)l.Kind, Equality(Gen.Elements("SMALL", "MIDDLE", "LARGE"), (Kind? k, string v) => k?.ToString().ToUpperInvariant() == v)),
        Member("code", l => (Code?)l.Code, Equality(Gen.Elements("AAA", "BBB", "XYZ"), (Code? c, string v) => c?.Text == v)),
        Member("open", l => (bool?)l.Open, Gen.Elements(true, false).Select(v => Operation<bool?>("eq", v, o => o == v))),
        Member("day", l => (DateOnly?)l.Day, Days()),
        Member("owner", l => l.Owner?.Name, Strings().Select(s => new Operand<string?>(new() { ["name"] = s.Input }, s.Holds))));

    private static Gen<LineFilterCase> Tree(int depth) => depth == 0
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Two(depth, (a, b) => new([Part("and", a, b)], l => a.Holds(l) && b.Holds(l))),
            Two(depth, (a, b) => new([Part("or", a, b)], l => a.Holds(l) || b.Holds(l))));

    private static Gen<LineFilterCase> Two(int depth, Func<LineFilterCase, LineFilterCase, LineFilterCase> combine) =>
        from a in Tree(depth - 1)
        from b in Tree(depth - 1)
        select combine(a, b);

    private static KeyValuePair<string, object?> Part(string name, LineFilterCase a, LineFilterCase b) =>
        new(name, new[] { a.Input, b.Input });

    private LineFilterCase(KeyValuePair<string, object?>[] input, Func<Line, bool> holds) : this(new Dictionary<string, object?>(input), holds)
    {
    }

    private static Gen<LineFilterCase> Member<T>(string name, Func<Line, T> read, Gen<Operand<T>> operations) =>
        operations.Select(o => new LineFilterCase([new(name, o.Input)], l => o.Holds(read(l))));

    private static Gen<Operand<int?>> Numbers() =>
        from value in Gen.Choose(0, 3)
        from list in Gen.Elements<int?>(null, 0, 1, 2).ListOf(2)
        from operation in Gen.Elements(
            Operation<int?>("eq", null, s => s is null),
            Operation<int?>("neq", null, s => s is not null),
            Operation<int?>("eq", value, s => s == value),
            Operation<int?>("neq", value, s => s != value),
            Operation<int?>("in", list, s => list.Contains(s)),
            Operation<int?>("nin", list, s => !list.Contains(s)),
            Operation<int?>("gt", value, s => s > value),
            Operation<int?>("ngt", value, s => !(s > value)),
            Operation<int?>("gte", value, s => s >= value),
            Operation<int?>("ngte", value, s => !(s >= value)),
            Operation<int?>("lt", value, s => s < value),
            Operation<int?>("nlt", value, s => !(s < value)),
            Operation<int?>("lte", value, s => s <= value),
            Operation<int?>("nlte", value, s => !(s <= value)))
        select operation;

    private static Gen<Operand<string?>> Strings() =>
        from value in Gen.Elements(Texts)
        from list in Gen.Elements(Texts).ListOf(3)
        from operation in Gen.Elements(
            Operation<string?>("eq", null, s => s is null),
            Operation<string?>("neq", value, s => s != value),
            Operation<string?>("eq", value, s => s == value),
            Operation<string?>("in", list, s => list.Contains(s!)),
            Operation<string?>("nin", list, s => !list.Contains(s!)),
            Operation<string?>("contains", value, s => s?.Contains(value, StringComparison.Ordinal) == true),
            Operation<string?>("ncontains", value, s => s?.Contains(value, StringComparison.Ordinal) != true),
            Operation<string?>("startsWith", value, s => s?.StartsWith(value, StringComparison.Ordinal) == true),
            Operation<string?>("nstartsWith", value, s => s?.StartsWith(value, StringComparison.Ordinal) != true),
            Operation<string?>("endsWith", value, s => s?.EndsWith(value, StringComparison.Ordinal) == true),
            Operation<string?>("nendsWith", value, s => s?.EndsWith(value, StringComparison.Ordinal) != true))
        select operation;

    private static Gen<Operand<DateOnly?>> Days() =>
        from number in Gen.Choose(1, 3)
        let day = new DateOnly(2026, 6, number)
        let text = $"2026-06-0{number}"
        from operation in Gen.Elements(
            Operation<DateOnly?>("eq", text, d => d == day),
            Operation<DateOnly?>("gt", text, d => d > day),
            Operation<DateOnly?>("nlte", text, d => d > day))
        select operation;

    private static Gen<Operand<T>> Equality<T>(Gen<string> values, Func<T, string, bool> equal) =>
        from value in values
        from list in values.ListOf(2)
        from operation in Gen.Elements(
            Operation<T>("eq", value, v => equal(v, value)),
            Operation<T>("neq", value, v => !equal(v, value)),
            Operation<T>("in", list, v => list.Any(i => equal(v, i))),
            Operation<T>("nin", list, v => !list.Any(i => equal(v, i))))
        select operation;

    private static Operand<T> Operation<T>(string name, object? value, Func<T, bool> holds) => new(new() { [name] = value }, holds);

    private sealed record Operand<T>(Dictionary<string, object?> Input, Func<T, bool> Holds);
}
