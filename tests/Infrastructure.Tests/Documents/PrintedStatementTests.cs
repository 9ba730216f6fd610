using System.Globalization;
using System.Text.RegularExpressions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Tests.Documents;

public sealed partial class PrintedStatementTests
{
    [Theory]
    [InlineData(Wording.EnGb, "Candidate number", "exams officer", "Your timetable")]
    [InlineData(Wording.EnUs, "Student number", "testing coordinator", "Your schedule")]
    public async Task Each_page_says_what_its_candidate_must_check(Wording wording, string label, string officer, string timetable)
    {
        Printer.Demand("pdfinfo", "pdftotext");
        var (pdf, zip, printed) = await PrintAsync(Enumerable.Range(1, 20).Select(number => Of(number, $"Anna Smith {number}", wording: wording)));

        printed.Pages.Should().Be(20);
        printed.Remarks.Should().BeEmpty();
        Paper.Pages(pdf).Should().Be(20);
        var pages = Paper.Texts(pdf);
        for (var number = 1; number <= 20; number++)
        {
            pages[number - 1].Should().ContainAll(
                "Statement of entry", label, $"{number:0000}", $"Anna Smith {number}", "US123 Ida S. Baker High School", "June 2026", "14 March 2009",
                "Female", "US12300900011", "0580", "Mathematics, Cambridge IGCSE", "BX", "11, 21", "late; retake of November 2025, US123 0042",
                timetable, "Mon 4 May 2026, AM", "0580/11 Mathematics", "1 h 30 min", "I have checked my name", "Signature of the", officer);
        }

        Paper.Texts(PrintedSheetTests.Entry(zip, "0007.pdf")).Should().ContainSingle().Which.Should().Be(pages[6]);
    }

    [Fact]
    public async Task The_wordings_do_not_mix()
    {
        Printer.Demand("pdftotext");
        Paper.Texts((await PrintAsync([Of(1, "Ann")])).Pdf)[0].ToUpperInvariant().Should().NotContainAny("STUDENT", "COORDINATOR", "SCHEDULE");
        Paper.Texts((await PrintAsync([Of(1, "Ann", wording: Wording.EnUs)])).Pdf)[0].ToUpperInvariant().Should().NotContainAny("CANDIDATE", "CENTRE", "OFFICER", "TIMETABLE");
    }

    [Theory]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("Ελένη Παπαδοπούλου")]
    [InlineData("Наталья Иванова")]
    [InlineData("محمد عبد الله")]
    [InlineData("प्रिया शर्मा")]
    [InlineData("สมชาย ใจดี")]
    [InlineData("王小明")]
    public async Task A_name_is_printed_in_its_own_script(string name)
    {
        Printer.Demand("pdftotext");
        var (pdf, _, printed) = await PrintAsync([Of(1, name)]);
        printed.Remarks.Should().BeEmpty();
        new string([.. Paper.Texts(pdf)[0].Where(letter => letter is < '\u202A' or > '\u202E')]).Should().Contain(name);
    }

    [Fact]
    public async Task What_is_not_known_is_a_dash_and_a_timetable_that_is_not_published_is_said_to_be_missing()
    {
        Printer.Demand("pdftotext");
        var text = Paper.Texts((await PrintAsync([Of(1, "Ann") with { DateOfBirth = null, Gender = null, Uci = null, Exams = [] }])).Pdf)[0];
        text.Should().Contain("The timetable has not been published yet.").And.Contain("–").And.NotContain("Female");
    }

    [Fact]
    public async Task Fifteen_entries_with_long_names_and_all_their_exams_are_one_page_and_nothing_leaves_its_place()
    {
        Printer.Demand("pdfinfo", "pdftotext");
        var name = "Maximiliana Wilhelmina Konstantina von Hohenberg-Zuckerschmidt";
        var (pdf, zip, printed) = await PrintAsync([Of(1, name, entries: 15, papers: 3), Of(2, "Ann", entries: 3)]);

        printed.Remarks.Should().BeEmpty("everything fits");
        Paper.Pages(pdf).Should().Be(2);
        Paper.Pages(PrintedSheetTests.Entry(zip, "0001.pdf")).Should().Be(1);
        var text = Paper.Texts(pdf)[0];
        text.Should().Contain(name).And.Contain("Signature of the candidate");
        for (var i = 0; i < 15; i++)
        {
            text.Should().Contain($"{4001 + i} ").And.ContainAll(Enumerable.Range(1, 3).Select(paper => $"{4001 + i}/{paper}1"));
        }

        Overlaps(pdf).Should().BeEmpty();
    }

    [Fact]
    public async Task More_than_a_page_can_hold_is_left_out_and_said_so()
    {
        Printer.Demand("pdfinfo", "pdftotext");
        var (pdf, _, printed) = await PrintAsync([Of(7, "Ann", entries: 30, papers: 4)]);

        printed.Remarks.Should().Equal(new SheetRemark("0007", SheetFault.EntriesShortened));
        Paper.Pages(pdf).Should().Be(1);
        Paper.Texts(pdf)[0].Should().MatchRegex("[0-9]+ more lines do not fit on this page").And.Contain("Signature of the candidate");
        Overlaps(pdf).Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_full_of_control_characters_and_one_without_end_spoil_nobody_elses_statement()
    {
        Printer.Demand("pdftotext");
        var (pdf, _, printed) = await PrintAsync([Of(1, "Anna\u202Elive\u0000\n"), Of(2, new string('W', 5_000)), Of(3, "Ann")]);

        printed.Remarks.Should().BeEquivalentTo(
            [new SheetRemark("0001", SheetFault.CharactersReplaced), new SheetRemark("0002", SheetFault.NameShortened)]);
        Paper.Texts(pdf).Should().HaveCount(3);
    }

    private static async Task<(byte[] Pdf, byte[] Zip, PrintedSheets Printed)> PrintAsync(IEnumerable<Statement> statements)
    {
        using var pdf = new MemoryStream();
        using var zip = new MemoryStream();
        var printed = await new SheetPrinter(Printer.Check).PrintAsync(
            new StatementRun("US123, June 2026", Printer.At, statements.ToAsyncEnumerable()), pdf, zip, cancellationToken: TestContext.Current.CancellationToken);
        return (pdf.ToArray(), zip.ToArray(), printed);
    }

    private static Statement Of(int number, string name, int entries = 1, int papers = 1, Wording wording = Wording.EnGb) => new()
    {
        CentreNumber = "US123",
        CentreName = "Ida S. Baker High School",
        Series = "June 2026",
        CandidateNumber = $"{number:0000}",
        CandidateName = name,
        DateOfBirth = "14 March 2009",
        Gender = "Female",
        Uci = "US12300900011",
        Entries =
        [
            .. entries == 1
                ? [new StatementEntry("0580", "Mathematics, Cambridge IGCSE", "BX", "11, 21", "late; retake of November 2025, US123 0042")]
                : Enumerable.Range(4001, entries).Select(code => new StatementEntry(
                    $"{code}", "Environmental Management and Society, Cambridge IGCSE", "BX", "11, 21, 31, 04", "very late")),
        ],
        Exams =
        [
            .. entries == 1
                ? [new StatementExam("Mon 4 May 2026, AM", "0580/11 Mathematics", "1 h 30 min")]
                : from code in Enumerable.Range(4001, entries)
                  from paper in Enumerable.Range(1, papers)
                  select new StatementExam("Wed 27 May 2026, AM", $"{code}/{paper}1 Environmental Management and Society", "2 h 15 min"),
        ],
        Wording = wording,
    };

    // Words that lie upon one another or outside the page's margins, as the reader measures them.
    private static List<string> Overlaps(byte[] pdf)
    {
        var words = Word().Matches(Paper.Run("pdftotext", pdf, file => ["-bbox", "-f", "1", "-l", "1", file, "-"])).Select(match => (
            Left: Number(match, 1), Top: Number(match, 2), Right: Number(match, 3), Bottom: Number(match, 4), Text: match.Groups[5].Value)).ToList();
        words.Should().HaveCountGreaterThan(20);
        List<string> wrong = [.. words.Where(word => word.Left < 50 || word.Right > 545 || word.Top < 40 || word.Bottom > 812).Select(word => $"{word.Text} is outside")];
        for (var i = 0; i < words.Count; i++)
        {
            for (var k = i + 1; k < words.Count; k++)
            {
                // Boxes are as high as the font's tallest letter: a fifth of a line may touch the next.
                var (across, down) = (Math.Min(words[i].Right, words[k].Right) - Math.Max(words[i].Left, words[k].Left),
                    Math.Min(words[i].Bottom, words[k].Bottom) - Math.Max(words[i].Top, words[k].Top));
                if (across > 1 && down > 0.45 * (words[i].Bottom - words[i].Top))
                    wrong.Add($"{words[i].Text} and {words[k].Text}");
            }
        }

        return wrong;
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]*)</word>")]
    private static partial Regex Word();
}
