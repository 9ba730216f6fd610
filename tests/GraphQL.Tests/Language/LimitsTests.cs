using System.Diagnostics;
using System.Text;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Tests.Language;

public class LimitsTests
{
    private const int Deep = 200_000;

    public static TheoryData<string> DeepTexts() =>
    [
        Repeat("{a", Deep),
        "{a(b:" + Repeat("[", Deep),
        "{a(b:" + Repeat("{c:", Deep),
        "query(" + "$a:" + Repeat("[", Deep),
        "{" + Repeat("...{", Deep),
        "{" + Repeat("...on A{", Deep),
        "type A{b(c:" + Repeat("[", Deep),
        "{a @b(c:" + Repeat("[", Deep),
    ];

    [Theory]
    [MemberData(nameof(DeepTexts), DisableDiscoveryEnumeration = true)]
    public void Nesting_200_000_deep_is_refused_quickly(string text)
    {
        var watch = Stopwatch.StartNew();
        Parser.TryParse(new Source(text), ParserLimits.Trusted, out _, out var error).Should().BeFalse();

        error!.Message.Should().Be("Syntax Error: Document is nested more than 200 levels deep. Parsing aborted.");
        watch.ElapsedMilliseconds.Should().BeLessThan(1_000);
    }

    [Fact]
    public void Selections_values_and_types_share_one_count_of_depth()
    {
        var limits = ParserLimits.Default with { MaxDepth = 4 };

        Parser.TryParse(new Source("{a{b(c:[[1]])}}"), limits, out _, out _).Should().BeTrue();
        Parser.TryParse(new Source("{a{b(c:[[[1]]])}}"), limits, out _, out var error).Should().BeFalse();
        error!.Location.Column.Should().Be(11);
    }

    [Fact]
    public void Depth_counts_nesting_and_not_what_stands_side_by_side()
    {
        var text = "{" + Repeat("a(b:[{c:1}]){d}", 1_000) + "}";

        Parser.TryParse(new Source(text), ParserLimits.Default, out _, out var error).Should().BeTrue(error?.Message);
    }

    [Fact]
    public void A_document_over_the_byte_limit_is_refused_before_its_first_token()
    {
        var text = new byte[25_000_000];
        text.AsSpan().Fill((byte)'\'');

        Parser.TryParse(new Source(text), ParserLimits.Default, out _, out var error).Should().BeFalse();
        error!.Message.Should().Be("Syntax Error: Document contains more than 1048576 bytes. Parsing aborted.");
    }

    [Fact]
    public void Tokens_are_counted_up_to_their_limit()
    {
        Parser.TryParse(new Source("{" + Repeat("a ", 19_998) + "}"), ParserLimits.Default, out _, out _).Should().BeTrue();
        Parser.TryParse(new Source("{" + Repeat("a ", 19_999) + "}"), ParserLimits.Default, out _, out var error).Should().BeFalse();
        error!.Message.Should().Be("Syntax Error: Document contains more that 20000 tokens. Parsing aborted.");
    }

    [Theory]
    [InlineData("\"", "x")]
    [InlineData("", "x")]
    [InlineData("", "1")]
    [InlineData("\"\"\"", "x")]
    public void Quoted_text_in_messages_is_cut(string quote, string letter)
    {
        var text = "{" + (quote.Length == 0 && letter == "x" ? "a(b " : "") + quote + Repeat(letter, 5_000) + quote + " ]";

        Parser.TryParse(new Source(text), ParserLimits.Default with { MaxQuotedText = 100 }, out _, out var error).Should().BeFalse();
        error!.Message.Length.Should().BeLessThan(200);
        error.Message.Should().Contain(Repeat(letter, 100) + "…\"");
    }

    [Fact]
    public void Random_bytes_never_crash_the_parser()
    {
        var random = new Lcg(20_250_903);
        string[] pieces = ["{", "}", "(", ")", "[", "]", "...", "on", "query", "type", "extend", "\"", "\"\"\"", "\\u{1F600}", "\\uD83D", "$a", ":",
            "=", "@b", "!", "|", "&", "1", "-", "0.", "e5", "#c", "\n", "\r", ",", "é", "😀", "\uFEFF", "fragment F", "enum E", "null", "\\", "\"d\""];
        for (var i = 0; i < 20_000; i++)
        {
            var text = new List<byte>();
            for (var n = random.Next(40); n > 0; n--)
            {
                if (random.Next(8) == 0)
                {
                    text.Add((byte)random.Next(256));
                }
                else
                {
                    text.AddRange(Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                }
            }

            var source = new Source(text.ToArray());
            if (Parser.TryParse(source, ParserLimits.Default, out var document, out var error))
            {
                var printed = Printer.Print(document);
                Parser.TryParse(new Source(printed), ParserLimits.Default, out var again, out var reason).Should().BeTrue($"{printed}: {reason?.Message}");
                Printer.Print(again!).Should().Be(printed);
            }
            else
            {
                error.Offset.Should().BeInRange(0, text.Count);
                error.Location.Line.Should().BePositive();
            }
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_named_where_they_stand()
    {
        Parser.TryParse(new Source((byte[])[(byte)'{', 0xFF]), ParserLimits.Default, out _, out var stray).Should().BeFalse();
        stray!.Message.Should().Be("Syntax Error: Invalid character: U+FFFD.");

        Parser.TryParse(new Source((byte[])[.. "{a(b:\""u8, 0xED, 0xA0, 0x80, .. "\")}"u8]), ParserLimits.Default, out _, out var surrogate).Should().BeFalse();
        surrogate!.Message.Should().Be("Syntax Error: Invalid character within String: U+D800.");
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>Dice that always fall the same way.</summary>
    private sealed class Lcg(uint seed)
    {
        private uint _state = seed;

        public int Next(int below)
        {
            _state = (_state * 1664525) + 1013904223;
            return (int)((_state >> 8) % (uint)below);
        }
    }
}
