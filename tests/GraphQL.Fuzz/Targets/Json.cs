using System.Text.Json;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>JSON as the transports read it: other texts never reach the engine.</summary>
internal static class Json
{
    /// <summary>The document, or null for what a transport refuses.</summary>
    public static JsonDocument? TryParse(byte[] text)
    {
        try
        {
            var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            if (document.RootElement.ValueKind == JsonValueKind.Object && IsSound(document.RootElement))
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Transports refuse strings with half a surrogate pair; the reader finds them only when the string is taken out.
    private static bool IsSound(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(m => m.Name is not null && IsSound(m.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsSound),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
