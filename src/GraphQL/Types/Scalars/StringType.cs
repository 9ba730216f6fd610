using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary><c>String</c>: Unicode text (specification, "String"). Its .NET value is <see cref="string"/>.</summary>
public sealed class StringType : ScalarType
{
    internal StringType() : base("String") =>
        Description = "The `String` scalar type represents textual data, represented as UTF-8 character sequences. "
            + "The String type is most often used by GraphQL to represent free-form human-readable text.";

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(string value, JsonBuffer json) => json.WriteString(value);

    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal) => literal is StringValueNode text
        ? text.Value
        : throw new CoercionException($"String cannot represent a non string value: {Printer.Print(literal)}");

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()
        : throw new CoercionException($"String cannot represent a non string value: {Inspect.Value(value)}");

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json) => json.WriteString(value as string ?? Coerce(value));

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue) =>
        resultValue is null ? NullValueNode.Default : new StringValueNode(Coerce(resultValue));

    private static string Coerce(object value)
    {
        if (LeafValue.Text(value) is { } text)
        {
            return text;
        }

        if (LeafValue.Truth(value) is { } truth)
        {
            return truth ? "true" : "false";
        }

        return LeafValue.IntegerText(value)
            ?? (LeafValue.Number(value) is { } number && double.IsFinite(number) ? JsonNumber.Format(number) : null)
            ?? throw new CoercionException($"String cannot represent value: {Inspect.Value(value)}");
    }
}
