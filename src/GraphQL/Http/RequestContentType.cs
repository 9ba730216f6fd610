using Microsoft.Net.Http.Headers;

namespace Exams.GraphQL.Http;

/// <summary>Which bodies are read: JSON in UTF-8 and nothing else. That is also the guard against forged requests of foreign pages,
/// because no page can send this type to another origin without asking first.</summary>
internal static class RequestContentType
{
    private const string Json = "application/json";

    /// <summary>Whether a body of this type is read.</summary>
    public static bool IsSupported(string? contentType)
    {
        if (contentType is null or Json)
        {
            return contentType is not null;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
