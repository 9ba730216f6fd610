using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>Every field states the permission that it needs, and one path checks it: tried from the schema, as every kind of caller.</summary>
public sealed class PermissionTests
{
    private const string Centre = DemoBoard.Centre;

    /// <summary>Root fields for which nobody needs anything: signing in and out, asking who one is, and things by id, which the gates look after. A link to a file
    /// needs what the file needs, which differs from one to the next.</summary>
    private static readonly string[] Open = ["signIn", "candidateSignIn", "signOut", "viewer", "node", "nodes", "createFileLink"];

    /// <summary>What one must be allowed to read to get from one thing to another.</summary>
    private static readonly Dictionary<string, string> Guarded = new()
    {
        ["Candidate"] = Permission.CandidatesRead,
        ["Entry"] = Permission.EntriesRead,
        ["FeeLine"] = Permission.EntriesRead,
        ["CandidateTimetable"] = Permission.EntriesRead,
        ["Transfer"] = Permission.EntriesRead,
        ["EstimatedEntry"] = Permission.EntriesRead,
        ["Result"] = Permission.ResultsRead,
        ["Grant"] = Permission.AccessRead,
        ["CandidateResultsAccess"] = Permission.AccessRead,
        ["ApiClient"] = Permission.ClientsWrite,
        ["Webhook"] = Permission.WebhooksWrite,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The contract as it is checked in; another test holds it against what the server prints.
    private static Schema Schema { get; } = SchemaBuilder.FromSdl(File.ReadAllText(Path.Combine(Repository.Root, "schema", "exams.graphql")));

    [Fact]
    public void Every_root_field_states_its_permission_but_those_that_need_none()
    {
        var silent = Schema.QueryType!.Fields.Values.Concat(Schema.MutationType!.Fields.Values).Concat(Schema.SubscriptionType!.Fields.Values)
            .Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal) && Needed(field) is null).Select(field => field.Name);

        silent.Should().BeEquivalentTo(Open);
    }

    [Fact]
    public void Every_way_from_one_thing_to_another_states_what_the_other_needs()
    {
        var types = Schema.Types.Values.OfType<ObjectType>().Where(type => type != Schema.QueryType && type != Schema.MutationType && type != Schema.SubscriptionType);
        var unguarded =
            from type in types
            where !IsHandedOver(type)
            from field in type.Fields.Values
            where Guarded.TryGetValue(field.Type.NamedType().Name, out var needed) && Needed(field) != needed
                // A line of fees belongs to its entry, which one has already.
                && field.Type.NamedType().Name != "FeeLine"
            select $"{type.Name}.{field.Name}";

        unguarded.Should().BeEquivalentTo(["Viewer.candidate", "OwnQualification.results", "OwnResults.candidate"], "these are one's own");
    }

    [Fact]
    public async Task Every_root_field_is_refused_to_whoever_lacks_its_permission_and_to_nobody_else()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2));
        var least = new SchemaWalk(Schema).Least().ToList();
        var people = new List<(string Name, Rehearsal.ApiClient Client, IReadOnlySet<Permission> Permissions)>
        {
            ("nobody", service.Nobody, new HashSet<Permission>()),
            ("board", await SignedInAsync(service, "the.board", "BOARD"), Permission.OfBoard),
            ("officer", await SignedInAsync(service, "an.officer", "OFFICER", Centre), Permission.OfOfficers),
            ("head", await SignedInAsync(service, "a.head", "HEAD", Centre), Permission.OfHeads),
            ("client of all", await ClientAsync(service, [.. Permission.OfClients]), Permission.OfClients),
        };
        foreach (var scope in Permission.OfClients)
        {
            people.Add(($"client of {scope}", await ClientAsync(service, scope), new HashSet<Permission> { scope }));
        }

        var wrong = new List<string>();
        foreach (var (name, client, permissions) in people)
        {
            foreach (var (field, document) in least.Where(one => !Open.Contains(one.Field.Name) && !one.Document.StartsWith("subscription", StringComparison.Ordinal)))
            {
                var answer = await client.AskAsync(document, ct: Ct);
                var isRefused = answer["errors"]?.AsArray().Any(error => error!["extensions"]?["code"]?.GetValue<string>() is { } code
                    && code.StartsWith("AUTH_", StringComparison.Ordinal)) ?? false;
                if (isRefused == permissions.Any(one => one.ToString() == Needed(field)))
                {
                    wrong.Add($"{field.Name} as {name}: {answer.ToJsonString()}");
                }
            }

            client.Dispose();
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task A_client_gets_a_token_by_header_or_by_form_and_tells_who_it_is()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2));
        var minted = await MintAsync(service, Scope(Permission.EntriesRead), Scope(Permission.CandidatesRead));

        var (status, answer) = await TokenAsync(service, minted, new() { ["grant_type"] = "client_credentials" });
        status.Should().Be(HttpStatusCode.OK);
        (answer["token_type"]!.GetValue<string>(), answer["expires_in"]!.GetValue<int>(), answer["scope"]!.GetValue<string>())
            .Should().Be(("Bearer", 3600, "candidates:read entries:read"));
        using var client = new Rehearsal.ApiClient(service.Address, answer["access_token"]!.GetValue<string>());
        var viewer = (await client.DataAsync("{ viewer { kind username centres permissions } }", ct: Ct))["viewer"]!;
        viewer.ToJsonString().Should().Be($$"""{"kind":"API_CLIENT","username":"{{minted.Client.ClientId}}","centres":["{{Centre}}"],"permissions":["candidates:read","entries:read"]}""");

        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = minted.Client.ClientId,
            ["client_secret"] = minted.Secret.Reveal(),
            ["scope"] = "entries:read",
        };
        (await TokenAsync(service, null, form)).Answer["scope"]!.GetValue<string>().Should().Be("entries:read");
    }

    [Theory]
    [InlineData("grant_type=password", true, HttpStatusCode.BadRequest, "unsupported_grant_type")]
    [InlineData("scope=entries:read", true, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("grant_type=client_credentials&scope=no:such", true, HttpStatusCode.BadRequest, "invalid_scope")]
    [InlineData("grant_type=client_credentials&scope=results:read", true, HttpStatusCode.BadRequest, "invalid_scope")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", true, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_secret=both", true, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("grant_type=client_credentials", false, HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=%00&client_secret=%00", false, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=ABCDE-FGHJK&client_secret=wrong", false, HttpStatusCode.Unauthorized, "invalid_client")]
    public async Task What_is_wrong_with_a_request_for_a_token_is_told_in_the_words_of_OAuth(string form, bool isSignedIn, HttpStatusCode status, string error)
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2));
        var minted = await MintAsync(service, Scope(Permission.EntriesRead));
        using var http = new HttpClient { BaseAddress = service.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "oauth/token") { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") };
        if (isSignedIn)
        {
            request.Headers.Authorization = Basic(minted);
        }

        using var response = await http.SendAsync(request, Ct);

        response.StatusCode.Should().Be(status);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.WwwAuthenticate.Should().HaveCount(status == HttpStatusCode.Unauthorized ? 1 : 0);
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["error"]!.GetValue<string>().Should().Be(error);
    }

    [Theory]
    [InlineData("application/json", 1)]
    [InlineData("multipart/form-data; boundary=x", 1)]
    [InlineData("application/x-www-form-urlencoded", 2_000)]
    [InlineData("application/x-www-form-urlencoded", 5_000)]
    public async Task What_is_no_small_form_is_told_so_in_whatever_pieces_it_comes(string type, int fields)
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2));
        using var http = new HttpClient { BaseAddress = service.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "oauth/token")
        {
            Content = new StringContent(string.Concat(Enumerable.Repeat("a=1&", fields)), Encoding.ASCII),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.TransferEncodingChunked = true;

        using var response = await http.SendAsync(request, Ct);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Ct)).Should().Contain("invalid_request");
    }

    private static string? Needed(OutputField field) => Permission.All.Select(one => one.ToString())
        .FirstOrDefault(one => field.Description?.EndsWith($"Needs {one}.", StringComparison.Ordinal) ?? false);

    // What a mutation hands over is what it was allowed to write; pages hold what their field was allowed to read.
    private static bool IsHandedOver(ObjectType type) =>
        type.Name.EndsWith("Payload", StringComparison.Ordinal) || type.Name is "EntryResult" or "CandidateResult" or "EstimatedEntryResult"
        || type.Name.EndsWith("Connection", StringComparison.Ordinal) || type.Name.EndsWith("Edge", StringComparison.Ordinal) || type.Name.EndsWith("News", StringComparison.Ordinal);

    private static Permission Scope(string name) => Named.Word<Permission>(name);

    private static async Task<Rehearsal.ApiClient> SignedInAsync(RunningService service, string name, string role, params string[] centres)
    {
        await People.AddAsync(service, name, role, centres);
        return await service.SignedInAsync(name);
    }

    private static async Task<Rehearsal.ApiClient> ClientAsync(RunningService service, params Permission[] scopes)
    {
        var (_, answer) = await TokenAsync(service, await MintAsync(service, scopes), new() { ["grant_type"] = "client_credentials" });
        return new Rehearsal.ApiClient(service.Address, answer["access_token"]!.GetValue<string>());
    }

    private static async Task<MintedClient> MintAsync(RunningService service, params Permission[] scopes) =>
        BoardWorld.Done(await service.Services.GetRequiredService<CreateApiClient>().RunAsync(
            new(Named.Name("School system"), scopes, [Named.Centre(Centre)]), World.People.Board, Ct));

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> TokenAsync(RunningService service, MintedClient? client, Dictionary<string, string> form)
    {
        using var http = new HttpClient { BaseAddress = service.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "oauth/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = client is null ? null : Basic(client);
        using var response = await http.SendAsync(request, Ct);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!);
    }

    private static AuthenticationHeaderValue Basic(MintedClient client) => new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client.Client.ClientId)}:{Uri.EscapeDataString(client.Secret.Reveal())}")));
}
