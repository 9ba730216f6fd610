using Exams.Infrastructure.Documents.Texts;

namespace Exams.Infrastructure.Tests.Documents;

public sealed class TextFileTests
{
    private static readonly Dictionary<string, object?> Facts = new() { ["name"] = "O'Brien <&> \"x\"", ["none"] = null, ["yes"] = true };

    [Fact]
    public void A_part_gives_its_lines_as_plain_text()
    {
        var file = new TextFile("{{!-- one --}}\nFor {{name}}\n\n{{#if yes}}\nSecond\n{{/if}}\n{{#if none}}\nThird\n{{/if}}\n{{!-- two --}}\nElse\n");
        file.Lines("one", Facts).Should().Equal("For O'Brien <&> \"x\"", "Second");
        file.Lines("two", Facts).Should().Equal("Else");
    }

    [Fact]
    public void A_value_is_never_read_as_a_template_or_as_a_part()
    {
        var file = new TextFile("{{!-- one --}}\n{{name}}\n{{!-- two --}}\nElse\n");
        var facts = new Dictionary<string, object?> { ["name"] = "{{secret}}\n{{!-- two --}}\nmine" };
        file.Lines("one", facts).Should().Equal("{{secret}}", "{{!-- two --}}", "mine");
        file.Lines("two", facts).Should().Equal("Else");
    }

    [Fact]
    public void A_name_that_is_not_there_is_an_error_and_not_a_gap()
    {
        var file = new TextFile("{{!-- one --}}\nDear {{nmae}}\n");
        FluentActions.Invoking(() => file.Lines("one", Facts)).Should().Throw<FormatException>().WithMessage("*nmae*");
        FluentActions.Invoking(() => file.Lines("two", Facts)).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("{{!-- one --}}\n{{{name}}}")]
    [InlineData("{{!-- one --}}\n{{&name}}")]
    [InlineData("{{!-- one --}}\n{{ & name}}")]
    [InlineData("{{!-- one --}}\n{{~&name}}")]
    [InlineData("Before\n{{!-- one --}}\nx")]
    [InlineData("{{!-- one --}}\nx\n{{!-- one --}}\ny")]
    public void Raw_output_stray_text_and_doubles_are_refused(string source) =>
        FluentActions.Invoking(() => new TextFile(source)).Should().Throw<FormatException>();

    [Fact]
    public void A_part_must_say_something() =>
        FluentActions.Invoking(() => new TextFile("{{!-- one --}}\n{{none}}\n").Lines("one", Facts)).Should().Throw<FormatException>();
}
