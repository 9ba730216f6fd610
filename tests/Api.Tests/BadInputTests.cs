using System.Text.Json.Nodes;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>What is wrong is refused in clear words, changes nothing and gives nothing away.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const string Everything = """
        { news: newsCursor
          centres(first: 100) { nodes { number name version } }
          candidates(series: "2026-06", first: 200) { nodes { number name centre { number } entries { syllabus { code } option status } grant { state } } }
          releaseDates(series: "2026-06", first: 100) { nodes { audience at version } }
          us: resultsAccess(centre: "US123", series: "2026-06") { ...access }
          gb: resultsAccess(centre: "GB045", series: "2026-06") { ...access } }
        fragment access on CandidateResultsAccess { status version delayMinutes activeCount contact { name telephone email } documents { totalCount nodes { state stale } } }
        """;

    private RunningService _service = null!;
    private ApiClient _board = null!;
    private ApiClient _officer = null!;

    /// <summary>Each wrong input to setting results access, as a change to a right one, and the code with which it is refused.</summary>
    public static TheoryData<string, string, string> WrongSettings => new()
    {
        { "centre", "\"ZZ999\"", "CENTRE_NOT_FOUND" },
        { "centre", "\"GB045\"", "CENTRE_NOT_FOUND" },
        { "series", "\"2024-11\"", "SERIES_NOT_FOUND" },
        { "queriesAccepted", "false", "QUERIES_NOT_ACCEPTED" },
        { "queriesAccepted", "null", "QUERIES_NOT_ACCEPTED" },
        { "contact", "null", "QUERY_CONTACT_INCOMPLETE" },
        { "contact", "{ \"name\": \"Exams Office\" }", "QUERY_CONTACT_INCOMPLETE" },
        { "contact", "{ \"name\": \"Exams Office\", \"telephone\": \"\", \"email\": \" \" }", "QUERY_CONTACT_INCOMPLETE" },
        { "contact", "{ \"name\": \" \", \"email\": \"a@example.org\" }", "QUERY_CONTACT_INCOMPLETE" },
        { "contact", "{ \"name\": \"Exams Office\", \"email\": \"not an address\" }", "QUERY_CONTACT_MALFORMED" },
        { "contact", "{ \"name\": \"Exams Office\", \"telephone\": \"call me\" }", "QUERY_CONTACT_MALFORMED" },
        { "contact", "{ \"name\": \"Exams\\u0000Office\", \"email\": \"a@example.org\" }", "QUERY_CONTACT_MALFORMED" },
        { "delayMinutes", "-1", "DELAY_OUT_OF_RANGE" },
        { "delayMinutes", "20161", "DELAY_OUT_OF_RANGE" },
        { "expectedVersion", "1", "VERSION_STALE" },
        { "expectedVersion", "-1", "VERSION_STALE" },
        { "status", "\"SELECTED\"", "NOBODY_SELECTED" },
        { "candidates", "[\"0001\"]", "CANDIDATES_NOT_WANTED" },
    };

    /// <summary>Words that are none, where a word of the field is asked for.</summary>
    public static TheoryData<string, string> Malformed => new()
    {
        { "centre", "\"us12\"" },
        { "centre", "\"US1234\"" },
        { "centre", "123" },
        { "centre", "null" },
        { "series", "\"2026-13\"" },
        { "series", "\"June 2026\"" },
        { "series", "202606" },
        { "status", "\"EVERYBODY\"" },
        { "status", "1" },
        { "candidates", "[\"1\"]" },
        { "candidates", "[\"0000\"]" },
        { "candidates", "[\"00001\"]" },
        { "candidates", "[null]" },
        { "expectedVersion", "1.5" },
        { "expectedVersion", "\"0\"" },
        { "expectedVersion", "99999999999" },
        { "delayMinutes", "0.5" },
        { "queriesAccepted", "\"yes\"" },
        { "contact", "\"Exams Office\"" },
        { "contact", "{ \"email\": \"a@example.org\" }" },
        { "surprise", "1" },
    };

    /// <summary>Other verbs with wrong input by the officer of US123: field, type of the input, input, code.</summary>
    public static TheoryData<string, string, string> WrongDeeds => new()
    {
        { "registerCandidate", """{ "centre": "GB045", "series": "2026-06", "number": "0100", "name": "A" }""", "CENTRE_NOT_FOUND" },
        { "registerCandidate", """{ "centre": "ZZ999", "series": "2026-06", "number": "0100", "name": "A" }""", "CENTRE_NOT_FOUND" },
        { "registerCandidate", """{ "centre": "US123", "series": "2024-11", "number": "0100", "name": "A" }""", "SERIES_NOT_FOUND" },
        { "registerCandidate", """{ "centre": "US123", "series": "2026-06", "number": "0001", "name": "A" }""", "CANDIDATE_NUMBER_TAKEN" },
        { "registerCandidate", """{ "centre": "US123", "series": "2026-06", "number": "0100", "name": "A", "dateOfBirth": "2035-01-01" }""", "DATE_OF_BIRTH_UNLIKELY" },
        { "enterCandidate", """{ "centre": "GB045", "series": "2026-06", "candidate": "0001", "syllabus": "0580", "option": "A" }""", "CENTRE_NOT_FOUND" },
        { "enterCandidate", """{ "centre": "US123", "series": "2026-06", "candidate": "4711", "syllabus": "0580", "option": "A" }""", "CANDIDATE_NOT_FOUND" },
        { "enterCandidate", """{ "centre": "US123", "series": "2026-06", "candidate": "0001", "syllabus": "9999", "option": "A" }""", "SYLLABUS_NOT_FOUND" },
        { "enterCandidate", """{ "centre": "US123", "series": "2026-06", "candidate": "0001", "syllabus": "0580", "option": "Z" }""", "OPTION_NOT_FOUND" },
        { "withdrawEntry", """{ "centre": "GB045", "series": "2026-06", "candidate": "0001", "syllabus": "0580" }""", "CENTRE_NOT_FOUND" },
        { "withdrawEntry", """{ "centre": "US123", "series": "2026-06", "candidate": "4711", "syllabus": "0580" }""", "CANDIDATE_NOT_FOUND" },
        { "selectCandidate", """{ "centre": "US123", "series": "2026-06", "candidate": "0001", "expectedVersion": 0 }""", "ACCESS_NOT_SELECTED" },
        { "deselectCandidate", """{ "centre": "GB045", "series": "2026-06", "candidate": "0001", "expectedVersion": 0 }""", "CENTRE_NOT_FOUND" },
        { "changeQueryContact", """{ "centre": "US123", "series": "2026-06", "contact": { "name": "A", "email": "a@example.org" }, "expectedVersion": 0 }""", "ACCESS_NOT_GIVEN" },
        { "changeResultsDelay", """{ "centre": "US123", "series": "2026-06", "delayMinutes": 5, "expectedVersion": 0 }""", "ACCESS_NOT_GIVEN" },
        { "reprintDocuments", """{ "centre": "US123", "series": "2026-06" }""", "ACCESS_NOT_GIVEN" },
        { "reprintDocuments", """{ "centre": "GB045", "series": "2026-06" }""", "CENTRE_NOT_FOUND" },
        { "reissuePassword", """{ "centre": "US123", "series": "2026-06", "candidate": "0001" }""", "CANDIDATE_WITHOUT_ACCESS" },
        { "reissuePassword", """{ "centre": "US123", "series": "2026-06", "candidate": "4711" }""", "CANDIDATE_NOT_FOUND" },
        { "reissuePassword", """{ "centre": "GB045", "series": "2026-06", "candidate": "0001" }""", "CENTRE_NOT_FOUND" },
        { "liftThrottle", """{ "centre": "GB045", "series": "2026-06", "candidate": "0001" }""", "CENTRE_NOT_FOUND" },
        { "createDownloadLink", """{ "document": "0123456789abcdef0123456789abcdef" }""", "DOCUMENT_NOT_FOUND" },
        { "createDownloadLink", """{ "document": "../keys" }""", "DOCUMENT_NOT_FOUND" },
        { "setReleaseDate", """{ "series": "2026-06", "qualification": "IGCSE", "audience": "CENTRE", "now": true }""", "AUTH_NOT_AUTHORIZED" },
        { "createCentre", """{ "number": "FR001", "name": "A", "country": "F", "zone": 3, "timeZone": "Europe/Paris", "qualifications": [] }""", "AUTH_NOT_AUTHORIZED" },
        { "changeCentre", """{ "number": "US123", "name": "A", "country": "F", "zone": 3, "timeZone": "Europe/Paris", "qualifications": [], "expectedVersion": 1 }""", "AUTH_NOT_AUTHORIZED" },
    };

    /// <summary>Wrong input by the board.</summary>
    public static TheoryData<string, string, string> WrongDecrees => new()
    {
        { "setReleaseDate", """{ "series": "2026-06", "qualification": "NONE", "audience": "CENTRE", "now": true }""", "QUALIFICATION_NOT_FOUND" },
        { "setReleaseDate", """{ "series": "2026-06", "qualification": "IGCSE", "audience": "CENTRE", "at": "2020-01-01T00:00:00Z" }""", "RELEASE_IN_PAST" },
        { "setReleaseDate", """{ "series": "2026-06", "qualification": "IGCSE", "audience": "CENTRE", "at": "2099-01-01T00:00:00Z", "now": true }""", "RELEASE_MOMENT_UNCLEAR" },
        { "setReleaseDate", """{ "series": "2026-06", "qualification": "IGCSE", "audience": "CENTRE" }""", "RELEASE_MOMENT_UNCLEAR" },
        { "setReleaseDate", """{ "series": "2026-06", "qualification": "IGCSE", "audience": "CANDIDATE", "now": true }""", "CANDIDATES_BEFORE_CENTRE" },
        { "createCentre", """{ "number": "US123", "name": "A", "country": "F", "zone": 3, "timeZone": "Europe/Paris", "qualifications": ["IGCSE"] }""", "CENTRE_NUMBER_TAKEN" },
        { "createCentre", """{ "number": "FR001", "name": "A", "country": "F", "zone": 7, "timeZone": "Europe/Paris", "qualifications": ["IGCSE"] }""", "ZONE_NOT_FOUND" },
        { "createCentre", """{ "number": "FR001", "name": "A", "country": "F", "zone": 3, "timeZone": "Europe/Paris", "qualifications": ["NONE"] }""", "QUALIFICATION_NOT_FOUND" },
        { "changeCentre", """{ "number": "ZZ999", "name": "A", "country": "F", "zone": 3, "timeZone": "Europe/Paris", "qualifications": ["IGCSE"], "expectedVersion": 1 }""", "CENTRE_NOT_FOUND" },
        { "changeCentre", """{ "number": "US123", "name": "A", "country": "F", "zone": 3, "timeZone": "Europe/Paris", "qualifications": ["IGCSE"], "expectedVersion": 9 }""", "VERSION_STALE" },
        { "setResultsAccess", """{ "centre": "AE001", "series": "2026-06", "status": "ALL", "expectedVersion": 0, "queriesAccepted": true, "contact": { "name": "A", "email": "a@example.org" } }""", "NOBODY_ENTITLED" },
        { "createDownloadLink", """{ "document": "0123456789abcdef0123456789abcdef" }""", "AUTH_NOT_AUTHORIZED" },
    };

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(new DemoBoard(Candidates: 8));
        await People.AddAsync(_service, "board", "BOARD");
        _board = await _service.SignedInAsync("board");
        _officer = await _service.SignedInAsync("officer.us123");
    }

    public async ValueTask DisposeAsync()
    {
        _board.Dispose();
        _officer.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public Task Whatever_is_wrong_in_a_setting_is_refused_with_its_code_and_changes_nothing() => NothingChangesAsync(async () =>
    {
        foreach (var row in WrongSettings)
        {
            var (member, value, code) = row.Data;
            (await CodeAsync(_officer, "setResultsAccess", Setting(member, value))).Should().Be(code, "{0} was {1}", member, value);
        }

        var unknown = Setting("status", "\"SELECTED\"");
        unknown["candidates"] = new JsonArray("0001", "4711");
        (await CodeAsync(_officer, "setResultsAccess", unknown)).Should().Be("CANDIDATE_NOT_FOUND");
    });

    [Fact]
    public Task A_malformed_word_is_an_error_that_names_its_place_and_nothing_is_run() => NothingChangesAsync(async () =>
    {
        foreach (var row in Malformed)
        {
            var (member, value) = row.Data;
            var answer = await _officer.AskAsync(Mutation("setResultsAccess"), new { input = Setting(member, value) }, TestContext.Current.CancellationToken);
            answer.ContainsKey("data").Should().BeFalse("{0}: {1} cannot be run", member, value);
            answer["errors"]!.AsArray().Should().ContainSingle("{0} is {1}", member, value);
            ((string?)answer["errors"]![0]!["message"]).Should().Contain(member);
        }
    });

    [Fact]
    public Task Whatever_an_officer_may_not_do_is_refused_with_its_code_and_changes_nothing() => RefusedAsync(_officer, WrongDeeds);

    [Fact]
    public Task Whatever_the_board_may_not_do_is_refused_with_its_code_and_changes_nothing() => RefusedAsync(_board, WrongDecrees);

    [Fact]
    public async Task Hidden_and_missing_look_alike()
    {
        foreach (var (hidden, missing) in new[]
        {
            ("{ centre(number: \"GB045\") { name } }", "{ centre(number: \"ZZ999\") { name } }"),
            ("{ candidate(centre: \"GB045\", series: \"2026-06\", number: \"0001\") { name } }", "{ candidate(centre: \"ZZ999\", series: \"2026-06\", number: \"0001\") { name } }"),
            ("{ resultsAccess(centre: \"GB045\", series: \"2026-06\") { status } }", "{ resultsAccess(centre: \"ZZ999\", series: \"2026-06\") { status } }"),
            ("{ candidates(series: \"2026-06\", centre: \"GB045\") { totalCount } }", "{ candidates(series: \"2026-06\", centre: \"ZZ999\") { totalCount } }"),
        })
        {
            (await _officer.DataAsync(hidden, ct: TestContext.Current.CancellationToken)).ToJsonString()
                .Should().Be((await _officer.DataAsync(missing, ct: TestContext.Current.CancellationToken)).ToJsonString());
        }

        async Task<string> RefusedAsync(string centre) => (await _officer.AskAsync(
            Mutation("setResultsAccess"), new { input = Setting("centre", $"\"{centre}\"") }, TestContext.Current.CancellationToken)).ToJsonString().Replace(centre, "…", StringComparison.Ordinal);
        (await RefusedAsync("GB045")).Should().Be(await RefusedAsync("ZZ999"));
    }

    [Fact]
    public async Task A_series_that_the_board_does_not_have_has_no_access_to_show() =>
        (await _officer.DataAsync("""{ resultsAccess(centre: "US123", series: "2024-11") { status } }""", ct: TestContext.Current.CancellationToken))
            .ToJsonString().Should().Be("""{"resultsAccess":null}""");

    private Task RefusedAsync(ApiClient who, TheoryData<string, string, string> deeds) => NothingChangesAsync(async () =>
    {
        foreach (var row in deeds)
        {
            var (verb, input, code) = row.Data;
            (await CodeAsync(who, verb, JsonNode.Parse(input)!.AsObject())).Should().Be(code, "{0} got {1}", verb, input);
        }
    });

    private async Task NothingChangesAsync(Func<Task> attempts)
    {
        var before = await _board.DataAsync(Everything, ct: TestContext.Current.CancellationToken);
        await attempts();
        (await _board.DataAsync(Everything, ct: TestContext.Current.CancellationToken)).ToJsonString().Should().Be(before.ToJsonString());
    }

    private static async Task<string> CodeAsync(ApiClient who, string verb, JsonObject input)
    {
        var answer = await who.AskAsync(Mutation(verb), new { input }, TestContext.Current.CancellationToken);
        if (answer["errors"] is { } errors)
        {
            return (string?)errors[0]!["extensions"]?["code"] ?? errors.ToJsonString();
        }

        var refusals = answer["data"]![verb]!["errors"]!.AsArray();
        return string.Join(',', refusals.Select(refusal => (string?)refusal!["code"]));
    }

    private static string Mutation(string verb)
    {
        var input = verb switch
        {
            "deselectCandidate" => "SelectCandidateInput",
            "reissuePassword" or "liftThrottle" => "OneCandidateInput",
            _ => $"{char.ToUpperInvariant(verb[0])}{verb[1..]}Input",
        };
        return $"mutation($input: {input}!) {{ {verb}(input: $input) {{ errors {{ code message path }} }} }}";
    }

    private static JsonObject Setting(string member, string value)
    {
        var setting = JsonNode.Parse("""
            { "centre": "US123", "series": "2026-06", "status": "ALL", "expectedVersion": 0, "queriesAccepted": true,
              "contact": { "name": "Exams Office", "email": "office@example.org" } }
            """)!.AsObject();
        setting[member] = JsonNode.Parse(value);
        return setting;
    }
}
