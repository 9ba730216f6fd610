using System.Text.Json.Nodes;
using Exams.Domain.Vocabulary;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Relay;
using Exams.GraphQL.Types.Sdl;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>What has an id is found by it, by whoever may read it in a list, and by nobody else.</summary>
public sealed class NodeTests
{
    private static readonly Dictionary<string, string> Needed = new()
    {
        ["ApiClient"] = Permission.ClientsWrite,
        ["Candidate"] = Permission.CandidatesRead,
        ["Centre"] = Permission.CentresRead,
        ["Entry"] = Permission.EntriesRead,
        ["EntryOption"] = Permission.CatalogueRead,
        ["EstimatedEntry"] = Permission.EntriesRead,
        ["Event"] = Permission.EventsRead,
        ["Qualification"] = Permission.CatalogueRead,
        ["ReleaseDate"] = Permission.CatalogueRead,
        ["Result"] = Permission.ResultsRead,
        ["Syllabus"] = Permission.CatalogueRead,
        ["Transfer"] = Permission.EntriesRead,
    };

    // These belong to whoever made them, and are tried where that is.
    private static readonly string[] Own = ["Export", "Webhook", "WebhookDelivery"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_kind_of_thing_with_an_id_is_tried_here()
    {
        var schema = SchemaBuilder.FromSdl(File.ReadAllText(Path.Combine(Repository.Root, "schema", "exams.graphql")));

        schema.Types.Values.OfType<ObjectType>().Where(type => type.DeclaredInterfaces.Any(one => one.Name == "Node")).Select(type => type.Name).Except(Own)
            .Should().BeEquivalentTo(Needed.Keys);
    }

    [Fact]
    public async Task Each_thing_is_found_by_its_id_with_its_permission_and_not_without()
    {
        // Early enough for estimates and transfers.
        var clock = new FrozenClock(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2), clock, untilRelease: TimeSpan.FromDays(-3));
        using var board = await SignedInAsync(service, "BOARD");
        await board.DoAsync(Repository.Operation("CreateApiClient"), new { name = "One", scopes = new[] { "entries:read" }, centres = new[] { DemoBoard.Centre } }, Ct);
        using var officer = await service.SignedInAsync("officer.us123");
        var one = new { centre = DemoBoard.Centre, series = DemoBoard.Series };
        await officer.DoAsync(Repository.Operation("SetEstimatedEntries"), new { estimates = new[] { new { one.centre, one.series, syllabus = "0580", count = 1 } } }, Ct);
        await officer.DoAsync(Repository.Operation("AskForTransfer"), new { candidate = new { number = new { one.centre, one.series, number = "0002" } }, receivingCentre = DemoBoard.Neighbour }, Ct);
        foreach (var (type, permission) in Needed)
        {
            // Not all events are for whoever may hear events; this one is.
            var id = type == "Event"
                ? (string)(await board.DataAsync("{ events(types: [BOARD_LOADED]) { nodes { id } } }", ct: Ct))["events"]!["nodes"]![0]!["id"]!
                : Id(service, type, 1);
            (await FindAsync(board, id)).Should().Be(type, "the board may read {0}", type);
            if (Permission.TryParse(permission, out var needed) && Permission.OfClients.Contains(needed))
            {
                using var with = await ClientAsync(service, board, permission);
                (await FindAsync(with, id)).Should().Be(type, "{0} is enough for {1}", permission, type);
            }

            using var without = await ClientAsync(service, board, [.. Permission.OfClients.Select(one => one.ToString()).Where(one => one != permission)]);
            (await FindAsync(without, id)).Should().BeNull("{0} is missing for {1}", permission, type);
            (await FindAsync(board, Id(service, type, 999_999))).Should().BeNull("there is none");
        }
    }

    [Fact]
    public async Task A_neighbours_things_look_as_if_they_were_not_there()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2), untilRelease: TimeSpan.FromDays(-3));
        using var board = await SignedInAsync(service, "BOARD");
        using var neighbour = await service.SignedInAsync("officer.gb045");
        foreach (var type in new[] { "Candidate", "Entry", "Result" })
        {
            (await FindAsync(board, Id(service, type, 1))).Should().Be(type);
            (await FindAsync(neighbour, Id(service, type, 1))).Should().BeNull();
        }
    }

    private static string Id(RunningService service, string type, long row) => NodeId.Encode(type, service.Services.GetRequiredService<IKeyMask>().Hide(row));

    private static async Task<string?> FindAsync(ApiClient client, string id) =>
        (string?)(await client.DataAsync("query($id: ID!) { node(id: $id) { __typename id } }", new { id }, Ct))["node"]?["__typename"];

    private static async Task<ApiClient> SignedInAsync(RunningService service, string role)
    {
        var password = await People.AddAsync(service, "somebody", role);
        using var nobody = service.Nobody;
        return new ApiClient(service.Address, (string?)(await nobody.DoAsync(Repository.Operation("SignIn"), new { username = "somebody", password }, Ct))["session"]!["token"]);
    }

    private static async Task<ApiClient> ClientAsync(RunningService service, ApiClient board, params string[] scopes)
    {
        var made = await board.DoAsync(Repository.Operation("CreateApiClient"), new { name = "One", scopes, centres = new[] { DemoBoard.Centre } }, Ct);
        using var http = new HttpClient { BaseAddress = service.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = (string)made["apiClient"]!["clientId"]!,
            ["client_secret"] = (string)made["clientSecret"]!,
        });
        using var answer = await http.PostAsync(new Uri("oauth/token", UriKind.Relative), form, Ct);
        return new ApiClient(service.Address, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["access_token"]);
    }
}
