using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exams.Api.Idempotency;

/// <summary>Writes things of the board as their rows, and finds them again.</summary>
/// <param name="rows">What was found; null to write.</param>
internal sealed class RowConverters(NamedRows? rows) : JsonConverterFactory
{
    /// <summary>The member that is the row.</summary>
    public const string Key = "Id";

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsClass: true, IsAbstract: false } && typeToConvert.Assembly == typeof(Outcome<>).Assembly
        && typeToConvert.GetProperty(Key)?.PropertyType == typeof(long);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(RowConverter<>).MakeGenericType(typeToConvert), rows)!;

    private sealed class RowConverter<T>(NamedRows? rows) : JsonConverter<T>
        where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T?)rows!.Find(typeof(T), reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteNumberValue((long)typeof(T).GetProperty(Key)!.GetValue(value)!);
    }
}
