using System.Globalization;
using System.Text;
using Exams.World;

namespace Exams.Rehearsal.Entries;

/// <summary>A synthetic series as files: candidates shared out among centres, entries among candidates. Written line by line, so its size does not matter.</summary>
/// <param name="Centres">How many centres; at most 20,000.</param>
/// <param name="Candidates">How many candidates in all.</param>
/// <param name="Entries">How many entries in all.</param>
internal sealed record SeriesBoard(int Centres, int Candidates, int Entries)
{
    public const string Series = "2027-06";
    public const int Syllabuses = 70;
    private const int CentresEachLetter = 999;

    /// <summary>The centre that the benchmarks ask about.</summary>
    public string Middle => Centre(Centres / 2);

    public static string Centre(int place) => string.Create(
        CultureInfo.InvariantCulture, $"{(char)('A' + (place / CentresEachLetter / 26))}{(char)('A' + (place / CentresEachLetter % 26))}{(place % CentresEachLetter) + 1:000}");

    public static string Syllabus(int place) => string.Create(CultureInfo.InvariantCulture, $"{100 + ((place % Syllabuses) * 7):0000}");

    /// <summary>How many candidates a centre has, and the number of each from 0001.</summary>
    public int CandidatesOf(int centre) => (Candidates / Centres) + (centre < Candidates % Centres ? 1 : 0);

    /// <summary>Writes the files.</summary>
    public void Write(string folder, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        Write(folder, "qualifications.csv", "code,name,gradeScale", ["IGCSE,Cambridge IGCSE,IGCSE"]);
        Write(folder, "centres.csv", "number,name,country,zone,timeZone,qualifications",
            Enumerable.Range(0, Centres).Select(one => $"{Centre(one)},School {one},Kenya,3,Africa/Nairobi,IGCSE"));
        Write(folder, "syllabuses.csv", "code,title,qualification", Enumerable.Range(0, Syllabuses).Select(one => $"{Syllabus(one)},Subject {one},IGCSE"));
        Write(folder, "options.csv", "series,zone,syllabus,option,components",
            from one in Enumerable.Range(0, Syllabuses) from option in new[] { "A", "B" } select $"{Series},3,{Syllabus(one)},{option},{(option == "A" ? "11;21" : "12;22")}");
        Write(folder, "deadlines.csv", "series,kind,tier,zone,countries,at",
            [$"{Series},ENTRY,ON_TIME,,,{now.AddYears(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}"]);
        Write(folder, "fees.csv", "series,qualification,syllabus,tier,amount,currency", [$"{Series},,,ON_TIME,98.50,GBP"]);
        Write(folder, "officers.csv", "username,name,email,role,centres",
            [$"an.officer,An Officer,,OFFICER,{Middle}", "an.associate,An Associate,,OFFICER," + string.Join(';', Enumerable.Range(0, Math.Min(Centres, 60)).Select(Centre)), "the.board,Board,,BOARD,"]);
        Write(folder, "candidates.csv", "centre,series,number,name,dateOfBirth,gender,uci,email,private",
            from centre in Enumerable.Range(0, Centres)
            from number in Enumerable.Range(1, CandidatesOf(centre))
            select string.Create(CultureInfo.InvariantCulture, $"{Centre(centre)},{Series},{number:0000},{DemoBoard.Name(centre + (number * 31))},{2009 + (number % 3)}-{1 + (number % 12):00}-{1 + (number % 28):00},,,,"));
        Write(folder, "entries.csv", "centre,series,candidate,syllabus,option,status", EntryRows());
    }

    private IEnumerable<string> EntryRows()
    {
        var (each, more) = (Entries / Math.Max(1, Candidates), Entries % Math.Max(1, Candidates));
        var place = 0;
        for (var centre = 0; centre < Centres; centre++)
        {
            for (var number = 1; number <= CandidatesOf(centre); number++, place++)
            {
                for (var k = 0; k < each + (place < more ? 1 : 0); k++)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{Centre(centre)},{Series},{number:0000},{Syllabus(number + (k * 11))},{(number % 2 == 0 ? "A" : "B")},");
                }
            }
        }
    }

    private static void Write(string folder, string name, string header, IEnumerable<string> rows)
    {
        using var file = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false), bufferSize: 1 << 20);
        file.NewLine = "\n";
        file.WriteLine(header);
        foreach (var row in rows)
        {
            file.WriteLine(row);
        }
    }
}
