using System.Globalization;
using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary><c>Float</c>: a finite double-precision number (specification, "Float"). Its .NET value is <see cref="double"/>.</summary>
public sealed class FloatType : ScalarType
{
    internal FloatType() : base("Float") =>
        Description = "The `Float` scalar type represents signed double-precision fractional values as specified by "
            + "[IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).";

    /// <summary>Writes a value without boxing it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="json">Where to write.</param>
    /// <exception cref="CoercionException">It is an infinity or NaN, which JSON cannot say.</exception>
    public static void Write(double value, JsonBuffer json)
    {
        if (!double.IsFinite(value))
        {
            throw new CoercionException($"Float cannot represent non numeric value: {JsonNumber.Format(value)}");
        }

        json.WriteNumber(value);
    }

    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal)
    {
        var text = literal switch
        {
            FloatValueNode real => real.Value,
            IntValueNode integer => integer.Value,
            _ => throw new CoercionException($"Float cannot represent non numeric value: {Printer.Print(literal)}"),
        };
        // graphql-js takes 1e999 for an infinity here; the specification asks for a finite value, as it does of variables.
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? number
            : throw new CoercionException($"Float cannot represent non numeric value: {Printer.Print(literal)}");
    }

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && double.IsFinite(number)
            ? number
            : throw new CoercionException($"Float cannot represent non numeric value: {Inspect.Value(value)}");

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json) => json.WriteNumber(Coerce(value));

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue)
    {
        if (resultValue is null)
        {
            return NullValueNode.Default;
        }

        var text = JsonNumber.Format(Coerce(resultValue));
        return text.AsSpan().IndexOfAny('.', 'e') < 0 ? new IntValueNode(text) : new FloatValueNode(text);
    }

    private static double Coerce(object value) =>
        LeafValue.LenientNumber(value) is { } number && double.IsFinite(number)
            ? number
            : throw new CoercionException($"Float cannot represent non numeric value: {Inspect.Value(value)}");
}
