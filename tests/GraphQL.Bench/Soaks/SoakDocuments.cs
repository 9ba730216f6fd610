using System.Text;
using System.Text.Json;

namespace Exams.GraphQL.Bench.Soaks;

/// <summary>Documents by number: each number gives another, and always the same one.</summary>
internal static class SoakDocuments
{
    private static readonly string[] ItemFields = ["id", "code", "title", "weight", "count", "active"];
    private static readonly string[] PostFields = ["id", "userId", "title", "user { id name }"];

    /// <summary>The body of a request; every eighth brings variables.</summary>
    public static byte[] Body(int number)
    {
        var text = new StringBuilder($"query Q{number}($name: String = \"n{number}\") {{ hello(name: $name) ");
        if (number % 4 == 0)
        {
            Select(text, "posts", PostFields, number / 4);
        }
        else
        {
            Select(text, $"a{number}: items", ItemFields, number);
        }

        text.Append('}');
        return number % 8 == 0
            ? JsonSerializer.SerializeToUtf8Bytes(new { query = text.ToString(), variables = new { name = $"v{number}" } })
            : JsonSerializer.SerializeToUtf8Bytes(new { query = text.ToString() });
    }

    private static void Select(StringBuilder text, string field, string[] fields, int bits)
    {
        text.Append(field).Append(" { __typename ");
        for (var i = 0; i < fields.Length; i++)
        {
            if ((bits >> i) % 2 == 1)
            {
                text.Append(fields[i]).Append(' ');
            }
        }

        text.Append("} ");
    }
}
