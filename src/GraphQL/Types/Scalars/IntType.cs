using System.Globalization;
using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary><c>Int</c>: a signed 32-bit integer (specification, "Int"). Its .NET value is <see cref="int"/>.</summary>
public sealed class IntType : ScalarType
{
    internal IntType() : base("Int") =>
        Description = "The `Int` scalar type represents non-fractional signed whole numeric values. "
            + "Int can represent values between -(2^31) and 2^31 - 1.";

    /// <summary>Writes a value without boxing it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(int value, JsonBuffer json) => json.WriteNumber(value);

    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal)
    {
        if (literal is not IntValueNode integer)
        {
            throw new CoercionException($"Int cannot represent non-integer value: {Printer.Print(literal)}");
        }

        return int.TryParse(integer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new CoercionException($"Int cannot represent non 32-bit signed integer value: {integer.Value}");
    }

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (value.TryGetInt32(out var integer))
            {
                return integer;
            }

            // 1.0 and 1e2 are integers in JSON, which knows no other numbers than JavaScript's.
            var number = value.GetDouble();
            if (double.IsInteger(number))
            {
                return InRange(number)
                    ? (int)number
                    : throw new CoercionException($"Int cannot represent non 32-bit signed integer value: {JsonNumber.Format(number)}");
            }
        }

        throw new CoercionException($"Int cannot represent non-integer value: {Inspect.Value(value)}");
    }

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json) =>
        json.WriteNumber(value is int integer ? integer : Coerce(value));

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue) =>
        resultValue is null ? NullValueNode.Default : new IntValueNode(Coerce(resultValue).ToString(CultureInfo.InvariantCulture));

    private static int Coerce(object value)
    {
        if (LeafValue.LenientNumber(value) is not { } number || !double.IsInteger(number))
        {
            throw new CoercionException($"Int cannot represent non-integer value: {Inspect.Value(value)}");
        }

        return InRange(number)
            ? (int)number
            : throw new CoercionException($"Int cannot represent non 32-bit signed integer value: {Inspect.Value(value)}");
    }

    private static bool InRange(double number) => number is >= int.MinValue and <= int.MaxValue;
}
