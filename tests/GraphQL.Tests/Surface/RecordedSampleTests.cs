using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>What the package answered to the sample, asked of our engine: data and their key order, paths and codes of field errors,
/// what the data layer was asked. Where we answer otherwise, and why, stands in tests/GraphQL.LibraryHost/DEVIATIONS.md.</summary>
public sealed class RecordedSampleTests(LibraryProcess library) : IClassFixture<LibraryProcess>
{
    // Transports, prices and words of documents have tests of their own.
    private static readonly string[] Features =
    [
        "resolvers", "arguments", "inputs", "oneof", "type-extension", "enums", "errors-as-data", "union", "paging", "filtering", "sorting",
        "projection", "relay", "authorization", "dataloader", "errors", "scalars",
    ];

    private static readonly string[] Otherwise =
        ["scalars-out", "oneof-nullable-variable-inside", "offset-default-page", "offset-after", "offset-last", "enumerable-page", "nested-page"];

    [Fact]
    public async Task The_sample_answers_as_it_did_with_the_package()
    {
        Assert.SkipWhen(LibraryProcess.Sample is null, "The recorded sample (../shared/hotchocolate/library) is not here.");
        var text = await File.ReadAllTextAsync(Path.Combine(LibraryProcess.Sample!.FullName, "vectors.json"), TestContext.Current.CancellationToken);
        var asked = 0;
        var wrong = new List<string>();
        foreach (var vector in JsonNode.Parse(text)!.AsArray().Select(v => v!.AsObject()))
        {
            var name = (string)vector["name"]!;
            if ((string?)vector["transport"] != "http" || !Features.Contains((string)vector["feature"]!) || vector["quirk"] is not null
                || Otherwise.Contains(name) || vector["rawBody"] is not null)
            {
                continue;
            }

            asked++;
            var expected = Summary(vector["expect"]!.AsObject()["body"], (string?)vector["expect"]!["headers"]?["x-batches"]);
            var actual = await Ask(vector);
            if (expected != actual)
            {
                wrong.Add($"{name}\n  expected {expected}\n  answered {actual}");
            }
        }

        asked.Should().BeGreaterThan(150);
        wrong.Should().BeEmpty();
    }

    private async Task<string> Ask(JsonObject vector)
    {
        using var reset = await library.Client.PostAsync("/reset", null, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, (string?)vector["path"] ?? "/graphql")
        {
            Content = new StringContent(vector["request"]!.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        if ((string?)vector["user"] is { } user)
        {
            request.Headers.Add("X-User", user);
        }

        using var response = await library.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return Summary(body, response.Headers.TryGetValues("X-Batches", out var batches) ? string.Join(';', batches) : null);
    }

    // Messages and members of errors are graphql-js's; errors of parallel fields have no order.
    private static string Summary(JsonNode? body, string? batches)
    {
        var ran = body!.AsObject().ContainsKey("data");
        var errors = (body["errors"]?.AsArray() ?? []).Select(e =>
            $"{(ran ? e!["path"]?.ToJsonString() : "")}{e!["extensions"]?["code"]}").Order(StringComparer.Ordinal);
        return $"{body["data"]?.ToJsonString(JsonSerializerOptions.Default)} {string.Join(' ', ran ? errors : errors.Distinct())} {batches}";
    }
}
