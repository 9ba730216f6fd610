using Exams.GraphQL.Language;

namespace Exams.GraphQL.Tests.Language;

public class PrinterTests
{
    [Fact]
    public void Printing_what_was_parsed_and_parsing_what_was_printed_changes_nothing_more()
    {
        foreach (var vector in Vectors.Load("parse.json").Where(v => v.GetProperty("kind").GetString() == "parse" && !v.TryGetProperty("error", out _)))
        {
            var limits = ParserLimits.Trusted with { FragmentVariables = true };
            Parser.TryParse(new Source(vector.GetProperty("source").GetString()!), limits, out var document, out _).Should().BeTrue();
            var printed = Printer.Print(document!);

            Parser.TryParse(new Source(printed), limits, out var again, out var error).Should().BeTrue(error?.Message);
            Printer.Print(again!).Should().Be(printed);
        }
    }

    [Fact]
    public void Stripping_keeps_the_meaning()
    {
        foreach (var vector in Vectors.Load("parse.json").Where(v => v.GetProperty("kind").GetString() == "parse" && !v.TryGetProperty("error", out _)))
        {
            var limits = ParserLimits.Trusted with { FragmentVariables = true };
            var text = vector.GetProperty("source").GetString()!;
            StripIgnored.TryStrip(new Source(text), out var stripped, out _).Should().BeTrue();

            Parser.TryParse(new Source(text), limits, out var before, out _).Should().BeTrue();
            Parser.TryParse(new Source(stripped!), limits, out var after, out _).Should().BeTrue();
            Printer.Print(after!).Should().Be(Printer.Print(before!));
        }
    }

    [Fact]
    public void Long_argument_lists_take_a_line_each()
    {
        var text = $$"""
            {
              entries(
                first: 1
                after: "{{new string('x', 60)}}"
                order: {number: ASC}
              ) {
                id
              }
            }
            """;

        Printer.Print(Parser.Parse(text)).Should().Be(text);
    }

    [Fact]
    public void A_query_behind_a_type_is_not_taken_for_its_fields()
    {
        var printed = Printer.Print(Parser.Parse("type A query { b } { c }"));

        printed.Should().Be("type A\n\nquery {\n  b\n}\n\n{\n  c\n}");
        Printer.Print(Parser.Parse(printed)).Should().Be(printed);
    }

    [Fact]
    public void A_tree_nested_too_deeply_by_code_is_refused_and_does_not_kill_the_process()
    {
        ITypeNode type = new NamedTypeNode(new NameNode("Int"));
        for (var i = 0; i < 1_000_000; i++)
        {
            type = new ListTypeNode(type);
        }

        var print = () => Printer.Print(type);

        print.Should().Throw<InsufficientExecutionStackException>();
    }
}
