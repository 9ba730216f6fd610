using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary><c>Boolean</c>: true or false (specification, "Boolean"). Its .NET value is <see cref="bool"/>.</summary>
public sealed class BooleanType : ScalarType
{
    internal BooleanType() : base("Boolean") => Description = "The `Boolean` scalar type represents `true` or `false`.";

    /// <summary>Writes a value without boxing it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(bool value, JsonBuffer json) => json.WriteBoolean(value);

    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal) => literal is BooleanValueNode truth
        ? truth.Value
        : throw new CoercionException($"Boolean cannot represent a non boolean value: {Printer.Print(literal)}");

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) => LeafValue.Truth(value)
        ?? throw new CoercionException($"Boolean cannot represent a non boolean value: {Inspect.Value(value)}");

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json) => json.WriteBoolean(Coerce(value));

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue) =>
        resultValue is null ? NullValueNode.Default : new BooleanValueNode(Coerce(resultValue));

    private static bool Coerce(object value)
    {
        if (LeafValue.Truth(value) is { } truth)
        {
            return truth;
        }

        return LeafValue.Number(value) is { } number && double.IsFinite(number)
            ? number != 0
            : throw new CoercionException($"Boolean cannot represent a non boolean value: {Inspect.Value(value)}");
    }
}
