using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exams.Api.Idempotency;

/// <summary>A payload as it is kept: words as text, things of the board by their rows. When it is read back they are as they are now, and those that
/// the caller may no longer read are gone.</summary>
internal static class KeptAnswer
{
    /// <summary>Writes words of the field as text.</summary>
    public static JsonSerializerOptions Words { get; } = Options();

    /// <summary>Reads payloads back.</summary>
    /// <param name="rows">The rows that they name.</param>
    /// <returns>How.</returns>
    public static JsonSerializerOptions Reading(NamedRows rows) => Options(new RowConverters(rows));

    private static JsonSerializerOptions Writing { get; } = Options(new RowConverters(null));

    /// <summary>Writes a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <returns>JSON with the payload's type.</returns>
    public static byte[] Write(object payload) =>
        JsonSerializer.SerializeToUtf8Bytes(new Kept(payload.GetType().FullName!, JsonSerializer.SerializeToElement(payload, payload.GetType(), Writing)));

    /// <summary>Reads a payload back.</summary>
    /// <param name="answer">What was written.</param>
    /// <param name="reads">The data as the caller may read them.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The payload.</returns>
    /// <exception cref="GraphQLException">This version of the service no longer knows such an answer.</exception>
    public static async Task<object> ReadAsync(byte[] answer, GatedReads reads, CancellationToken ct)
    {
        var kept = JsonSerializer.Deserialize<Kept>(answer)!;
        var type = typeof(KeptAnswer).Assembly.GetType(kept.Type) ?? throw Forgotten();
        try
        {
            // Read twice: first to learn which rows it names, so that they are fetched together.
            var rows = new NamedRows();
            _ = kept.Answer.Deserialize(type, Reading(rows));
            await rows.FetchAsync(reads, ct);
            return kept.Answer.Deserialize(type, Reading(rows))!;
        }
        catch (JsonException)
        {
            throw Forgotten();
        }
    }

    private static JsonSerializerOptions Options(params JsonConverter[] more)
    {
        var options = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        foreach (var converter in more.Concat([new WordConverters(), new JsonStringEnumConverter()]))
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    private static GraphQLException Forgotten() => new(ErrorBuilder.New()
        .SetMessage("This was done before, under the same key. What was answered then cannot be given again: the service has changed since.")
        .SetCode("IDEMPOTENCY_ANSWER_FORGOTTEN").Build());

    private sealed record Kept(string Type, JsonElement Answer);
}
