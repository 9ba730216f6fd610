using System.IO.Compression;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Tests.Documents;

public sealed class PrintedSheetTests
{
    [Theory]
    [InlineData(Wording.EnGb, "Candidate number", "exams officer", "telephone +1 239 555 0147", "Tuesday 11 August 2026 at 01:00")]
    [InlineData(Wording.EnUs, "Student number", "testing coordinator", "phone +1 239 555 0147", "Tuesday, August 11, 2026 at 1:00 AM")]
    public async Task Each_page_says_what_its_candidate_needs(Wording wording, string label, string officer, string telephone, string when)
    {
        Printer.Demand("pdfinfo", "pdftotext");
        var (pdf, _, printed) = await Printer.Print(Enumerable.Range(1, 40).Select(number => Printer.Sheet(number, $"Anna Smith {number}", wording)));

        printed.Pages.Should().Be(40);
        printed.Remarks.Should().BeEmpty();
        Paper.Pages(pdf).Should().Be(40);
        var pages = Paper.Texts(pdf);
        for (var number = 1; number <= 40; number++)
        {
            pages[number - 1].Should().ContainAll(
                label, $"{number:0000}", $"Anna Smith {number}", "US123 Ida S. Baker High School", "June 2026",
                $"kestrel-{number:0000}-marsh", Printer.Password(number), "https://results.example.org",
                when, "New York time, UTC-04:00", "Cambridge IGCSE", "Cambridge International AS & A Level",
                "Nora O'Brien", telephone, "email exams@school.example", officer, "provisional until your certificates are issued");
        }
    }

    [Fact]
    public async Task The_wordings_do_not_mix()
    {
        Printer.Demand("pdftotext");
        var (british, _, _) = await Printer.Print(Printer.Sheet(1));
        var (american, _, _) = await Printer.Print(Printer.Sheet(1, wording: Wording.EnUs));
        Paper.Texts(british)[0].ToUpperInvariant().Should().NotContainAny("STUDENT", "SCHOOL A", "COORDINATOR", "CELL PHONE");
        Paper.Texts(american)[0].ToUpperInvariant().Should().NotContainAny("CANDIDATE", "CENTRE", "OFFICER", "MOBILE");
    }

    [Theory]
    [InlineData("Latin", "Nguyễn Thị Ánh")]
    [InlineData("Greek", "Ελένη Παπαδοπούλου")]
    [InlineData("Cyrillic", "Наталья Иванова")]
    [InlineData("Arabic", "محمد عبد الله")]
    [InlineData("Devanagari", "प्रिया शर्मा")]
    [InlineData("Thai", "สมชาย ใจดี")]
    [InlineData("Han", "王小明")]
    public async Task A_name_is_printed_in_its_own_script(string script, string name)
    {
        Printer.Demand("pdftotext");
        var (pdf, zip, printed) = await Printer.Print(Printer.Sheet(1, name));
        printed.Remarks.Should().BeEmpty(script);
        // The reader brackets right-to-left text with direction marks.
        string Bare(string text) => new([.. text.Where(letter => letter is < '\u202A' or > '\u202E')]);
        Bare(Paper.Texts(pdf)[0]).Should().Contain(name);
        Bare(Paper.Texts(Entry(zip, "0001.pdf"))[0]).Should().Contain(name);
    }

    [Fact]
    public async Task A_long_name_and_ten_qualifications_still_are_one_page()
    {
        Printer.Demand("pdfinfo", "pdftotext");
        var name = "Maximiliana Wilhelmina Konstantina von Hohenberg-Zuckerschmidt de Souza";
        var sheet = Printer.Sheet(1, name) with { Issue = 3, Releases = Ten() };
        var (pdf, zip, printed) = await Printer.Print(sheet);
        printed.Remarks.Should().BeEmpty("everything fits");
        Paper.Pages(pdf).Should().Be(1);
        Paper.Pages(Entry(zip, "0001.pdf")).Should().Be(1);
        var text = Paper.Texts(pdf)[0];
        text.Should().Contain(name).And.Contain("Issue 3").And.Contain("destroy the earlier sheet").And.Contain("If you lose it");
        foreach (var line in Ten())
            text.Should().Contain(line.When).And.Contain(line.Qualifications[0]);
    }

    [Fact]
    public async Task More_release_lines_than_a_page_holds_are_cut_and_remarked_on()
    {
        Printer.Demand("pdfinfo", "pdftotext");
        var many = Enumerable.Range(0, 60).Select(i => new SheetRelease([$"Qualification {i}"], $"Day {i}", "UTC")).ToList();
        var (pdf, _, printed) = await Printer.Print(Printer.Sheet(7) with { Releases = many });
        printed.Remarks.Should().Equal(new SheetRemark("0007", SheetFault.ReleasesShortened));
        Paper.Pages(pdf).Should().Be(1);
        Paper.Texts(pdf)[0].Should().Contain("Day 0").And.Contain("If you lose it").And.NotContain("Day 59");
    }

    [Fact]
    public async Task A_reissued_sheet_voids_the_earlier_one_and_a_first_sheet_says_nothing_of_it()
    {
        Printer.Demand("pdftotext");
        var (pdf, _, _) = await Printer.Print(Printer.Sheet(1), Printer.Sheet(2) with { Issue = 2 });
        var pages = Paper.Texts(pdf);
        pages[0].Should().NotContain("Issue").And.NotContain("earlier sheet");
        pages[1].Should().Contain("Issue 2").And.Contain("This is issue 2 of your sheet. The password on any earlier sheet no longer works");
    }

    [Fact]
    public async Task A_contact_may_have_a_telephone_or_an_email_alone()
    {
        Printer.Demand("pdftotext");
        var (pdf, _, _) = await Printer.Print(
            Printer.Sheet(1) with { Contact = new SheetContact("Nora", "0147", null) },
            Printer.Sheet(2) with { Contact = new SheetContact("Nora", null, "n@s.example") });
        var pages = Paper.Texts(pdf);
        pages[0].Should().Contain("Nora, telephone 0147 Your centre");
        pages[1].Should().Contain("Nora, email n@s.example Your centre");
    }

    [Fact]
    public async Task A_password_without_separators_is_shown_in_groups_of_four()
    {
        Printer.Demand("pdftotext");
        var (pdf, _, _) = await Printer.Print(
            Printer.Sheet(1) with { Password = new Secret("K7QM2XWB9RTAZP4C") },
            Printer.Sheet(2) with { Password = new Secret("K7QM-2XWB-9RTA-ZP4C") });
        Paper.Texts(pdf).Should().AllSatisfy(page => page.Should().Contain("K7QM-2XWB-9RTA-ZP4C"));
    }

    [Fact]
    public async Task The_archive_holds_one_file_for_each_candidate_named_by_number_in_order()
    {
        Printer.Demand("pdfinfo", "pdftotext");
        int[] numbers = [1, 2, 30, 9999, 5, 6, 7, 8, 100, 1000];
        var (_, zip, _) = await Printer.Print(numbers.Select(number => Printer.Sheet(number)));
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.Entries.Select(entry => entry.FullName).Should().Equal(numbers.Select(number => $"{number:0000}.pdf"));
        foreach (var number in numbers)
        {
            var file = Entry(zip, $"{number:0000}.pdf");
            Paper.Pages(file).Should().Be(1);
            Paper.Texts(file)[0].Should().Contain(Printer.Password(number)).And.Contain($"kestrel-{number:0000}-marsh");
        }

        archive.Entries.Should().OnlyContain(entry => entry.CompressedLength == entry.Length, "pages are compressed already");
        archive.Entries[0].LastWriteTime.DateTime.Should().Be(Printer.At.UtcDateTime);
    }

    [Fact]
    public async Task A_page_in_the_archive_looks_exactly_like_the_page_in_the_document()
    {
        Printer.Demand("pdftoppm");
        var (pdf, zip, _) = await Printer.Print(
            Printer.Sheet(1, "Nguyễn Thị Ánh"), Printer.Sheet(2, "محمد عبد الله", Wording.EnUs) with { Issue = 2, Releases = Ten() });
        var pages = new[] { Paper.Picture(pdf, 1), Paper.Picture(pdf, 2) };
        Paper.Picture(Entry(zip, "0001.pdf"), 1).Should().Be(pages[0]).And.NotBe(pages[1]);
        Paper.Picture(Entry(zip, "0002.pdf"), 1).Should().Be(pages[1]);
    }

    [Fact]
    public async Task A_candidates_own_file_is_the_same_whoever_else_is_printed()
    {
        Printer.Demand();
        var mine = Printer.Sheet(20, "王小明");
        var (_, alone, _) = await Printer.Print(mine);
        var (_, among, _) = await Printer.Print([.. Enumerable.Range(1, 19).Select(number => Printer.Sheet(number, "陳大文")), mine]);
        Entry(among, "0020.pdf").AsSpan().SequenceEqual(Entry(alone, "0020.pdf")).Should().BeTrue(
            "a font that others share would list the letters of their passwords");
    }

    [Fact]
    public async Task A_document_carries_its_title_and_date_and_no_clock()
    {
        Printer.Demand("pdfinfo");
        var (pdf, _, _) = await Printer.Print(Printer.Sheet(1));
        Paper.Info(pdf).Should().MatchRegex(@"Title:\s+US123, June 2026\n").And.Contain("2026").And.Contain("A4");
    }

    internal static byte[] Entry(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var content = archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    internal static IReadOnlyList<SheetRelease> Ten() =>
    [
        .. new[]
        {
            "Cambridge IGCSE", "Cambridge IGCSE (9–1)", "Cambridge O Level", "Cambridge International AS Level",
            "Cambridge International A Level", "Cambridge AICE Diploma", "Cambridge Pre-U Principal Subject",
            "Cambridge International Project Qualification", "Cambridge Lower Secondary Checkpoint", "Cambridge ICE",
        }.Select((title, i) => new SheetRelease([title], $"Wednesday {i + 10} September 2026 at 0{i}:30", "New York time, UTC-04:00")),
    ];
}
