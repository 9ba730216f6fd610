using System.Globalization;
using System.Text;
using Exams.World;

namespace Exams.Rehearsal.Sync;

/// <summary>A board with many centres and nobody entered yet: the schools' systems bring everything.</summary>
/// <param name="Centres">How many centres; at most 900.</param>
internal sealed record SyncBoard(int Centres)
{
    public const string Series = "2027-06";

    public static readonly string[] Options = ["A", "B"];

    public static readonly string[] Syllabuses = ["0450", "0460", "0470", "0478", "0500", "0510", "0520", "0580", "0610", "0620", "0625", "0680"];

    public IEnumerable<string> Numbers => Enumerable.Range(1, Centres).Select(one => string.Create(CultureInfo.InvariantCulture, $"SY{one:000}"));

    /// <summary>Writes the board's files. The officer looks after all centres by hand.</summary>
    public void Write(string folder, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        void File(string name, string header, IEnumerable<string> rows) =>
            System.IO.File.WriteAllText(Path.Combine(folder, name), new StringBuilder(header).Append('\n').AppendJoin('\n', rows).Append('\n').ToString());
        var open = now.AddYears(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        File("qualifications.csv", "code,name,gradeScale", ["IGCSE,Cambridge IGCSE,IGCSE"]);
        File("centres.csv", "number,name,country,zone,timeZone,qualifications",
            Numbers.Select((number, place) => $"{number},School {place + 1},Kenya,3,Africa/Nairobi,IGCSE"));
        File("syllabuses.csv", "code,title,qualification", Syllabuses.Select(code => $"{code},Subject {code},IGCSE"));
        File("options.csv", "series,zone,syllabus,option,components",
            from code in Syllabuses from option in Options select $"{Series},3,{code},{option},{(option == "A" ? "11;21" : "12;22")}");
        File("deadlines.csv", "series,kind,tier,zone,countries,at", [$"{Series},ENTRY,ON_TIME,,,{open}"]);
        File("fees.csv", "series,qualification,syllabus,tier,amount,currency", [$"{Series},,,ON_TIME,98.50,GBP"]);
        File("officers.csv", "username,name,email,role,centres",
            ["by.hand,Hand Officer,,OFFICER," + string.Join(';', Numbers), "the.board,Board,,BOARD,"]);
    }

    /// <summary>A name in one of several scripts.</summary>
    public static string Name(Random random) => DemoBoard.Name(random.Next(100_000));

    /// <summary>A date of birth.</summary>
    public static string Born(Random random) => string.Create(CultureInfo.InvariantCulture, $"{random.Next(2008, 2012)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}");
}
