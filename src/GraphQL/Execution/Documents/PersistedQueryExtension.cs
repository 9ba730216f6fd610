using System.Text.Json;

namespace Exams.GraphQL.Execution.Documents;

/// <summary><c>extensions.persistedQuery</c> of a request.</summary>
/// <param name="Version">Its version; 1 is the only one there is. 0 for anything else than a number.</param>
/// <param name="Hash">The document's SHA-256; null for anything else than 64 hexadecimal digits.</param>
internal readonly record struct PersistedQueryExtension(int Version, DocumentHash? Hash)
{
    /// <summary>Reads it.</summary>
    /// <returns>Null when the request has none.</returns>
    public static PersistedQueryExtension? Of(JsonElement extensions)
    {
        if (extensions.ValueKind != JsonValueKind.Object
            || !extensions.TryGetProperty("persistedQuery"u8, out var member) || member.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var version = member.TryGetProperty("version"u8, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var read) ? read : 0;
        var hasHash = member.TryGetProperty("sha256Hash"u8, out var text) && text.ValueKind == JsonValueKind.String;
        return new PersistedQueryExtension(version, hasHash && DocumentHash.TryParse(text.GetString(), out var hash) ? hash : null);
    }
}
