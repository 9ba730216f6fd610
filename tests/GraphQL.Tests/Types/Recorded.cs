using System.Text.Json;

namespace Exams.GraphQL.Tests.Types;

/// <summary>Runs every case of a recorded file and names all that differ at once.</summary>
internal static class Recorded
{
    public static void Check(string file, int count, Func<JsonElement, (string? Ours, string? Theirs)> run)
    {
        var vectors = Vectors.Load(file);
        vectors.Should().HaveCount(count);
        var differences = new List<string>();
        for (var i = 0; i < vectors.Length; i++)
        {
            if (vectors[i].TryGetProperty("skip", out _))
            {
                continue;
            }

            var (ours, theirs) = run(vectors[i]);
            if (ours != theirs)
            {
                differences.Add($"#{i} {Text(vectors[i], "test")}\n--- recorded\n{theirs}\n--- ours\n{ours}");
            }
        }

        differences.Should().BeEmpty("every recorded case is equal");
    }

    public static string? Text(JsonElement vector, string name) =>
        vector.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static string Errors(IEnumerable<GraphQLError> errors) => string.Join('\n', errors.Select(e =>
        $"{e.Message} {string.Join(' ', (e.Locations ?? []).Select(l => $"{l.Line}:{l.Column}"))}"));

    public static string Errors(JsonElement errors) => string.Join('\n', errors.EnumerateArray().Select(e =>
        $"{Text(e, "message")} " + (e.TryGetProperty("locations", out var places)
            ? string.Join(' ', places.EnumerateArray().Select(l => $"{l.GetProperty("line")}:{l.GetProperty("column")}"))
            : "")));
}
