using System.Globalization;
using System.Text;

namespace Exams.World;

/// <summary>A small board as CSV files, the same every time but for its dates: one centre with many candidates and two neighbours.</summary>
/// <remarks>Names come in seven scripts, so that whoever prints a sheet prints them all.</remarks>
public sealed partial record DemoBoard(int Candidates = 1200)
{
    /// <summary>How the neighbours' candidates differ from what they are otherwise: names, syllabuses and grades.</summary>
    public int NeighbourShift { get; init; }

    /// <summary>How many more of them there are.</summary>
    public int MoreNeighbours { get; init; }

    public const string Centre = "US123";
    public const string Neighbour = "GB045";
    public const string Series = "2026-06";

    private static readonly string[] Given =
    [
        "Ava", "Noah", "Maya", "Liam", "Zoë", "José", "Ελένη", "Νίκος", "Наталья", "Иван", "محمد", "ليلى", "प्रिया", "अर्जुन", "สมชาย", "มาลี", "小明", "丽华",
    ];

    private static readonly string[] Family =
    [
        "Smith", "O'Connor-Smith", "Nguyễn", "García", "Müller", "Brown", "Παπαδοπούλου", "Γεωργίου", "Иванова", "Петров", "عبد الله", "حسن", "शर्मा", "पटेल", "ใจดี", "ศรีสุข", "王", "李",
    ];

    private static readonly (string Code, string Name, string Scale)[] Qualifications =
    [
        ("IGCSE", "Cambridge IGCSE", "IGCSE"), ("ASLEVEL", "International AS Level", "AS"), ("ALEVEL", "International A Level", "A"), ("PREU", "Pre-U", "PREU"),
    ];

    private static readonly (string Code, string Title, string Qualification, string[] Grades)[] Syllabuses =
    [
        ("0580", "Mathematics", "IGCSE", ["A*", "A", "B", "C", "D"]),
        ("0500", "First Language English", "IGCSE", ["A*", "A", "B", "C", "E"]),
        ("0610", "Biology", "IGCSE", ["A", "B", "C", "F", "G"]),
        ("9709", "Mathematics", "ALEVEL", ["A*", "A", "B", "C", "E"]),
        ("9702", "Physics", "ALEVEL", ["A*", "B", "C", "D", "E"]),
        ("9239", "Global Perspectives & Research", "ASLEVEL", ["a", "b", "c", "d", "e"]),
        ("9766", "Literature in English", "PREU", ["D1", "D2", "M1", "M3", "P2"]),
    ];

    /// <summary>The board's files by name. Releases lie this long after <paramref name="now"/>; grades are turned by <paramref name="turn"/>.</summary>
    public IReadOnlyDictionary<string, string> Files(DateTimeOffset now, TimeSpan untilRelease, int turn = 0)
    {
        var centre = now.Add(untilRelease);
        StringBuilder candidates = new("centre,series,number,name,dateOfBirth,gender,uci,email,private\n"), entries = new("centre,series,candidate,syllabus,option,status\n"),
            results = new("series,centre,candidate,syllabus,option,outcome,grade,pum\n");
        foreach (var (where, count, shift) in new[] { (Centre, Candidates, 0), (Neighbour, Math.Min(40, Candidates) + MoreNeighbours, NeighbourShift) })
        {
            for (var i = 1; i <= count; i++)
            {
                var number = i.ToString("0000", CultureInfo.InvariantCulture);
                candidates.Append(CultureInfo.InvariantCulture, $"{where},{Series},{number},{Name(i + (shift * 5))},{2008 + (i % 3)}-{1 + (i % 12):00}-{1 + (i % 28):00},,,,\n");
                for (var k = 0; k < 2 + (i % 3); k++)
                {
                    var syllabus = Syllabuses[((i * 3) + (k * 2) + shift) % Syllabuses.Length];
                    entries.Append(CultureInfo.InvariantCulture, $"{where},{Series},{number},{syllabus.Code},A,ACTIVE\n");
                    var grade = syllabus.Grades[(i + k + turn + shift) % syllabus.Grades.Length];
                    results.Append(CultureInfo.InvariantCulture, $"{Series},{where},{number},{syllabus.Code},A,GRADE,{grade},\n");
                }
            }
        }

        return new Dictionary<string, string>
        {
            ["centres.csv"] = "number,name,country,zone,timeZone,qualifications\n"
                + $"{Centre},Palm Grove High School,United States,1,America/New_York,IGCSE;ASLEVEL;ALEVEL;PREU\n"
                + $"{Neighbour},Northgate Academy,United Kingdom,3,Europe/London,IGCSE;ASLEVEL;ALEVEL;PREU\n"
                + "AE001,Gulf View School,United Arab Emirates,4,Asia/Dubai,IGCSE\n",
            ["qualifications.csv"] = Table("code,name,gradeScale", Qualifications.Select(one => $"{one.Code},{one.Name},{one.Scale}")),
            ["syllabuses.csv"] = Table("code,title,qualification,disallowedWith,openToPrivate",
                [.. Syllabuses.Select(one => $"{one.Code},{one.Title},{one.Qualification},,{(one.Qualification == "PREU" ? "no" : "yes")}"), .. Unentered]),
            ["options.csv"] = OptionRows(now),
            ["deadlines.csv"] = DeadlineRows(now),
            ["fees.csv"] = FeeRows(now),
            ["timetable.csv"] = TimetableRows(now),
            ["candidates.csv"] = candidates.ToString(),
            ["entries.csv"] = entries.ToString(),
            ["releases.csv"] = Table("series,qualification,audience,at",
                from one in Qualifications
                let at = one.Code == "PREU" ? centre.AddDays(2) : centre
                from audience in new[] { "CENTRE", "CANDIDATE" }
                select $"{Series},{one.Code},{audience},{Spell(audience == "CENTRE" ? at : at.AddHours(1))}"),
            ["results.csv"] = results.ToString(),
            ["officers.csv"] = "username,name,email,role,centres\n"
                + $"officer.us123,Dana Reyes,dana.reyes@example.org,OFFICER,{Centre}\n"
                + $"officer.gb045,Sam Okoro,sam.okoro@example.org,OFFICER,{Neighbour}\n",
        };
    }

    /// <summary>Writes the files into a folder.</summary>
    public void Write(string folder, DateTimeOffset now, TimeSpan untilRelease, int turn = 0)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Files(now, untilRelease, turn))
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    /// <summary>A name in one of seven scripts.</summary>
    public static string Name(int i) => i == 7
        ? "Maximiliana Alexandrina Konstantinopoulos-Featherstonehaugh"
        : $"{Given[i % Given.Length]} {Family[i % Family.Length]}";

    private static string Table(string header, IEnumerable<string> rows) => $"{header}\n{string.Join('\n', rows)}\n";
}
