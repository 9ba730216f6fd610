using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Exams.Api.Idempotency;
using Exams.Domain.Receipts;
using Exams.Domain.Vocabulary;
using Exams.GraphQL.Types;
using Exams.Infrastructure.Persistence;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>A mutation with a key is done once, however often it is sent.</summary>
public sealed class IdempotencyTests
{
    private const string Register = """
        mutation($input: RegisterCandidateInput!, $key: String!) {
          registerCandidate(input: $input) @idempotent(key: $key) { candidate { id number name } errors { code message path } }
        }
        """;

    private const string Submit = """
        mutation($input: SubmitEntriesInput!, $key: String!) {
          submitEntries(input: $input) @idempotent(key: $key) {
            written made unchanged refused
            results { row action entry { id status } errors { code message path options } warnings { message date session syllabuses } }
            errors { code }
          }
        }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_request_again_is_answered_as_at_first_and_says_so()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 3));
        using var officer = await service.SignedInAsync("officer.us123");
        var input = Entries("A", "ZZ");

        var first = await officer.AskAsync(Submit, new { input, key = "night-1" }, Ct);
        var again = await officer.AskAsync(Submit, new { input, key = "night-1" }, Ct);

        first["data"]!["submitEntries"]!["made"]!.GetValue<int>().Should().Be(1, "{0}", first.ToJsonString());
        first["extensions"].Should().BeNull();
        again["extensions"]!.ToJsonString().Should().Be("""{"idempotentReplay":true}""");
        again["data"]!.ToJsonString().Should().Be(first["data"]!.ToJsonString(), "a second run would say that one is unchanged");
        again["data"]!.ToJsonString().Should().Contain("OPTION_NOT_FOUND").And.Contain("\"options\":[");
    }

    [Fact]
    public async Task Of_ten_at_once_one_is_done_and_all_are_answered_alike()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 3));
        using var officer = await service.SignedInAsync("officer.us123");
        var input = new { centre = DemoBoard.Centre, series = DemoBoard.Series, number = "0777", name = "Okafor: Ada", isPrivate = false };

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => officer.AskAsync(Register, new { input, key = "ada" }, Ct)));

        answers.Select(one => one["data"]!.ToJsonString()).Distinct().Should().ContainSingle().Which.Should().Contain("\"number\":\"0777\"");
        answers.Count(one => one["extensions"] is null).Should().Be(1, "one was done, the others waited for its answer");
        var without = Register.Replace("@idempotent(key: $key)", "", StringComparison.Ordinal).Replace(", $key: String!", "", StringComparison.Ordinal);
        (await officer.RefusalAsync(without, input, Ct)).Should().NotBeEmpty("without a key the second is refused, which shows that nothing else kept it from being done twice");
    }

    [Fact]
    public async Task Who_has_used_up_the_keys_of_a_day_is_told_when_to_come_again_and_goes_on_without_a_key()
    {
        var clock = new FrozenClock(BoardWorld.Start);
        await using var service = await RunningService.StartAsync(
            new DemoBoard(Candidates: 3), clock, replace: services => services.AddSingleton(new ReceiptLimits(Most: 2)));
        using var officer = await service.SignedInAsync("officer.us123");
        var input = new { centre = DemoBoard.Centre, series = DemoBoard.Series, number = "0777", name = "Okafor: Ada", isPrivate = false };
        await officer.DataAsync(Submit, new { input = Entries("A"), key = "1" }, Ct);
        await officer.DataAsync(Submit, new { input = Entries("A"), key = "2" }, Ct);

        var third = await officer.AskAsync(Register, new { input, key = "3" }, Ct);

        third["errors"]![0]!["extensions"]!.ToJsonString().Should().Be("""{"code":"IDEMPOTENCY_KEYS_EXHAUSTED","retryAfter":86400}""");
        (await officer.AskAsync(Submit, new { input = Entries("A"), key = "1" }, Ct))["extensions"]!.ToJsonString().Should().Be("""{"idempotentReplay":true}""");
        var without = Register.Replace("@idempotent(key: $key)", "", StringComparison.Ordinal).Replace(", $key: String!", "", StringComparison.Ordinal);
        (await officer.DoAsync(without, input, Ct))["candidate"]!["number"]!.GetValue<string>().Should().Be("0777", "the third did nothing");
    }

    [Fact]
    public async Task Another_input_under_the_key_is_refused_and_spelling_does_not_matter()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 3));
        using var officer = await service.SignedInAsync("officer.us123");
        await officer.DataAsync(Submit, new { input = Entries("A"), key = "k" }, Ct);

        var other = await officer.AskAsync(Submit, new { input = Entries("ZZ"), key = "k" }, Ct);
        other["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("IDEMPOTENCY_KEY_USED");
        other["data"].Should().BeNull("the field may not be null");
        var otherField = await officer.AskAsync(Register, new { input = new { centre = "US123", series = "2026-06", number = "0999", name = "A: B", isPrivate = false }, key = "k" }, Ct);
        otherField["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("IDEMPOTENCY_KEY_USED");

        var written = $$"""
            mutation { submitEntries(input: { dryRun: false, errorPolicy: REJECT_FAILED_ROWS, entries: [
              { syllabus: "0610", option: "A", candidate: { number: { number: "0001", series: "{{DemoBoard.Series}}", centre: "us 123" } } }] }) @idempotent(key: "k") { made errors { code } } }
            """;
        var same = await officer.AskAsync(written, ct: Ct);
        same["extensions"]!["idempotentReplay"]!.GetValue<bool>().Should().BeTrue("{0}", same.ToJsonString());
        same["data"]!["submitEntries"]!["made"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task A_field_that_is_selected_twice_is_done_once_and_keeps_nobody_waiting()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 3));
        using var officer = await service.SignedInAsync("officer.us123");
        const string one = "upsertCandidates(input: { candidates: [{ centre: \"US123\", series: \"2026-06\", externalReference: \"x\", name: \"A: B\" }] }) @idempotent(key: \"KEY\")";
        string Twice(string other) => $"mutation {{ {one} {{ registered }} {one.Replace("KEY", other, StringComparison.Ordinal)} {{ errors {{ code }} }} }}";

        var same = await officer.AskAsync(Twice("KEY"), ct: Ct);
        var different = await officer.AskAsync(Twice("OTHER"), ct: Ct);

        same["data"]!.ToJsonString().Should().Be("""{"upsertCandidates":{"registered":1,"errors":[]}}""");
        different["errors"]![0]!["message"]!.GetValue<string>().Should().Be("Selections of one field have \"@idempotent\" with different arguments.");
    }

    [Theory]
    [InlineData("""{ viewer @idempotent(key: "k") { kind } }""", "IDEMPOTENCY_NOT_OFFERED")]
    [InlineData("""mutation { signOut @idempotent(key: "k") { signedOutAt } }""", "IDEMPOTENCY_NOT_OFFERED")]
    [InlineData("""mutation { withdrawEntries(input: { entries: [] }) @idempotent(key: "") { written } }""", "IDEMPOTENCY_KEY_MALFORMED")]
    [InlineData("""mutation { withdrawEntries(input: { entries: [] }) @idempotent(key: "a b") { written } }""", "IDEMPOTENCY_KEY_MALFORMED")]
    [InlineData("""mutation { withdrawEntries(input: { entries: [] }) { errors { code @idempotent(key: "k") } } }""", "IDEMPOTENCY_NOT_OFFERED")]
    public async Task Where_it_would_do_nothing_it_is_refused(string document, string code)
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 1));
        using var officer = await service.SignedInAsync("officer.us123");

        (await officer.AskAsync(document, ct: Ct))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be(code);
    }

    [Fact]
    public async Task A_refusal_is_an_answer_too_and_keys_are_each_callers_own()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 3));
        await People.AddAsync(service, "colleague", "OFFICER", DemoBoard.Centre);
        using var officer = await service.SignedInAsync("officer.us123");
        using var colleague = await service.SignedInAsync("colleague");
        var input = new { centre = DemoBoard.Centre, series = DemoBoard.Series, number = "0001", name = "Okafor: Ada", isPrivate = false };

        var first = await officer.AskAsync(Register, new { input, key = "k" }, Ct);
        first["data"]!["registerCandidate"]!["errors"]!.AsArray().Should().NotBeEmpty();
        (await officer.AskAsync(Register, new { input, key = "k" }, Ct))["data"]!.ToJsonString().Should().Be(first["data"]!.ToJsonString());
        (await colleague.AskAsync(Register, new { input, key = "k" }, Ct))["extensions"].Should().BeNull("it is somebody else's key");
    }

    [Fact]
    public async Task What_the_caller_may_no_longer_read_is_not_in_the_answer_that_comes_again()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 3));
        await People.AddAsync(service, "a.head", "HEAD", DemoBoard.Centre);
        using var head = await service.SignedInAsync("a.head");
        var made = await head.DoAsync(
            "mutation($input: CreateApiClientInput!) { createApiClient(input: $input) { apiClient { clientId } clientSecret errors { code } } }",
            new { name = "Vendor", scopes = new[] { "entries:read", "entries:write" }, centres = new[] { DemoBoard.Centre } },
            Ct);
        using var client = new ApiClient(service.Address, await TokenAsync("entries:read entries:write"));
        var first = await client.DataAsync(Submit, new { input = Entries("A"), key = "k" }, Ct);
        first["submitEntries"]!["results"]![0]!["entry"].Should().NotBeNull();

        using var less = new ApiClient(service.Address, await TokenAsync("entries:write"));
        var again = await less.AskAsync(Submit, new { input = Entries("A"), key = "k" }, Ct);

        async Task<string> TokenAsync(string scope)
        {
            using var http = new HttpClient();
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["scope"] = scope,
                ["client_id"] = made["apiClient"]!["clientId"]!.GetValue<string>(),
                ["client_secret"] = made["clientSecret"]!.GetValue<string>(),
            });
            using var response = await http.PostAsync(new Uri(service.Address, "oauth/token"), form, Ct);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["access_token"]!.GetValue<string>();
        }

        again["extensions"]!["idempotentReplay"]!.GetValue<bool>().Should().BeTrue();
        again["data"]!["submitEntries"]!["results"]![0]!["entry"].Should().BeNull();
    }

    [Fact]
    public void Every_payload_can_be_kept_and_read_back()
    {
        var payloads = typeof(Settings).Assembly.GetTypes().Where(type => type.IsDefined(typeof(MutationTypeAttribute)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(Exams.GraphQL.Authorization.AuthorizeAttribute)))
            .Select(method => method.ReturnType.GetGenericArguments().SingleOrDefault() ?? method.ReturnType).Distinct().ToList();
        payloads.Should().HaveCountGreaterThan(10);

        var lost = payloads.SelectMany(Lost).Distinct();

        lost.Should().BeEmpty();
    }

    [Fact]
    public async Task A_secret_that_was_minted_under_a_key_is_kept_sealed()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 1));
        await People.AddAsync(service, "a.head", "HEAD", DemoBoard.Centre);
        using var head = await service.SignedInAsync("a.head");
        const string create = """
            mutation { createApiClient(input: { name: "Vendor", scopes: ["entries:read"], centres: ["US123"] }) @idempotent(key: "once") { apiClient { clientId } clientSecret errors { code } } }
            """;

        var first = await head.DataAsync(create, ct: Ct);
        var again = await head.DataAsync(create, ct: Ct);

        again.ToJsonString().Should().Be(first.ToJsonString(), "whoever lost the answer would have to make another client");
        var secret = first["createApiClient"]!["clientSecret"]!.GetValue<string>();
        await using var db = service.Services.GetRequiredService<ExamsDbSource>().Open(new Caller.System("test"));
        (await db.ApiClients.CountAsync(Ct)).Should().Be(1);
        foreach (var file in Directory.EnumerateFiles(service.DataFolder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await text.ReadToEndAsync(Ct)).Should().NotContain(secret);
        }
    }

    // Members of a payload, and of what it holds, that would not come back.
    private static IEnumerable<string> Lost(Type payload)
    {
        var options = KeptAnswer.Reading(new NamedRows());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        var open = new Queue<Type>([payload]);
        var seen = new HashSet<Type>();
        while (open.TryDequeue(out var type))
        {
            var form = options.GetTypeInfo(type);
            if (!seen.Add(type) || form.Kind is JsonTypeInfoKind.None)
            {
                continue;
            }

            if (form.ElementType is { } item)
            {
                open.Enqueue(item);
                continue;
            }

            foreach (var member in form.Properties)
            {
                open.Enqueue(member.PropertyType);

                // What has no place to be kept in follows from the other members.
                if (member is { Set: null, AssociatedParameter: null }
                    && type.GetField($"<{member.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null)
                {
                    yield return $"{type.Name}.{member.Name}";
                }
            }

            if (type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length > 1
                && form.CreateObject is null && !form.Properties.Any(member => member.AssociatedParameter is not null))
            {
                yield return $"{type.Name} cannot be made again";
            }
        }
    }

    private static object Entries(params string[] options) => new
    {
        errorPolicy = "REJECT_FAILED_ROWS",
        entries = options.Select((option, place) => new
        {
            candidate = new { number = new { centre = DemoBoard.Centre, series = DemoBoard.Series, number = $"000{place + 1}" } },
            syllabus = "0610",
            option,
        }),
    };
}
