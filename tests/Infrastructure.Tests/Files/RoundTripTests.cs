using System.Text;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Files;
using Exams.Infrastructure.Loading;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Files;

/// <summary>What is exported and imported again says the same, whatever it says and however it was written.</summary>
public sealed class RoundTripTests() : OnADatabase(null)
{
    private const int Seeds = 400;

    // What spreadsheets run, change, or take apart; and letters of all kinds.
    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\r", "\n", "\r\n", " ", "0", "1", "580", "1E5", "=\"", "\"\"", "''=", "TRUE", "MAR1", "3-4",
        "HYPERLINK(\"x\")", "cmd|' /C calc'!A0", "é", "ß", "李小龙", "𠮷", "عبد الله", "สมชาย", "נועה", "प्रिया", "＝", "－", "\u200D", "e\u0301", "a", "Z",
    ];

    [Fact]
    public void Every_text_that_is_written_into_a_cell_is_read_out_of_it_again()
    {
        for (var seed = 0; seed < Seeds * 10; seed++)
        {
            var dice = new Random(seed);
            var texts = Enumerable.Range(0, 5).Select(_ => Hostile(dice)).ToArray();
            var file = new StringWriter();
            var line = new CsvLine(file, isExact: seed % 2 == 0);
            line.Code(texts[0]).Text(texts[1]).Code(texts[2]).Text(texts[3]).Text(texts[4]).End();
            var csv = new CsvText(new StringReader(file.ToString()));

            csv.Read().Should().BeTrue();
            csv.Fault.Should().BeNull("seed {0} wrote {1}", seed, file);
            csv.Cells.Select(SafeCell.Read).Should().Equal(texts, "seed {0} wrote {1}", seed, file);
            csv.Read().Should().BeFalse();
        }
    }

    [Fact]
    public void No_cell_begins_with_what_a_spreadsheet_runs_but_for_a_text_that_gives_itself()
    {
        for (var seed = 0; seed < Seeds * 10; seed++)
        {
            var dice = new Random(seed);
            var text = Hostile(dice);
            var harmless = SafeCell.Harmless(text);
            if (harmless.Length > 0)
                "=+-@\t\r\n＝＋－＠".Should().NotContain(harmless[..1], "seed {0} wrote {1}", seed, harmless);
            var exact = SafeCell.Exact(text);
            (exact.Length == 0 || (exact.StartsWith("=\"", StringComparison.Ordinal) && exact.EndsWith('"') && exact[2..^1].Replace("\"\"", "", StringComparison.Ordinal) is var inner && !inner.Contains('"', StringComparison.Ordinal)))
                .Should().BeTrue("seed {0} wrote {1}, which must be one text and nothing else", seed, exact);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Candidates_and_entries_that_are_exported_and_sent_back_are_unchanged(bool isExact)
    {
        await SchoolYear.SeedAsync(World);
        await SeedHostileAsync();
        var before = await StateAsync();

        var candidates = await World.ImportCandidatesAsync(await World.ExportAsync(ExportKind.Candidates, isExact: isExact));
        var entries = await World.ImportEntriesAsync(await World.ExportAsync(ExportKind.Entries, isExact: isExact));

        candidates.Places().Should().BeEmpty();
        candidates.Remarks.Should().OnlyContain(remark => remark.Kind == FileWarningKind.NameVariationNeeded, "nothing was repaired");
        candidates.Done.Should().HaveCountGreaterThan(150).And.OnlyContain(row => row.Row.Action == CandidateAction.Unchanged);
        entries.Places().Should().BeEmpty();
        entries.Remarks.Should().BeEmpty();
        entries.Done.Should().HaveCountGreaterThan(150).And.OnlyContain(row => row.Row.Action == EntryAction.Unchanged);
        (await StateAsync()).Should().Be(before);
    }

    private async Task SeedHostileAsync() => await World.Get<Writer>().WriteAsync("seed", async writing =>
    {
        await writing.RegisterAsync(Us123, SchoolYear.Before, 1, null, "9709/B");
        await writing.RegisterAsync(Us123, SchoolYear.Closed, 1, null, "0580/A");
        List<Candidate> made = [];
        for (var seed = 0; made.Count < 200; seed++)
        {
            var dice = new Random(seed);
            if (!CandidateName.TryParse(Hostile(dice), out var name))
                continue;
            var number = made.Count + 1;
            var details = new PersonalDetails(
                name, dice.Next(2) == 0 ? null : new DateOnly(2009, 1, 1).AddDays(dice.Next(365)), dice.Next(4) is var gender and < 3 ? (Gender)gender : null,
                Email: EmailAddress.TryParse($"=cmd{number}+1@example.org", out var email) && dice.Next(2) == 0 ? email : null, IsPrivate: dice.Next(4) == 0)
            {
                NameVariation = dice.Next(2) == 0 ? Named.Word<BoardName>($"{"-'(A"[dice.Next(4)]}BLOGGS: FRED") : null,
            };
            made.Add(new Candidate(Us123, June, CandidateNumber.Of(number), details, Key(dice, number)));
        }

        await writing.InsertAsync(made, default);
        List<Entry> entries = [];
        foreach (var candidate in made)
        {
            var dice = new Random((int)candidate.Id);
            var retakes = new EntryTerms(Previous: dice.Next(2) == 0 ? Named.Word<Registration>("US123/2026-03/0001") : null, Reference: Key(dice, 1_000 + (int)candidate.Id));
            entries.Add(new Entry(candidate, Named.Syllabus("0580"), Named.Option(dice.Next(2) == 0 ? "A" : "B"), World.Clock.Now, retakes));
            entries.Add(new Entry(candidate, Named.Syllabus("9709"), Named.Option("S"), World.Clock.Now, new EntryTerms(CarriedFrom: Named.Word<Registration>("US123/2025-06/0001"))));
            if (dice.Next(2) == 0)
                entries[^2].Withdraw(World.Clock.Now);
            if (dice.Next(2) == 0)
            {
                // Another option stands beside the one that was withdrawn.
                entries[^1].Withdraw(World.Clock.Now);
                entries.Add(new Entry(candidate, Named.Syllabus("9709"), Named.Option("B"), World.Clock.Now));
            }
        }

        await writing.InsertAsync(entries, default);
    }, default);

    private static ExternalReference? Key(Random dice, int number)
    {
        string[] pieces = ["=", "+", "-", "@", "'", "\"", ",", ";", "0", "1E5", "TRUE", "="];
        return dice.Next(3) == 0 ? null : Named.Word<ExternalReference>($"{pieces[dice.Next(pieces.Length)]}{pieces[dice.Next(pieces.Length)]}{number}");
    }

    private static string Hostile(Random dice)
    {
        var text = new StringBuilder();
        for (var piece = dice.Next(6); piece >= 0; piece--)
            text.Append(Pieces[dice.Next(Pieces.Length)]);
        return text.ToString();
    }

    private async Task<string> StateAsync()
    {
        await using var db = World.Open(People.Board);
        var candidates = await db.Candidates.OrderBy(one => one.Id).ToListAsync();
        var entries = await db.Entries.OrderBy(one => one.Id).ToListAsync();
        return string.Join('\n', candidates.Select(one => $"{one.Number} {one.Details} {one.ExternalReference} {one.Version}").Concat(
            entries.Select(one => $"{one.CandidateId} {one.Syllabus} {one.Option} {one.Status} {one.Previous} {one.CarriedFrom} {one.ExternalReference}")));
    }
}
