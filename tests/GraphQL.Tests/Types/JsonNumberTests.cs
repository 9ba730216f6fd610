using System.Globalization;
using Exams.GraphQL.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.GraphQL.Tests.Types;

public sealed class JsonNumberTests
{
    [Fact]
    public void Every_number_reads_back_as_itself() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000), Prop.ForAll<DoNotSize<ulong>>(bits =>
        {
            var number = BitConverter.UInt64BitsToDouble(bits.Item);
            return !double.IsFinite(number) || double.Parse(JsonNumber.Format(number), CultureInfo.InvariantCulture) == number;
        }));

    [Fact]
    public void Every_text_is_json_and_fits()
    {
        // Steps through all magnitudes, both signs, short and long mantissas.
        for (var exponent = -324; exponent <= 308; exponent++)
        {
            foreach (var mantissa in new[] { "1", "-1", "1.5", "9.999999999999999", "-1.2345678901234567" })
            {
                var number = double.Parse($"{mantissa}e{exponent}", CultureInfo.InvariantCulture);
                if (double.IsFinite(number))
                {
                    var text = JsonNumber.Format(number);
                    text.Length.Should().BeLessThanOrEqualTo(JsonNumber.MaxLength);
                    System.Text.Json.JsonDocument.Parse(text).RootElement.GetDouble().Should().Be(number);
                }
            }
        }
    }

    [Theory]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(1.5e21, "1.5e+21")]
    [InlineData(1e-6, "0.000001")]
    [InlineData(1.25e-7, "1.25e-7")]
    [InlineData(9007199254740993, "9007199254740992")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers_are_laid_out_as_in_javascript(double number, string text) => JsonNumber.Format(number).Should().Be(text);
}
