using System.Globalization;

namespace Exams.GraphQL.Language;

/// <summary>The text of numbers with up to four places behind the point, as prices and marks are: found without the general algorithm.</summary>
/// <remarks>Decimals of up to fifteen digits all read back as different numbers, so one that reads back as the value, without zeros at its
/// end, is its shortest text.</remarks>
internal static class ShortDecimal
{
    private const double Scale = 10_000;

    // With four places behind the point no more than fifteen digits.
    private const double Limit = 1e11;

    /// <summary>Writes a number if it is one of these.</summary>
    /// <param name="value">The number.</param>
    /// <param name="destination">At least <see cref="JsonNumber.MaxLength"/> bytes.</param>
    /// <param name="length">How many bytes were written.</param>
    /// <returns>Whether it is.</returns>
    public static bool TryFormat(double value, Span<byte> destination, out int length)
    {
        length = 0;
        var size = Math.Abs(value);

        // Not-a-number is never below anything.
        if (!(size < Limit))
        {
            return false;
        }

        var scaled = (long)Math.Round(size * Scale);
        if (scaled / Scale != size)
        {
            return false;
        }

        if (value < 0)
        {
            destination[length++] = (byte)'-';
        }

        var (whole, rest) = Math.DivRem((ulong)scaled, (ulong)Scale);
        whole.TryFormat(destination[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        if (rest == 0)
        {
            return true;
        }

        destination[length++] = (byte)'.';
        var left = (uint)rest;
        for (var unit = (uint)Scale / 10; left > 0; unit /= 10)
        {
            (var digit, left) = Math.DivRem(left, unit);
            destination[length++] = (byte)('0' + digit);
        }

        return true;
    }
}
