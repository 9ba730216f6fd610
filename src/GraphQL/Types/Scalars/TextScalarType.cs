using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary>A scalar over a .NET type that is written as text.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
/// <param name="name">Its name in the schema.</param>
public abstract class TextScalarType<T>(string name) : ScalarType(name) where T : notnull
{
    /// <inheritdoc/>
    public override object? CoerceLiteral(IValueNode literal) => literal is StringValueNode text && TryParse(text.Value, out var value)
        ? value
        : throw new CoercionException($"{Name} cannot represent value: {Printer.Print(literal)}");

    /// <inheritdoc/>
    public override object? CoerceVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && TryParse(value.GetString()!, out var parsed)
            ? parsed
            : throw new CoercionException($"{Name} cannot represent value: {Inspect.Value(value)}");

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json)
    {
        if (value is T typed)
        {
            WriteValue(typed, json);
            return;
        }

        // What resolvers of schemas from SDL give: the text itself.
        if (LeafValue.Text(value) is { } text && TryParse(text, out var parsed))
        {
            WriteValue(parsed, json);
            return;
        }

        throw new CoercionException($"{Name} cannot represent value: {Inspect.Value(value)}");
    }

    /// <inheritdoc/>
    public override IValueNode ParseResult(object? resultValue)
    {
        if (resultValue is null)
        {
            return NullValueNode.Default;
        }

        using var json = new JsonBuffer(64);
        WriteResult(resultValue, json);
        return new StringValueNode(JsonSerializer.Deserialize<string>(json.Written.Span)!);
    }

    /// <summary>Reads the text.</summary>
    /// <param name="text">What the client sent.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is one of this scalar.</returns>
    protected abstract bool TryParse(string text, out T value);

    /// <summary>Writes the text as a JSON string.</summary>
    /// <param name="value">The value.</param>
    /// <param name="json">Where to write.</param>
    protected abstract void WriteValue(T value, JsonBuffer json);

    /// <summary>Writes a value whose text is plain ASCII.</summary>
    /// <typeparam name="TValue">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">How it is written; at most 60 characters come of it.</param>
    /// <param name="json">Where to write.</param>
    internal static void WriteAscii<TValue>(TValue value, string format, JsonBuffer json) where TValue : IUtf8SpanFormattable
    {
        var span = json.GetSpan(64);
        span[0] = (byte)'"';
        value.TryFormat(span[1..], out var count, format, System.Globalization.CultureInfo.InvariantCulture);
        span[count + 1] = (byte)'"';
        json.Advance(count + 2);
    }
}
