using System.Globalization;
using System.Text;
using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Files;

/// <summary>A file of a thousand rows, of which every so many is bad in one of all the ways in which a row can be bad; each row is about a
/// candidate of its own.</summary>
internal sealed class BadFile
{
    public const int Rows = 1_000;
    public const string Header =
        "Centre number,Series,Candidate number,Candidate name,Syllabus,Option code,Status,Retake centre number,Retake candidate number,Carried from,External reference";

    private const int ElsewhereFrom = 5_000;
    private const int TransferredFrom = 6_000;

    private static readonly (string Row, string Code, string? Column, string Has)[] Kinds =
    [
        ("US123,2026-06,{n},\"open,0580,B,,,,,", "ROW_MALFORMED", null, ""),
        ("US123,2026-06,{n},\"a\"b,0580,B,,,,,", "ROW_MALFORMED", null, ""),
        ("US123,2026-06,{n},{megabyte},0580,B,,,,,", "ROW_MALFORMED", null, ""),
        ("US123,2026-06,{n},\"{megabyte}\",0580,B,,,,,", "ROW_MALFORMED", null, ""),
        ("US123,2026-06,{n},{commas},0580,B,,,,,", "ROW_MALFORMED", null, ""),
        ("US123,2026-06,{n},Bloggs, Fred,0580,B,,,,,", "ROW_TOO_LONG", null, ""),
        (",2026-06,{n},,0580,B,,,,,", "CELL_MISSING", "Centre number", ""),
        ("US123,,{n},,0580,B,,,,,", "CELL_MISSING", "Series", ""),
        ("US123,2026-06,,,0580,B,,,,,", "CELL_MISSING", "Candidate number", ""),
        ("US123,2026-06,{n},,,B,,,,,", "CELL_MISSING", "Syllabus", ""),
        ("US123,2026-06,{n}", "CELL_MISSING", "Syllabus", ""),
        ("US123,2026-06,{n},,0580,B,,,0001,,", "CELL_MISSING", "Retake centre number", ""),
        ("US123,2026-06,{n},,0580,B,,US123,,,", "CELL_MISSING", "Retake candidate number", ""),
        ("US12,2026-06,{n},,0580,B,,,,,", "CELL_MALFORMED", "Centre number", ""),
        ("US1\u00002,2026-06,{n},,0580,B,,,,,", "CELL_MALFORMED", "Centre number", ""),
        ("US123,2026-07,{n},,0580,B,,,,,", "CELL_MALFORMED", "Series", ""),
        ("US123,2026-06,12345,,0580,B,,,,,", "CELL_MALFORMED", "Candidate number", ""),
        ("US123,2026-06,0000,,0580,B,,,,,", "CELL_MALFORMED", "Candidate number", ""),
        ("US123,2026-06,{n},,maths,B,,,,,", "CELL_MALFORMED", "Syllabus", ""),
        ("US123,2026-06,{n},,0580,BXY,,,,,", "CELL_MALFORMED", "Option code", ""),
        ("US123,2026-06,{n},,0580,B,gone,,,,", "CELL_MALFORMED", "Status", ""),
        ("US123,2026-06,{n},,9709,S,,,,US123/2025/0001,", "CELL_MALFORMED", "Carried from", ""),
        ("US123,2026-06,{n},,0580,B,,,,,two words", "CELL_MALFORMED", "External reference", ""),
        ("US123,2026-06,{n},,05\uFFFD0,B,,,,,", "CELL_NOT_TEXT", "Syllabus", ""),
        ("US123,2026-06,{good},,0580,B,,,,,", "ROW_TWICE", "Syllabus", ""),
        ("12345,2026-06,{n},,0580,A,,,,,", "CENTRE_NOT_FOUND", "Centre number", ""),
        ("ZZ999,2026-06,{n},,0580,A,,,,,", "CENTRE_NOT_FOUND", "Centre number", ""),
        ("US123,2026-06,9{nnn},,0580,B,,,,,", "CANDIDATE_NOT_FOUND", "Candidate number", ""),
        ("US123,2026-06,{transferred},,0580,B,,,,,", "CANDIDATE_TRANSFERRED", "Candidate number", "transferred"),
        ("US123,2026-06,{n},,0001,B,,,,,", "SYLLABUS_NOT_FOUND", "Syllabus", ""),
        ("US123,2026-06,{n},,0580,Z,,,,,", "OPTION_NOT_FOUND", "Option code", ""),
        ("US123,2026-06,{n},,5090,A,,,,,", "CENTRE_NOT_APPROVED", "Syllabus", ""),
        ("US123,2026-03,{n},,0580,A,,,,,", "ENTRIES_CLOSED", "Syllabus", "closed"),
        ("US123,2026-06,{n},,0522,A,,,,,", "COMBINATION_DISALLOWED", "Syllabus", "0500/A"),
        ("US123,2026-06,{n},,0970,A,,,,,", "SAME_TITLE", "Syllabus", "0610/A"),
        ("US123,2026-06,{n},,0680,A,P,,,,", "NOT_OPEN_TO_PRIVATE_CANDIDATES", "Syllabus", "private"),
        ("US123,2026-06,{n},,0580,B,P,,,,", "PRIVATE_CANDIDATE_ELSEWHERE", "Candidate number", "elsewhere"),
        ("US123,2026-06,{n},,0580,B,P,,,,", "CANDIDATE_NOT_PRIVATE", "Status", ""),
        ("US123,2026-11,{n},,0580,B,,US123,0001,,", "RETAKE_NOT_ALLOWED", "Retake centre number", "november"),
        ("US123,2026-06,{n},,0580,B,,US123,8888,,", "NOT_A_RETAKE", "Retake centre number", ""),
        ("US123,2026-06,{n},,0580,B,,US123,0001,,", "RETAKE_IS_FINAL", "Retake centre number", "0580/B"),
        ("US123,2026-06,{n},,9709,S,,,,,", "CARRIED_FROM_MISSING", "Carried from", ""),
        ("US123,2026-06,{n},,9709,B,,,,US123/2025-06/0001,", "NOTHING_CARRIED", "Carried from", ""),
        ("US123,2026-06,{n},,9709,S,,,,US123/2024-06/0001,", "CARRY_FORWARD_NOT_POSSIBLE", "Carried from", ""),
        ("US123,2026-06,{n},,9709,S,,,,US123/2025-06/8888,", "CARRIED_ENTRY_NOT_FOUND", "Carried from", ""),
        ("US123,2026-06,{n},,9709,S,,,,US123/2025-06/0002,", "CARRIED_TWICE", "Carried from", ""),
        ("US123,2026-06,{n},,0580,B,,,,,taken", "EXTERNAL_REFERENCE_TAKEN", "External reference", ""),
        ("US123,2026-06,{n},,0610,A,W,,,,", "ENTRY_NOT_FOUND", "Syllabus", ""),
        ("US123,2026-06,{n},,0610,B,W,,,,", "ENTRY_NOT_FOUND", "Syllabus", "0610/A"),
    ];

    // Ways of being good: plain, with what a spreadsheet does to codes, with an entry to amend or to withdraw, over several lines.
    private static readonly (string Row, string Has)[] GoodKinds =
    [
        ("US123,2026-06,{n},\"Bloggs, Fred\",0580,B,,,,,", ""),
        ("us 123,Jun-26,{eaten},,580,b,A,,,,", ""),
        ("\"=\"\"US123\"\"\",\"=\"\"2026-06\"\"\",\"=\"\"{n}\"\"\",'=Formula,\"=\"\"0580\"\"\",B,,,,,", ""),
        ("US123,2026-06,{n},\"over\r\ntwo \"\"lines\"\"\",9709,S,,,,US123/2025-06/0001,key-{n}", ""),
        ("US123,2026-06,{n},,0580,B,,US123,0001,,", ""),
        ("US123,2026-06,{n},,0610,B,,,,,", "0610/A"),
        ("US123,2026-06,{n},,0610,,W,,,,", "0610/A"),
        ("US123,2026-06,{n},,0610,A,,,,,", "0610/A"),
    ];

    private readonly StringBuilder _text = new(Header + "\r\n");

    /// <summary>The file.</summary>
    public string Text => _text.ToString();

    /// <summary>What must be refused: line, code, column.</summary>
    public List<(int Line, string Code, string? Column)> Expected { get; } = [];

    /// <summary>The good rows that make, amend, withdraw and leave alone.</summary>
    public (int Made, int Amended, int Withdrawn, int Unchanged) Good { get; private set; }

    /// <summary>Registers the candidates and writes the rows about them.</summary>
    public static async Task<BadFile> MakeAsync(BoardWorld world)
    {
        var file = new BadFile();
        await world.Get<Writer>().WriteAsync("seed", async writing =>
        {
            await writing.RegisterAsync(Us123, SchoolYear.Before, 1, null, "9709/B");
            await writing.RegisterAsync(Us123, SchoolYear.Closed, 1, null, "0580/A");
            await writing.RegisterAsync(Us123, SchoolYear.Before, 2, null, "9709/S");
            await writing.RegisterAsync(Us123, June, 4_999, null, "0610/A/taken");
            var (line, bad) = (2, 0);
            for (var row = 1; row <= Rows; row++)
            {
                var isBad = row % 4 == 0;
                var (text, has) = isBad ? (Kinds[bad % Kinds.Length].Row, Kinds[bad % Kinds.Length].Has) : (GoodKinds[row % GoodKinds.Length].Row, GoodKinds[row % GoodKinds.Length].Has);
                await PrepareAsync(writing, row, has);
                text = Fill(text, row);
                if (isBad)
                {
                    var (_, code, column, _) = Kinds[bad++ % Kinds.Length];
                    file.Expected.Add((line, code, column));
                }
                else
                {
                    file.Count(text, has);
                }

                // All line ends that there are, in one file.
                file._text.Append(text).Append((row % 3) switch { 0 => "\n", 1 => "\r\n", _ => "\r" });
                line += 1 + text.Count(one => one == '\n');
            }
        }, default);
        return file;
    }

    public static int KindsOfBad => Kinds.Length;

    public static IEnumerable<string> Codes => Kinds.Select(kind => kind.Code).Distinct();

    private void Count(string row, string has)
    {
        var (made, amended, withdrawn, unchanged) = Good;
        Good = has.Length == 0 ? (made + 1, amended, withdrawn, unchanged)
            : row.Contains(",W,", StringComparison.Ordinal) ? (made, amended, withdrawn + 1, unchanged)
            : row.Contains(",B,", StringComparison.Ordinal) ? (made, amended + 1, withdrawn, unchanged)
            : (made, amended, withdrawn, unchanged + 1);
    }

    private static string Fill(string row, int n) => row
        .Replace("{n}", Digits(n), StringComparison.Ordinal)
        .Replace("{nnn}", n.ToString("000", CultureInfo.InvariantCulture)[^3..], StringComparison.Ordinal)
        .Replace("{eaten}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{transferred}", Digits(TransferredFrom + n), StringComparison.Ordinal)
        // The first row of all enters candidate 0001 for 0580; every fourth is bad, and this is none of those.
        .Replace("{good}", "0001", StringComparison.Ordinal)
        .Replace("{megabyte}", new string('x', n < 60 ? 1_000_000 : 5_000), StringComparison.Ordinal)
        .Replace("{commas}", new string(',', n < 60 ? 1_000_000 : 70_000), StringComparison.Ordinal);

    private static async Task PrepareAsync(Infrastructure.Persistence.Writing.Writing writing, int row, string has)
    {
        var isPrivate = new PersonalDetails(Named.Person($"Private: {row}"), IsPrivate: true);
        switch (has)
        {
            case "closed":
                await writing.RegisterAsync(Us123, SchoolYear.Closed, row, null);
                break;
            case "november":
                await writing.RegisterAsync(Us123, SchoolYear.WithoutRetakes, row, null);
                break;
            case "private":
                await writing.RegisterAsync(Us123, June, row, isPrivate);
                break;
            case "elsewhere":
                var uci = Identifier(row);
                await writing.RegisterAsync(Us123, June, row, isPrivate with { Uci = uci });
                await writing.RegisterAsync(Uk12345, June, ElsewhereFrom + row, isPrivate with { Uci = uci }, "0500/A");
                break;
            case "transferred":
                var gone = new Candidate(Us123, June, CandidateNumber.Of(TransferredFrom + row), new PersonalDetails(Named.Person("Gone: Elsewhere")));
                gone.TransferOut();
                await writing.InsertAsync([gone], default);
                break;
            default:
                await writing.RegisterAsync(Us123, June, row, null, has.Length == 0 ? [] : [has]);
                break;
        }
    }

    private static Uci Identifier(int row)
    {
        var digits = $"68199001{row:0000}";
        return Named.Word<Uci>(digits + Uci.CheckLetter(digits));
    }

    private static string Digits(int number) => number.ToString("0000", CultureInfo.InvariantCulture);
}
