using Exams.Domain.Fees;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Fees;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(9850, "98.50 GBP")]
    [InlineData(9125, "91.25 GBP")]
    [InlineData(4000, "40.00 GBP")]
    [InlineData(5, "0.05 GBP")]
    [InlineData(-9850, "-98.50 GBP")]
    public void An_amount_has_two_decimals(long hundredths, string text) =>
        new Money(hundredths, Named.Word<CurrencyCode>("gbp")).ToString().Should().Be(text);
}
