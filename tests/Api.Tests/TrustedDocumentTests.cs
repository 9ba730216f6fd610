using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Exams.World;

namespace Exams.Api.Tests;

public class TrustedDocumentTests
{
    [Fact]
    public async Task A_service_of_trusted_documents_runs_the_repositorys_operations_and_nothing_else()
    {
        await using var service = await RunningService.StartAsync(
            new DemoBoard(Candidates: 3),
            change: s => s with { TrustedDocumentsFolder = s.OperationsFolder, OnlyTrustedDocuments = true });
        using var client = new HttpClient { BaseAddress = service.Address };

        var signedIn = await Ask(client, new JsonObject
        {
            ["id"] = "SignIn",
            ["variables"] = new JsonObject
            {
                ["input"] = new JsonObject { ["username"] = "officer.us123", ["password"] = await People.ResetAsync(service, "officer.us123") },
            },
        });
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string)signedIn["data"]!["signIn"]!["session"]!["token"]!);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(
            Path.Combine(Repository.Root, "schema", "operations", "Viewer.graphql"), TestContext.Current.CancellationToken)));

        (await Ask(client, new JsonObject { ["documentId"] = "sha256:" + hash }))["data"]!["viewer"]!["username"]!
            .GetValue<string>().Should().Be("officer.us123");
        var viewer = await client.GetFromJsonAsync<JsonObject>("graphql/persisted/Viewer/Viewer", TestContext.Current.CancellationToken);
        viewer!["data"]!["viewer"]!["username"]!.GetValue<string>().Should().Be("officer.us123");
        (await Ask(client, new JsonObject { ["query"] = "{ viewer { username } }" }))["errors"]![0]!["extensions"]!["code"]!
            .GetValue<string>().Should().Be("HC0067");
        (await Ask(client, new JsonObject { ["id"] = "../../README" }))["errors"]![0]!["extensions"]!["code"]!
            .GetValue<string>().Should().Be("HC0020");
    }

    [Fact]
    public async Task By_default_documents_are_sent_and_hashes_are_not_kept()
    {
        await using var service = await RunningService.StartAsync();
        using var client = new HttpClient { BaseAddress = service.Address };
        const string hash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38";
        JsonObject Named() => new() { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } };

        (await Ask(client, new JsonObject { ["query"] = "{__typename}", ["extensions"] = Named() }))["data"]!["__typename"]!
            .GetValue<string>().Should().Be("Query");
        (await Ask(client, new JsonObject { ["extensions"] = Named() }))["errors"]![0]!["extensions"]!["code"]!
            .GetValue<string>().Should().Be("PERSISTED_QUERY_NOT_SUPPORTED");

        await using var keeping = await RunningService.StartAsync(change: s => s with { PersistedQueries = true });
        using var other = new HttpClient { BaseAddress = keeping.Address };
        await Ask(other, new JsonObject { ["query"] = "{__typename}", ["extensions"] = Named() });
        (await Ask(other, new JsonObject { ["extensions"] = Named() }))["data"]!["__typename"]!.GetValue<string>().Should().Be("Query");
    }

    [Fact]
    public async Task Trusted_documents_only_needs_a_folder()
    {
        var start = () => RunningService.StartAsync(change: s => s with { OnlyTrustedDocuments = true });

        await start.Should().ThrowAsync<InvalidOperationException>().WithMessage("*EXAMS_TRUSTED_DOCUMENTS*");
    }

    private static async Task<JsonObject> Ask(HttpClient client, JsonObject body)
    {
        using var response = await client.PostAsJsonAsync("graphql", body, TestContext.Current.CancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
    }
}
