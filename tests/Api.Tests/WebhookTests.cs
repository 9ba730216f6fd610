using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Exams.Api.Tests.Clients;
using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ApiClient = Exams.Rehearsal.ApiClient;

namespace Exams.Api.Tests;

/// <summary>A vendor's server that is told what happens, by the whole service over real sockets.</summary>
public sealed class WebhookTests
{
    private const string Us = DemoBoard.Centre, June = DemoBoard.Series;
    private const string Document = "subscription Mine { onEvent { id type entry { externalReference status candidate { number name } } candidate { name } } }";

    private const string Log =
        """
        query($state: DeliveryState) {
          webhooks { nodes { id url state pauseReason failures deliveries(state: $state) { totalCount nodes { id state isTest event { id type } replayOf { id } attempts { at durationMs statusCode fault excerpt } } } } }
        }
        """;

    private static readonly DemoBoard Board = new(Candidates: 3);
    private static readonly string[] Scopes = [Permission.EventsRead, Permission.WebhooksWrite, Permission.CandidatesRead, Permission.EntriesRead];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_comes_as_the_document_shapes_it_signed_and_the_log_tells_how_it_went()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var service = await StartAsync();
        using var client = await ClientAsync(service, Us, Scopes);
        using var officer = await service.SignedInAsync("officer.us123");
        receiver.Answer = async (received, context) =>
        {
            context.Response.StatusCode = received.Header("Exams-Attempt") == "1" && received.Body.Contains("ENTRY_MADE", StringComparison.Ordinal) ? 500 : 202;
            await context.Response.WriteAsync("thank you");
        };
        var made = await DoAsync(client, "createWebhook", new { url = receiver.Url, types = new[] { "CANDIDATE_REGISTERED", "ENTRY_MADE" }, document = Document });
        await RegisterAsync(officer, "9001", "Robin Late");
        await EnterAsync(officer, "9001", "0580");

        var came = await receiver.WaitAsync(2);
        came[0].Signatures.Should().Equal(Receiver.SignatureOf(came[0], made.Text("signingSecret")));
        JsonNode.Parse(came[0].Body)!.Text("data.onEvent.candidate.name").Should().Be("Robin Late");
        JsonNode.Parse(came[1].Body)!["data"]!["onEvent"]!["entry"]!.ToJsonString().Should().Be("""{"externalReference":null,"status":"ACTIVE","candidate":{"number":"9001","name":"Robin Late"}}""");
        JsonNode.Parse(came[1].Body)!.Text("data.onEvent.id").Should().Be(came[1].Header("Exams-Event"));

        // The second try comes after ten seconds of the real clock.
        var again = (await receiver.WaitAsync(3))[2];
        (again.Header("Exams-Delivery"), again.Header("Exams-Attempt")).Should().Be((came[1].Header("Exams-Delivery"), "2"));
        var log = await UntilAsync(client, one => one["deliveries"]!["nodes"]!.AsArray().All(delivery => delivery!.Text("state") == "DELIVERED"));
        var newest = log["deliveries"]!["nodes"]![0]!;
        (newest.Text("event.type"), newest.Text("id")).Should().Be(("ENTRY_MADE", came[1].Header("Exams-Delivery")));
        newest["attempts"]!.AsArray().Select(one => (one!["statusCode"]!.GetValue<int>(), one.Text("excerpt"))).Should().Equal((500, "thank you"), (202, "thank you"));

        var replay = await DoAsync(client, "replayDelivery", new { id = newest.Text("id") });
        var third = (await receiver.WaitAsync(4))[3];
        (third.Header("Exams-Delivery"), third.Header("Exams-Event")).Should().Be((replay.Text("delivery.id"), came[1].Header("Exams-Event")));
    }

    [Fact]
    public async Task The_guides_few_lines_tell_ours_from_others()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var service = await StartAsync();
        using var officer = await service.SignedInAsync("officer.us123");
        var made = await DoAsync(officer, "createWebhook", new { url = receiver.Url });
        await DoAsync(officer, "testWebhook", new { id = made.Text("webhook.id") });
        var came = (await receiver.WaitAsync(1))[0];
        var (secret, signature, now) = (made.Text("signingSecret"), came.Header("Exams-Signature"), service.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var body = Encoding.UTF8.GetBytes(came.Body);

        IsOurs(secret, signature, body, now).Should().BeTrue();
        IsOurs(secret + "x", signature, body, now).Should().BeFalse();
        IsOurs(secret, signature, [.. body, 32], now).Should().BeFalse();
        IsOurs(secret, signature, body, now.AddMinutes(6)).Should().BeFalse("a message is not good for ever");
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "Api.Tests", "WebhookTests.cs"), Ct);
        var shown = Guide.Blocks.Single(block => block.Language == "csharp" && block.Text.Contains("IsOurs", StringComparison.Ordinal)).Text;
        source.Should().Contain(string.Concat(shown.TrimEnd().Split('\n').Select(line => $"    {line}\n")), "what the page shows is what was tried here");

        Assert.SkipUnless(Programs.Has("node"), "node is not here.");
        using var folder = new ScratchFolder();
        var program = Path.Combine(folder.Path, "hook.mjs");
        await File.WriteAllTextAsync(
            program,
            Guide.Blocks.Single(block => block.Language == "js" && block.Text.Contains("isOurs", StringComparison.Ordinal)).Text
            + "const [secret, signature, body] = process.argv.slice(2);\nconsole.log(isOurs(secret, signature, body), isOurs(secret, signature, body + ' '), isOurs(secret + 'x', signature, body), isOurs(secret, signature, body, Date.now() / 1000 + 600));\n",
            Ct);
        (await Programs.RunAsync("node", program, secret, signature, came.Body)).Trim().Should().Be("true false false false");
    }

    [Fact]
    public async Task A_webhook_says_what_its_owner_may_read_at_the_time_and_belongs_to_nobody_else()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var service = await StartAsync();
        using var entries = await ClientAsync(service, Us, Permission.EventsRead, Permission.WebhooksWrite, Permission.EntriesRead);
        using var neighbour = await ClientAsync(service, "GB045", Scopes);
        using var officer = await service.SignedInAsync("officer.us123");
        var made = await DoAsync(entries, "createWebhook", new { url = receiver.Url, document = "subscription { onEvent { type candidateNumber entry { status candidate { name } } } }" });
        await DoAsync(neighbour, "createWebhook", new { url = receiver.Url + "/neighbour" });
        await RegisterAsync(officer, "9001", "Robin Late");
        await EnterAsync(officer, "9001", "0580");

        var came = (await receiver.WaitAsync(1))[0];
        came.Body.Should().Contain("ENTRY_MADE").And.Contain("AUTH_NOT_AUTHORIZED").And.NotContain("Robin");
        await Task.Delay(1_500, Ct);
        receiver.Received.Should().ContainSingle("the neighbour and who may not read candidates hear nothing");

        var id = made.Text("webhook.id");
        foreach (var (field, input) in new (string, object)[]
        {
            ("changeWebhook", new { id, url = receiver.Url }), ("pauseWebhook", new { id }), ("resumeWebhook", new { id }), ("deleteWebhook", new { id }),
            ("rotateWebhookSecret", new { id }), ("testWebhook", new { id }),
        })
        {
            (await RefusalAsync(neighbour, field, input)).Should().Be("WEBHOOK_NOT_FOUND", field);
        }

        (await RefusalAsync(neighbour, "replayDelivery", new { id = came.Header("Exams-Delivery") })).Should().Be("DELIVERY_NOT_FOUND");
        var seen = await neighbour.DataAsync("query($w: ID!, $d: ID!) { webhooks { totalCount } w: node(id: $w) { __typename } d: node(id: $d) { __typename } }", new { w = id, d = came.Header("Exams-Delivery") }, Ct);
        seen.ToJsonString().Should().Be("""{"webhooks":{"totalCount":1},"w":null,"d":null}""");
        (await officer.DataAsync("{ webhooks { totalCount } }", ct: Ct)).ToJsonString().Should().Contain("0", "a client's webhook is the client's");
    }

    [Fact]
    public async Task What_a_webhook_cannot_be_is_told_when_it_is_made()
    {
        await using var service = await StartAsync(environment: "Production");
        using var client = await ClientAsync(service, Us, Scopes);
        foreach (var document in new[]
        {
            "", "{", "{ viewer { kind } }", "subscription { onDocumentsReady(centre: \"US123\", series: \"2026-06\") { cursor } }", "subscription { onEvent { nothing } }",
            "subscription { onEvent(types: [ENTRY_MADE]) { type } }", "subscription($a: String) { onEvent(after: $a) { type } }", "subscription A { onEvent { type } } subscription B { onEvent { type } }",
            "subscription { onEvent @skip(if: true) { type } }", "subscription { ... on Subscription { onEvent { type } } }", "subscription { onEvent { type } onDocumentsReady { cursor } }",
            "subscription { onEvent { __schema { types { name } } } }", "mutation { signOut { errors { code } } }", new string('x', 10_001),
            $"subscription {{ onEvent {{ {string.Concat(Enumerable.Repeat("centre { ", 60))} name {string.Concat(Enumerable.Repeat("}", 60))} }} }}",
        })
        {
            (await RefusalAsync(client, "createWebhook", new { url = "https://example.org/", document })).Should().Be("WEBHOOK_DOCUMENT_REFUSED", document);
        }

        foreach (var url in new[] { "", "example.org", "http://127.0.0.1:5080/", "http://example.org/", "https://a:b@example.org/", "ftp://example.org/" })
        {
            (await RefusalAsync(client, "createWebhook", new { url })).Should().Be("WEBHOOK_ADDRESS_REFUSED", url);
        }

        foreach (var url in new[] { "https://127.0.0.1:1/", "https://localhost/", "https://10.0.0.8/", "https://[fd00::1]/", "https://2130706433/" })
        {
            (await RefusalAsync(client, "createWebhook", new { url })).Should().Be("WEBHOOK_ADDRESS_NOT_PUBLIC", url);
        }

        using var deaf = await ClientAsync(service, Us, Permission.WebhooksWrite);
        (await RefusalAsync(deaf, "createWebhook", new { url = "https://example.org/" })).Should().Be("MAY_NOT_HEAR");
        var id = (await DoAsync(client, "createWebhook", new { url = "https://example.org/" })).Text("webhook.id");
        (await RefusalAsync(client, "changeWebhook", new { id, url = "https://192.168.0.1/" })).Should().Be("WEBHOOK_ADDRESS_NOT_PUBLIC");
        (await RefusalAsync(client, "replayEvents", new { id, after = "nonsense" })).Should().Be("CURSOR_UNKNOWN");
        (await RefusalAsync(client, "rotateWebhookSecret", new { id, overlapHours = 169 })).Should().Be("OVERLAP_TOO_LONG");
        for (var more = 1; more < CreateWebhook.Most; more++)
        {
            await DoAsync(client, "createWebhook", new { url = "https://example.org/" });
        }

        (await RefusalAsync(client, "createWebhook", new { url = "https://example.org/" })).Should().Be("TOO_MANY_WEBHOOKS");
    }

    [Fact]
    public async Task A_name_that_is_pointed_inside_later_is_not_followed_there()
    {
        // An address that was good when it was given; what it stands for is looked at again whenever it is connected to.
        await using var service = await RunningService.StartAsync(
            Board, replace: services => services.AddSingleton(new WebhookRules(IsHttpToLoopbackAllowed: false, MayReach: _ => true)));
        using var client = await ClientAsync(service, Us, Scopes);
        var id = (await DoAsync(client, "createWebhook", new { url = "https://127.0.0.1:1/" })).Text("webhook.id");

        await DoAsync(client, "testWebhook", new { id });

        var log = await UntilAsync(client, one => one["deliveries"]!["nodes"]![0]!.Text("state") == "FAILED");
        log["deliveries"]!["nodes"]![0]!["attempts"]![0]!.Text("fault").Should().Be("ADDRESS_NOT_ALLOWED", "this machine is nobody's to reach from outside");
    }

    [Fact]
    public async Task Where_only_trusted_documents_run_webhooks_are_no_way_round()
    {
        await using var service = await RunningService.StartAsync(
            Board, environment: "Development", change: settings => settings with { TrustedDocumentsFolder = settings.OperationsFolder, OnlyTrustedDocuments = true });
        var create = service.Services.GetRequiredService<CreateWebhook>();

        foreach (var document in new[] { null, "subscription { onEvent { type } }" })
        {
            BoardWorld.Refused(await create.RunAsync(new("https://example.org/", null, document), World.People.Board, Ct)).Code.Should().Be("WEBHOOK_DOCUMENT_REFUSED");
        }
    }

    [Fact]
    public async Task A_receiver_that_redirects_is_slow_disappears_and_comes_back_misses_nothing()
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        var clock = new FrozenClock(BoardWorld.Start);
        await using var service = await StartAsync(clock);
        using var client = await ClientAsync(service, Us, Scopes);
        using var officer = await service.SignedInAsync("officer.us123");
        receiver.Answer = (_, context) =>
        {
            context.Response.Redirect(elsewhere.Url);
            return Task.CompletedTask;
        };
        await DoAsync(client, "createWebhook", new { url = receiver.Url, types = new[] { "CANDIDATE_REGISTERED" } });
        await RegisterAsync(officer, "9001", "One");
        await FaultAsync(client, "REDIRECTED");
        receiver.Answer = (_, context) => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        clock.Now += TimeSpan.FromSeconds(10);
        await FaultAsync(client, "TIMED_OUT");
        await receiver.GoAwayAsync();
        await RegisterAsync(officer, "9002", "Two");
        clock.Now += TimeSpan.FromMinutes(20);
        await FaultAsync(client, "NOT_REACHED");
        receiver.Answer = (_, _) => Task.CompletedTask;
        await receiver.ComeBackAsync();
        await RegisterAsync(officer, "9003", "Three");
        clock.Now += TimeSpan.FromMinutes(20);
        await UntilAsync(client, one => one["deliveries"]!["nodes"]!.AsArray() is { Count: 3 } all && all.All(delivery => delivery!.Text("state") == "DELIVERED"));

        elsewhere.Received.Should().BeEmpty();
        receiver.Received.Select(one => JsonNode.Parse(one.Body)!.Text("data.onEvent.candidateNumber")).Distinct().Should().BeEquivalentTo("9001", "9002", "9003");
    }

    [Fact]
    public async Task Killed_again_and_again_the_service_delivers_everything_that_was_acknowledged()
    {
        using var folder = new ScratchFolder();
        var home = new ServiceHome(Path.Combine(AppContext.BaseDirectory, "Exams.Api.dll"), folder.Folder("service"))
        {
            Settings = new Dictionary<string, string> { ["DOTNET_ENVIRONMENT"] = "Development", ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        var officers = await home.LoadAsync(Board);
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, context) => Task.Delay(15, context.RequestAborted);
        var service = await ServiceProcess.StartAsync(home);
        using var nobody = new ApiClient(service.Address);
        var token = (await nobody.DoAsync(
            "mutation($input: SignInInput!) { signIn(input: $input) { session { token } errors { code } } }",
            new { username = "officer.us123", password = officers["officer.us123"] }, Ct)).Text("session.token");
        List<string> acknowledged = [];
        var count = 0;
        var officer = new ApiClient(service.Address, token);
        await DoAsync(officer, "createWebhook", new { url = receiver.Url, types = new[] { "CANDIDATE_REGISTERED" } });
        for (var kill = 0; kill < 4; kill++)
        {
            using var stop = new CancellationTokenSource();
            var (now, first) = (officer, 1 + (kill * 500));
            var writing = Task.Run(async () =>
            {
                for (var number = first; !stop.IsCancellationRequested; number++)
                {
                    try
                    {
                        var text = number.ToString("0000", CultureInfo.InvariantCulture);
                        await RegisterAsync(now, text, $"Candidate {text}");
                        acknowledged.Add(text);
                        Volatile.Write(ref count, acknowledged.Count);
                    }
                    catch (Exception gone) when (gone is HttpRequestException or RehearsalException or IOException or TaskCanceledException)
                    {
                        // Taken already by the board, or cut off: nothing was promised.
                    }
                }
            }, Ct);
            var enough = (kill + 1) * 15;
            for (var i = 0; i < 1_200 && Volatile.Read(ref count) < enough; i++)
            {
                await Task.Delay(50, Ct);
            }

            await service.KillAsync();
            await stop.CancelAsync();
            await writing;
            service.Dispose();
            officer.Dispose();
            service = await ServiceProcess.StartAsync(home);
            officer = new ApiClient(service.Address, token);
        }

        await UntilAsync(officer, one => one["deliveries"]!["totalCount"]!.GetValue<int>() >= acknowledged.Count, "DELIVERED", 600);
        acknowledged.Should().HaveCountGreaterThanOrEqualTo(60, "something must have happened");
        var heard = receiver.Received.Select(one => JsonNode.Parse(one.Body)!.Text("data.onEvent.candidateNumber")).ToList();
        heard.Distinct().Should().Contain(acknowledged).And.BeInAscendingOrder("nothing failed, so nothing changed places");
        receiver.Received.GroupBy(one => one.Header("Exams-Event")).Should().OnlyContain(one => one.Select(delivery => delivery.Header("Exams-Delivery")).Distinct().Count() == 1, "each event is one delivery");
        (heard.Count - heard.Distinct().Count()).Should().BeLessThanOrEqualTo(4, "at most what was on its way at a kill comes twice");
        officer.Dispose();
        service.Dispose();
    }

    public static bool IsOurs(string secret, string signature, byte[] body, DateTimeOffset now)
    {
        var parts = signature.Split(',');
        var time = parts[0]["t=".Length..];
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        return Math.Abs(now.ToUnixTimeSeconds() - long.Parse(time, CultureInfo.InvariantCulture)) < 300
            && parts.Skip(1).Any(part => CryptographicOperations.FixedTimeEquals(Convert.FromHexString(part["v1=".Length..]), expected));
    }

    private static Task<RunningService> StartAsync(TimeProvider? clock = null, string environment = "Development") =>
        RunningService.StartAsync(Board, clock, environment: environment);

    private static Task<JsonObject> DoAsync(ApiClient client, string field, object input) => client.DoAsync(Mutation(field), input, Ct);

    private static Task<string> RefusalAsync(ApiClient client, string field, object input) => client.RefusalAsync(Mutation(field), input, Ct);

    private static string Mutation(string field)
    {
        var type = field is "pauseWebhook" or "resumeWebhook" or "deleteWebhook" or "testWebhook" ? "WebhookInput" : $"{char.ToUpperInvariant(field[0])}{field[1..]}Input";
        var selection = field switch
        {
            "createWebhook" or "rotateWebhookSecret" => "webhook { id } signingSecret",
            "testWebhook" or "replayDelivery" => "delivery { id }",
            "deleteWebhook" => "deletedUrl",
            _ => "webhook { id }",
        };
        return $"mutation($input: {type}!) {{ {field}(input: $input) {{ {selection} errors {{ code message }} }} }}";
    }

    private static Task<JsonNode> FaultAsync(ApiClient client, string fault) => UntilAsync(
        client, one => one["deliveries"]!["nodes"]!.AsArray().SelectMany(delivery => delivery!["attempts"]!.AsArray()).Any(attempt => attempt!["fault"]?.GetValue<string>() == fault));

    private static async Task<JsonNode> UntilAsync(ApiClient client, Func<JsonNode, bool> isSo, string? state = null, int patience = 0)
    {
        JsonNode? log = null;
        for (var i = 0; i < 400 + patience; i++)
        {
            log = (await client.DataAsync(Log, new { state }, Ct))["webhooks"]!["nodes"]![0]!;
            if (isSo(log))
            {
                return log;
            }

            await Task.Delay(100, Ct);
        }

        throw new RehearsalException($"It never came about: {log!.ToJsonString()}");
    }

    private static Task<JsonObject> RegisterAsync(ApiClient client, string number, string name) => client.DoAsync(
        "mutation($input: RegisterCandidateInput!) { registerCandidate(input: $input) { errors { code } } }", new { centre = Us, series = June, number, name }, Ct);

    private static Task<JsonObject> EnterAsync(ApiClient client, string candidate, string syllabus) => client.DoAsync(
        "mutation($input: EnterCandidateInput!) { enterCandidate(input: $input) { errors { code } } }", new { centre = Us, series = June, candidate, syllabus, option = "A" }, Ct);

    private static async Task<ApiClient> ClientAsync(RunningService service, string centre, params string[] scopes)
    {
        var minted = BoardWorld.Done(await service.Services.GetRequiredService<CreateApiClient>().RunAsync(
            new(Named.Name("School system"), [.. scopes.Select(Named.Word<Permission>)], [Named.Centre(centre)]), World.People.Board, Ct));
        var signed = BoardWorld.Done(await service.Services.GetRequiredService<SignInClient>().RunAsync(
            new(minted.Client.ClientId, minted.Secret, null, "192.0.2.1"), Ct));
        return new ApiClient(service.Address, signed.Token.Reveal());
    }
}
