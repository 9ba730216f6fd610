using System.Globalization;

namespace Exams.World;

/// <content>What the board publishes about entries: options, deadlines, fees and timetables of the demo's series and of the next two.</content>
public sealed partial record DemoBoard
{
    private static readonly int[] Zones = [1, 3, 4];

    // A fictional subject whose options combine core or extended theory with coursework or a paper instead, and one that excludes another.
    private static readonly string[] Unentered = ["0998,Example Studies,IGCSE,,yes", "0510,English as a Second Language,IGCSE,0500,yes"];

    private static readonly string[] Examples = ["A,1#;3#;04", "B,1#;3#;5#", "C,1#;2#;04", "D,1#;2#;5#"];

    /// <summary>The demo's own series, and the next June and November whose first entry deadline is still to come.</summary>
    public static IReadOnlyList<string> AllSeries(DateTimeOffset now)
    {
        var june = now < End(now.Year, 2, 21) ? now.Year : now.Year + 1;
        var november = now < End(now.Year, 8, 16) ? now.Year : now.Year + 1;
        return [.. new[] { Series, $"{june}-06", $"{november}-11" }.Distinct()];
    }

    private static string OptionRows(DateTimeOffset now) => Table("series,zone,syllabus,option,components,carryForward",
        from series in AllSeries(now)
        from zone in Zones
        from row in Syllabuses.SelectMany(one => new[] { $"{one.Code},A,1#;2#,NONE", $"{one.Code},B,1#;3#,NONE" })
            .Concat(Examples.Select(one => $"0998,{one},NONE")).Append("0510,A,1#;2#,NONE").Append("9709,S,3#,STAGED")
        select $"{series},{zone},{row.Replace("#", $"{zone}", StringComparison.Ordinal)}");

    // 21 February for June; for November 16 August, and 21 September for who retakes. Entries of the demo's own series stay open for
    // years after they became late, so that the demo can be tried on any day.
    private static string DeadlineRows(DateTimeOffset now) => Table("series,kind,tier,zone,countries,at", AllSeries(now).SelectMany(series =>
    {
        var year = int.Parse(series.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var last = series == Series ? now.AddYears(10) : End(year, 4, 10);
        return series.EndsWith("-06", StringComparison.Ordinal)
            ?
            [
                $"{series},ENTRY,ON_TIME,,,{Spell(End(year, 2, 21))}", $"{series},ENTRY,LATE,,,{Spell(End(year, 3, 10))}", $"{series},ENTRY,VERY_LATE,,,{Spell(last)}",
            ]
            : new[] { ("", 0), ("United Arab Emirates", -7) }.SelectMany(of => new[]
            {
                $"{series},ENTRY,ON_TIME,,{of.Item1},{Spell(End(year, 8, 16).AddDays(of.Item2))}", $"{series},ENTRY,LATE,,{of.Item1},{Spell(End(year, 9, 7).AddDays(of.Item2))}",
                $"{series},ENTRY,VERY_LATE,,{of.Item1},{Spell(End(year, 9, 28).AddDays(of.Item2))}",
            }).Append($"{series},RETAKE_ENTRY,ON_TIME,,,{Spell(End(year, 9, 21))}");
    }));

    private static string FeeRows(DateTimeOffset now) => Table("series,qualification,syllabus,tier,amount,currency",
        from series in AllSeries(now)
        from row in new[]
        {
            "IGCSE,,ON_TIME,98.50", "ASLEVEL,,ON_TIME,87", "ALEVEL,,ON_TIME,132", "PREU,,ON_TIME,140", ",0998,ON_TIME,105.25", ",,LATE,42", ",,VERY_LATE,84.50",
        }
        select $"{series},{row},GBP");

    // From a Monday on, one syllabus a day, and a fortnight between its papers: the first two in the morning, the others in the afternoon.
    // The first papers of 9702 and 9709 meet in one session, which is too much for those who take both.
    private static string TimetableRows(DateTimeOffset now) => Table("series,zone,syllabus,component,date,session,minutes",
        from series in AllSeries(now)
        from zone in Zones
        from one in Syllabuses.Select(syllabus => syllabus.Code).Append("0510").Append("0998").Index()
        from paper in one.Item switch { "0998" => new[] { 1, 2, 3, 5 }, "0510" => [1, 2], _ => [1, 2, 3] }
        let weekday = one.Item == "9702" && paper == 1 ? 3 : one.Index
        let date = FirstDay(series).AddDays((paper - 1) * 14 + weekday / 5 * 7 + weekday % 5)
        select $"{series},{zone},{one.Item},{paper}{zone},{date:yyyy-MM-dd},{(paper >= 3 ? "PM" : "AM")},{85 + (paper * 15)}");

    private static DateOnly FirstDay(string series)
    {
        var year = int.Parse(series.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var first = series.EndsWith("-06", StringComparison.Ordinal) ? new DateOnly(year, 4, 27) : new DateOnly(year, 10, 5);
        while (first.DayOfWeek != DayOfWeek.Monday)
            first = first.AddDays(1);
        return first;
    }

    private static DateTimeOffset End(int year, int month, int day) => new(year, month, day, 23, 59, 0, TimeSpan.Zero);

    private static string Spell(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
