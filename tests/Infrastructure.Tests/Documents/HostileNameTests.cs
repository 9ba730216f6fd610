using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Tests.Documents;

public sealed class HostileNameTests
{
    public static TheoryData<string, string, SheetFault?> Names => new()
    {
        { "nothing", "", null },
        { "a NUL", "Anna\0Smith", SheetFault.CharactersReplaced },
        { "line ends", "Anna\r\nSmith\u2028Jones", SheetFault.CharactersReplaced },
        { "half a surrogate pair", "Anna \ud83d Smith", SheetFault.CharactersReplaced },
        { "private use", "Anna \ue000", SheetFault.CharactersReplaced },
        { "unassigned", "Anna \u0378", SheetFault.CharactersReplaced },
        { "invisible tags", "Anna \U000E0041\U000E0042", SheetFault.CharactersReplaced },
        { "20,000 marks on one letter", "A" + new string('\u0301', 20_000), SheetFault.CharactersReplaced },
        { "20,000 joiners", "A" + new string('\u200d', 20_000), SheetFault.NameShortened },
        { "20,000 letters", new string('M', 20_000), SheetFault.NameShortened },
        { "92 letters without a space", new string('W', 92), SheetFault.NameShortened },
        { "markup", "<b>Anna</b> &amp; \\ ' \"", null },
        { "a template", "{{password}} {{{contactName}}} {{#if x}}", null },
        { "letters of no font here", "김민수 ꦲꦤ", SheetFault.LettersMissing },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_strange_name_is_printed_safely_and_its_neighbours_as_always(string what, string name, SheetFault? fault)
    {
        Printer.Demand("pdfinfo", "pdftotext");
        var (pdf, zip, printed) = await Printer.Print(Printer.Sheet(1), Printer.Sheet(2, name), Printer.Sheet(3));

        printed.Remarks.Should().Equal(fault is { } said ? [new SheetRemark("0002", said)] : Array.Empty<SheetRemark>(), what);
        Paper.Pages(pdf).Should().Be(3);
        Paper.Pages(PrintedSheetTests.Entry(zip, "0002.pdf")).Should().Be(1);
        var pages = Paper.Texts(pdf);
        for (var number = 1; number <= 3; number++)
            pages[number - 1].Should().Contain($"{number:0000}").And.Contain(Printer.Password(number)).And.Contain("If you lose it");
    }

    [Fact]
    public async Task A_direction_override_cannot_make_a_name_read_as_another()
    {
        Printer.Demand("pdftotext");
        var (pdf, _, printed) = await Printer.Print(Printer.Sheet(1, "Anna\u202Elive \u2066olleh\u2069"));
        printed.Remarks.Should().Equal(new SheetRemark("0001", SheetFault.CharactersReplaced));
        Paper.Texts(pdf)[0].Should().Contain("live").And.Contain("olleh").And.NotContain("evil").And.NotContain("hello");
    }

    [Fact]
    public async Task Strange_facts_of_a_centre_do_no_harm()
    {
        Printer.Demand("pdfinfo", "pdftotext");
        var (pdf, _, _) = await Printer.Print(Printer.Sheet(1) with
        {
            CentreName = "School\0 \u202E" + new string('x', 500),
            Contact = new SheetContact("{{password}}\n{{!-- steps --}}\nO'Brien <&>", "\u0000\u0001", new string('e', 3000) + "@x"),
            SignInAddress = "https://" + new string('a', 400) + ".example",
            Username = new string('U', 300),
            Releases = [new SheetRelease([.. Enumerable.Repeat("Q\0ualification", 150)], new string('D', 900), "Zone\n")],
            NameLanguage = "no-such-language-" + new string('x', 100),
        });
        Paper.Pages(pdf).Should().Be(1);
        Paper.Texts(pdf)[0].Should().Contain("O'Brien <&>").And.Contain("{{password}}").And.Contain(Printer.Password(1)).And.Contain("If you lose it");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("00001")]
    [InlineData("../1")]
    [InlineData("٠٠٠١")]
    [InlineData("")]
    public async Task A_candidate_number_that_is_none_stops_the_run(string number)
    {
        Printer.Demand();
        await FluentActions.Awaiting(() => Printer.Print(Printer.Sheet(1), Printer.Sheet(2) with { CandidateNumber = number }))
            .Should().ThrowAsync<ArgumentException>().WithMessage("A candidate number is four digits.*");
    }

    [Fact]
    public async Task The_same_candidate_twice_stops_the_run()
    {
        Printer.Demand();
        await FluentActions.Awaiting(() => Printer.Print(Printer.Sheet(1), Printer.Sheet(2), Printer.Sheet(1)))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*0001.pdf*");
    }

    [Fact]
    public async Task A_sheet_that_never_says_when_stops_the_run()
    {
        Printer.Demand();
        await FluentActions.Awaiting(() => Printer.Print(Printer.Sheet(1) with { Releases = [] })).Should().ThrowAsync<ArgumentException>();
    }

    [Theory]
    [InlineData("O'Connor-Smith", "O'Connor-Smith")]
    [InlineData("Nguyễn Thị Ánh", "Nguyễn Thị Ánh")]
    [InlineData("प्रिया क्\u200dष", "प्रिया क्\u200dष")]
    [InlineData("mark\u200emy\u00adwords\ufeff", "markmywords")]
    [InlineData("a\u0301\u0301\u0301b\u0301", "a\u0301\u0301\u0301b\u0301")]
    public void Ordinary_names_are_printed_as_they_are(string name, string printed)
    {
        var text = PrintableText.From(name);
        text.Text.Should().Be(printed);
        text.IsReplaced.Should().BeFalse();
        text.IsCut.Should().BeFalse();
    }
}
