using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Tests.Language;

public sealed class JsonBufferTests
{
    private const int Tries = 20_000;

    [Fact]
    public void Numbers_in_bytes_are_those_in_characters()
    {
        var dice = new Random(17);
        for (var i = 0; i < Tries; i++)
        {
            // Decimals of few places, numbers beside them, and anything at all.
            var value = (i % 4) switch
            {
                0 => dice.Next(-1_000_000, 1_000_000) / Math.Pow(10, dice.Next(0, 7)),
                1 => Math.BitIncrement(dice.Next(1, 1_000_000) / 100.0),
                2 => (dice.NextDouble() - 0.5) * Math.Pow(10, dice.Next(-9, 20)),
                _ => BitConverter.Int64BitsToDouble(dice.NextInt64()),
            };
            Written(json => json.WriteNumber(value)).Should().Be(JsonNumber.Format(value));
        }
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1.5, "1.5")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00005, "0.00005")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(99_999_999_999.1234, "99999999999.1234")]
    [InlineData(100_000_000_000.5, "100000000000.5")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e21, "1e+21")]
    public void Numbers_are_written_as_JavaScript_writes_them(double value, string text) =>
        Written(json => json.WriteNumber(value)).Should().Be(text);

    [Fact]
    public void Zero_has_no_sign() => Written(json => json.WriteNumber(double.NegativeZero)).Should().Be("0");

    [Fact]
    public void Integers_of_every_length_are_written()
    {
        long[] edges = [0, -1, 9, 10, 99, 100, 9_999, 10_000, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];
        foreach (var value in edges)
        {
            Written(json => json.WriteNumber(value)).Should().Be(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Texts_of_every_length_with_anything_anywhere_read_back_as_they_were()
    {
        string[] special = ["\"", "\\", "\n", "\0", "\u001f", "\u007f", "\u0080", "é", "€", "😀"];
        for (var length = 0; length <= 40; length++)
        {
            var plain = new string('a', length);
            Back(plain).Should().Be(plain);
            for (var at = 0; at <= length; at++)
            {
                var text = plain.Insert(at, special[(at + length) % special.Length]);
                Back(text).Should().Be(text);
            }
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Back("abcdefgh\ud800ijk").Should().Be("abcdefgh\ufffdijk");

    private static string Back(string text) => JsonSerializer.Deserialize<string>(Written(json => json.WriteString(text)))!;

    private static string Written(Action<JsonBuffer> write)
    {
        using var json = new JsonBuffer(1);
        write(json);
        return Encoding.UTF8.GetString(json.Written.Span);
    }
}
