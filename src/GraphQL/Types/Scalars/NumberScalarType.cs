using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary>A number that is written as a JSON number and read from JSON numbers only.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
/// <param name="name">Its name in the schema.</param>
public abstract class NumberScalarType<T>(string name) : ScalarType(name) where T : struct, INumber<T>
{
    /// <summary>Whether literals may have a fraction or exponent.</summary>
    protected virtual bool HasFraction => false;

    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal)
    {
        var text = literal switch
        {
            IntValueNode integer => integer.Value,
            FloatValueNode real when HasFraction => real.Value,
            _ => null,
        };
        return Parse(text) ?? throw new CoercionException($"{Name} cannot represent value: {Printer.Print(literal)}");
    }

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) =>
        Parse(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null)
            ?? throw new CoercionException($"{Name} cannot represent value: {Inspect.Value(value)}");

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json)
    {
        if (value is not T number)
        {
            var text = value is string ? null : LeafValue.IntegerText(value) ?? (value as IFormattable)?.ToString(null, CultureInfo.InvariantCulture);
            number = Parse(text) ?? throw new CoercionException($"{Name} cannot represent value: {Inspect.Value(value)}");
        }

        WriteNumber(number, json);
    }

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue)
    {
        if (resultValue is null)
        {
            return NullValueNode.Default;
        }

        var text = ((IFormattable)resultValue).ToString(null, CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? new FloatValueNode(text) : new IntValueNode(text);
    }

    /// <summary>Writes a number with all its digits.</summary>
    /// <param name="number">The number.</param>
    /// <param name="json">Where to write.</param>
    private protected static void WriteNumber(T number, JsonBuffer json)
    {
        var span = json.GetSpan(64);
        number.TryFormat(span, out var count, default, CultureInfo.InvariantCulture);
        json.Advance(count);
    }

    private T? Parse(string? text)
    {
        var style = HasFraction ? NumberStyles.Float : NumberStyles.AllowLeadingSign;
        return text is not null && T.TryParse(text, style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

/// <summary><c>Long</c>: a whole number of 64 bits, as a JSON number. Its .NET value is <see cref="long"/>.</summary>
public sealed class LongType : NumberScalarType<long>
{
    internal LongType() : base("Long") =>
        Description = "The `Long` scalar type represents non-fractional signed whole 64-bit numeric values. "
            + "Long can represent values between -(2^63) and 2^63 - 1.";

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(long value, JsonBuffer json) => WriteNumber(value, json);
}

/// <summary><c>Short</c>: a whole number of 16 bits. Its .NET value is <see cref="short"/>.</summary>
public sealed class ShortType : NumberScalarType<short>
{
    internal ShortType() : base("Short") =>
        Description = "The `Short` scalar type represents non-fractional signed whole 16-bit numeric values. "
            + "Short can represent values between -(2^15) and 2^15 - 1.";

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(short value, JsonBuffer json) => WriteNumber(value, json);
}

/// <summary><c>Decimal</c>: a decimal number with its scale, <c>12.3400</c>. Its .NET value is <see cref="decimal"/>.</summary>
public sealed class DecimalType : NumberScalarType<decimal>
{
    internal DecimalType() : base("Decimal") => Description = "The `Decimal` scalar type represents a decimal floating-point number.";

    /// <inheritdoc/>
    protected override bool HasFraction => true;

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(decimal value, JsonBuffer json) => WriteNumber(value, json);
}
