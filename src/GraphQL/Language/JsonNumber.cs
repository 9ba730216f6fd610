using System.Globalization;
using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>The text of a floating-point number in JSON: the shortest digits that read back as the same number.</summary>
/// <remarks>The layout is ECMAScript's (<c>1</c>, <c>0.1</c>, <c>1e+21</c>, <c>1e-7</c>), so that responses equal those of servers
/// written in JavaScript byte for byte; .NET would write <c>1E+16</c> where JavaScript writes <c>10000000000000000</c>.</remarks>
public static class JsonNumber
{
    /// <summary>Longest text: sign, 17 digits, point and exponent, or 21 digits, or six leading zeros.</summary>
    public const int MaxLength = 32;

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number; infinities and NaN have no JSON form and give their JavaScript names.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> characters.</param>
    /// <returns>How many characters were written.</returns>
    public static int Format(double value, Span<char> destination)
    {
        if (Math.Abs(value) < 1e15 && Math.Truncate(value) == value)
        {
            // Negative zero becomes 0, as in JavaScript.
            ((long)value).TryFormat(destination, out var length, default, CultureInfo.InvariantCulture);
            return length;
        }

        if (!double.IsFinite(value))
        {
            var name = double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
            name.CopyTo(destination);
            return name.Length;
        }

        Span<char> digits = stackalloc char[MaxLength];
        var count = Digits(Math.Abs(value), digits, out var pointAt);
        return Layout(value < 0, digits[..count], pointAt, destination);
    }

    /// <summary>Writes a number in UTF-8.</summary>
    /// <param name="value">The number; infinities and NaN have no JSON form and give their JavaScript names.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Format(double value, Span<byte> destination)
    {
        if (ShortDecimal.TryFormat(value, destination, out var length))
        {
            return length;
        }

        Span<char> text = stackalloc char[MaxLength];
        return Encoding.ASCII.GetBytes(text[..Format(value, text)], destination);
    }

    /// <summary>The text of a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its text.</returns>
    public static string Format(double value)
    {
        Span<char> text = stackalloc char[MaxLength];
        return new string(text[..Format(value, text)]);
    }

    // The significant digits without leading and trailing zeros; the value is 0.digits × 10^pointAt.
    private static int Digits(double value, Span<char> digits, out int pointAt)
    {
        Span<char> text = stackalloc char[MaxLength];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        int count = 0, exponent = 0, beforePoint = -1;
        for (var i = 0; i < length; i++)
        {
            switch (text[i])
            {
                case '.':
                    beforePoint = count;
                    break;
                case 'E':
                    exponent = int.Parse(text[(i + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                    length = i;
                    break;
                default:
                    digits[count++] = text[i];
                    break;
            }
        }

        var leading = 0;
        while (leading < count - 1 && digits[leading] == '0')
        {
            leading++;
        }

        pointAt = (beforePoint < 0 ? count : beforePoint) + exponent - leading;
        digits[leading..count].CopyTo(digits);
        count -= leading;
        while (count > 1 && digits[count - 1] == '0')
        {
            count--;
        }

        return count;
    }

    private static int Layout(bool negative, ReadOnlySpan<char> digits, int pointAt, Span<char> destination)
    {
        var at = 0;
        if (negative)
        {
            destination[at++] = '-';
        }

        switch (pointAt)
        {
            case > 0 and <= 21 when digits.Length <= pointAt:
                at += Copy(digits, destination[at..]);
                destination.Slice(at, pointAt - digits.Length).Fill('0');
                return at + pointAt - digits.Length;
            case > 0 and <= 21:
                at += Copy(digits[..pointAt], destination[at..]);
                destination[at++] = '.';
                return at + Copy(digits[pointAt..], destination[at..]);
            case > -6 and <= 0:
                at += Copy("0.", destination[at..]);
                destination.Slice(at, -pointAt).Fill('0');
                at -= pointAt;
                return at + Copy(digits, destination[at..]);
            default:
                destination[at++] = digits[0];
                if (digits.Length > 1)
                {
                    destination[at++] = '.';
                    at += Copy(digits[1..], destination[at..]);
                }

                destination[at++] = 'e';
                destination[at++] = pointAt > 0 ? '+' : '-';
                Math.Abs(pointAt - 1).TryFormat(destination[at..], out var written, default, CultureInfo.InvariantCulture);
                return at + written;
        }
    }

    private static int Copy(ReadOnlySpan<char> from, Span<char> to)
    {
        from.CopyTo(to);
        return from.Length;
    }
}
