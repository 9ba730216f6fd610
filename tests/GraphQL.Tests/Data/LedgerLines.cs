using FsCheck;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Data;

/// <summary>Lines with many ties and nulls.</summary>
public static class LedgerLines
{
    private static readonly string?[] Notes = [null, "", "a", "A", "b", "é", "100%", "under_score", "zz", "\U0001F600x", "x\U0001F600"];

    /// <summary>Up to two dozen lines.</summary>
    public static Gen<List<Line>> Any { get; } =
        from count in Gen.Choose(0, 24)
        from lines in Line.ListOf(count)
        select lines.Select((l, i) => With(l, i + 1)).ToList();

    private static Gen<Line> Line =>
        from name in Gen.Elements("Ann", "ann", "Bob", "Änne", "Zoë", "")
        from note in Gen.Elements(Notes)
        from score in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 3).Select(i => (int?)i))
        from kind in Gen.Elements(Kind.Small, Kind.Middle, Kind.Large)
        from code in Gen.Elements("AAA", "BBB", "CCC")
        from day in Gen.Choose(1, 3)
        from open in Gen.Elements(true, false)
        from owner in Gen.Elements<int?>(null, 1, 2, 3)
        select new Line
        {
            Name = name,
            Note = note,
            Score = score,
            Kind = kind,
            Code = new Code(code),
            Day = new DateOnly(2026, 6, day),
            Open = open,
            OwnerId = owner,
        };

    private static Line With(Line line, int id)
    {
        line.Id = id;
        return line;
    }
}
