using System.IO.Compression;
using System.Text.Json;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Validation;

namespace Exams.GraphQL.Tests.Golden;

/// <summary>A thousand random documents, kept with all errors that graphql-js 16.15 found in them, in its order.</summary>
/// <remarks>The first half are about overlapping fields (fragments, aliases, types that meet or not, cycles), the other mixes
/// everything a document can get wrong. The file is Brotli over lines of JSON: a schema, its documents, the next schema. What the oracle
/// knows of introspection beyond the specification (deprecated directives) is left out.</remarks>
public sealed class GoldenVerdictsTests
{
    [Fact]
    public async Task Kept_documents_have_the_errors_that_the_reference_implementation_found()
    {
        await using var file = typeof(GoldenVerdictsTests).Assembly.GetManifestResourceStream("verdicts.jsonl.br")!;
        using var lines = new StreamReader(new BrotliStream(file, CompressionMode.Decompress));
        Schema? schema = null;
        var compared = 0;
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.TryGetProperty("sdl", out var sdl))
            {
                schema = SchemaBuilder.FromSdl(sdl.GetString()!);
                continue;
            }

            var query = document.RootElement.GetProperty("query").GetString()!;
            var found = Validator.Validate(schema!, Parser.Parse(query), ValidationOptions.Reference).Select(Text);

            found.Should().Equal(document.RootElement.GetProperty("errors").EnumerateArray().Select(Text), "of {0}", query);
            compared++;
        }

        compared.Should().Be(1_000);
    }

    private static string Text(GraphQLError error) =>
        error.Message + string.Concat((error.Locations ?? []).Select(place => $" ({place.Line}:{place.Column})"));

    private static string Text(JsonElement error) =>
        error.GetProperty("message").GetString()
        + (error.TryGetProperty("locations", out var places)
            ? string.Concat(places.EnumerateArray().Select(place => $" ({place.GetProperty("line")}:{place.GetProperty("column")})"))
            : "");
}
