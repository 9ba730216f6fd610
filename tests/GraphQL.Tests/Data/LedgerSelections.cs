using FsCheck;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Data;

/// <summary>Random selections on lines and their owners.</summary>
public static class LedgerSelections
{
    /// <summary>The fragments that a selection spreads.</summary>
    public static string FragmentsOf(string selection) =>
        (selection.Contains("...Some", StringComparison.Ordinal) ? "fragment Some on Line { name kind } " : "")
        + (selection.Contains("...Theirs", StringComparison.Ordinal) ? "fragment Theirs on Owner { initial lines { score } }" : "");

    private static readonly string[] Leaves =
    [
        "id", "name", "note", "score", "kind", "code", "day", "open", "label", "shout", "mystery", "constant", "__typename",
        "other: score", "...Some", "... on Line { day }", "note @skip(if: $yes)", "code @include(if: $no)", "score @include(if: $yes)",
    ];

    private static readonly string[] OwnerLeaves = ["id", "name", "initial", "secret", "__typename", "...Theirs", "n: name", "name @skip(if: $yes)"];

    /// <summary>Lines, a selection on them, an order without ties that matter, and a filter.</summary>
    public static Gen<(List<Line> Lines, string Selection, LineOrder Order, LineFilterCase Filter)> Cases =>
        from lines in LedgerLines.Any
        from selection in OfLine(3)
        from filter in Gen.Frequency((1, LineFilterCase.Any), (3, Gen.Constant(LineFilterCase.None)))
        from key in Gen.Elements("score", "name", "day", "owner")
        from back in Gen.Elements(true, false)
        select (lines.Take(12).ToList(), selection, new LineOrder([(key, back), ("id", false)]), filter);

    private static Gen<string> OfLine(int depth) => Selection(Leaves, "owner", "boss: owner", depth, OfOwner);

    private static Gen<string> OfOwner(int depth) => Selection(OwnerLeaves, "lines", "all: lines", depth, OfLine);

    private static Gen<string> Selection(string[] leaves, string related, string alias, int depth, Func<int, Gen<string>> inside) =>
        from count in Gen.Choose(1, 3)
        from some in Gen.Elements(leaves).ListOf(count)
        from deeper in depth == 0 ? Gen.Constant(0) : Gen.Choose(0, 2)
        from one in deeper > 0 ? inside(depth - 1) : Gen.Constant("")
        from two in deeper > 1 ? inside(depth - 1) : Gen.Constant("")
        select string.Join(' ', some)
            + (deeper > 0 ? $" {related} {{ {one} }}" : "")
            + (deeper > 1 ? $" {alias} {{ {two} }}" : "");
}
