using System.Globalization;
using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary><c>ID</c>: a key that people do not read, text or integer in, text out (specification, "ID").
/// Its .NET value is <see cref="string"/>.</summary>
public sealed class IdType : ScalarType
{
    internal IdType() : base("ID") =>
        Description = "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. "
            + "The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. "
            + "When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.";

    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode integer => integer.Value,
        _ => throw new CoercionException($"ID cannot represent a non-string and non-integer value: {Printer.Print(literal)}"),
    };

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()
        : LeafValue.IntegerText(value) ?? throw new CoercionException($"ID cannot represent value: {Inspect.Value(value)}");

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json) => json.WriteString(value as string ?? Coerce(value));

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue)
    {
        if (resultValue is null)
        {
            return NullValueNode.Default;
        }

        var text = Coerce(resultValue);
        return IsCanonicalInteger(text) ? new IntValueNode(text) : new StringValueNode(text);
    }

    private static string Coerce(object value) => LeafValue.Text(value)
        ?? LeafValue.IntegerText(value)
        ?? (value is Guid guid ? guid.ToString("D", CultureInfo.InvariantCulture) : null)
        ?? throw new CoercionException($"ID cannot represent value: {Inspect.Value(value)}");

    private static bool IsCanonicalInteger(ReadOnlySpan<char> text)
    {
        var digits = text is ['-', ..] ? text[1..] : text;
        return digits is "0" || (digits is [>= '1' and <= '9', ..] && !digits.ContainsAnyExceptInRange('0', '9'));
    }
}
