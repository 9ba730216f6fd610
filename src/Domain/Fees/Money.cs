using System.Globalization;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Fees;

/// <summary>An amount of money, exact to the hundredth; negative for a refund.</summary>
/// <param name="Hundredths">The amount in hundredths of the currency's unit.</param>
/// <param name="Currency">The currency.</param>
public readonly record struct Money(long Hundredths, CurrencyCode Currency)
{
    /// <summary>The amount in the currency's unit, with two decimals.</summary>
    public decimal Amount => Hundredths * 0.01m;

    /// <summary>The same amount, given back.</summary>
    /// <returns>Its opposite.</returns>
    public Money Refunded() => this with { Hundredths = -Hundredths };

    /// <summary>Amount and currency, as in <c>95.00 GBP</c>.</summary>
    /// <returns>For people and files.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");
}
