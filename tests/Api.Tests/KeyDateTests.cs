using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>What the board publishes about entries, and when a candidate's exams are, as a client reads them.</summary>
public sealed class KeyDateTests : IAsyncLifetime
{
    private readonly FrozenClock _clock = new(Named.At("2026-08-20T12:00:00Z"));
    private RunningService _service = null!;
    private ApiClient _officer = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(new DemoBoard(Candidates: 60), _clock);
        _officer = await _service.SignedInAsync("officer.us123");
    }

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task Deadlines_can_be_searched_and_those_of_a_zone_are_its_own_and_those_for_all()
    {
        var data = await _officer.DataAsync(
            """{ deadlines(series: "2027-11", zone: 4, where: { kind: { eq: ENTRY }, tier: { eq: ON_TIME } }) { totalCount nodes { kind tier at zone countries hasPassed } } none: deadlines(series: "2027-11", zone: 9) { totalCount } }""", ct: Ct);

        data["deadlines"]!.ToJsonString().Should().Be(
            """{"totalCount":2,"nodes":[{"kind":"ENTRY","tier":"ON_TIME","at":"2027-08-09T23:59:00.000Z","zone":null,"countries":["United Arab Emirates"],"hasPassed":false},{"kind":"ENTRY","tier":"ON_TIME","at":"2027-08-16T23:59:00.000Z","zone":null,"countries":[],"hasPassed":false}]}""");
        data["none"]!["totalCount"]!.GetValue<int>().Should().Be(0);
    }

    [Fact]
    public async Task A_centre_reads_which_deadlines_bind_it_and_how_late_an_entry_made_now_would_be()
    {
        using var board = await BoardAsync();
        const string Ask = """{ us: centre(number: "US123") { ...c } ae: centre(number: "AE001") { ...c } } fragment c on Centre { deadlines(series: "2027-11") { at } w: entryWindow(series: "2026-06") { isOpen tier nextTier } r: entryWindow(series: "2026-06", retake: true) { tier } n: entryWindow(series: "2027-11", retake: true) { tier tierEndsAt nextTier closesAt } }""";

        var data = await board.DataAsync(Ask, ct: Ct);

        data["us"]!["w"]!.ToJsonString().Should().Be("""{"isOpen":true,"tier":"VERY_LATE","nextTier":null}""");
        data["us"]!["r"].Should().BeNull("June knows no retakes");
        data["us"]!["n"]!.ToJsonString().Should().Be("""{"tier":"ON_TIME","tierEndsAt":"2027-09-21T23:59:00.000Z","nextTier":"VERY_LATE","closesAt":"2027-09-28T23:59:00.000Z"}""");
        data["us"]!["deadlines"]!.AsArray().Select(one => one!["at"]!.GetValue<string>()[..10]).Should().Equal("2027-08-16", "2027-09-07", "2027-09-21", "2027-09-28");
        data["ae"]!["deadlines"]!.AsArray().Select(one => one!["at"]!.GetValue<string>()[..10]).Should().Equal("2027-08-09", "2027-08-31", "2027-09-21", "2027-09-21");
    }

    [Fact]
    public async Task Fees_and_what_syllabuses_and_options_say_about_entries_can_be_read()
    {
        var data = await _officer.DataAsync(
            """
            { fees(series: "2026-06", where: { tier: { eq: ON_TIME }, syllabus: { eq: "0998" } }) { nodes { price { amount currency } syllabus qualification } }
              syllabuses(first: 50) { nodes { code level disallowedWith isOpenToPrivate } }
              entryOptions(series: "2026-06", zone: 1, where: { syllabus: { in: ["0998", "9709"] } }, first: 50) { nodes { syllabus { code } code components carryForward } } }
            """, ct: Ct);

        data["fees"]!["nodes"]!.ToJsonString().Should().Be("""[{"price":{"amount":105.25,"currency":"GBP"},"syllabus":"0998","qualification":null}]""");
        Syllabus("0500").Should().Be("""{"code":"0500","level":"IGCSE","disallowedWith":["0510"],"isOpenToPrivate":true}""", "whichever of the two names the other");
        Syllabus("0510").Should().Be("""{"code":"0510","level":"IGCSE","disallowedWith":["0500"],"isOpenToPrivate":true}""");
        Syllabus("9766").Should().Be("""{"code":"9766","level":"PREU","disallowedWith":[],"isOpenToPrivate":false}""");
        data["entryOptions"]!["nodes"]!.AsArray().Select(one => $"{one!["syllabus"]!["code"]}{one["code"]} {string.Join('+', one["components"]!.AsArray())} {one["carryForward"]}").Should().Equal(
            "0998A 11+31+04 NONE", "0998B 11+31+51 NONE", "0998C 11+21+04 NONE", "0998D 11+21+51 NONE", "9709A 11+21 NONE", "9709B 11+31 NONE", "9709S 31 STAGED");

        string Syllabus(string code) => data["syllabuses"]!["nodes"]!.AsArray().Single(one => one!["code"]!.GetValue<string>() == code)!.ToJsonString();
    }

    [Fact]
    public async Task A_timetable_is_paged_whole_and_in_order()
    {
        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await _officer.DataAsync(
                """query($after: String) { timetable(series: "2026-06", zone: 1, first: 7, after: $after) { totalCount nodes { date syllabus { code } component zone minutes } pageInfo { hasNextPage endCursor } } }""", new { after }, Ct))["timetable"]!;
            seen.AddRange(page["nodes"]!.AsArray().Select(one => $"{one!["date"]} {one["syllabus"]!["code"]} {one["component"]} {one["zone"]}"));
            if (!page["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
            {
                seen.Should().HaveCount(page["totalCount"]!.GetValue<int>()).And.OnlyHaveUniqueItems();
                break;
            }

            after = page["pageInfo"]!["endCursor"]!.GetValue<string>();
        }

        seen.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyContain(one => one.EndsWith(" 1", StringComparison.Ordinal));
        var filtered = await _officer.DataAsync(
            """{ timetable(series: "2026-06", where: { syllabus: { eq: "0580" }, session: { eq: PM } }, order: [{ component: DESC }]) { nodes { component session } } }""", ct: Ct);
        filtered["timetable"]!["nodes"]!.ToJsonString().Should().Be(
            """[{"component":"34","session":"PM"},{"component":"33","session":"PM"},{"component":"31","session":"PM"}]""");
    }

    [Fact]
    public async Task A_candidates_timetable_has_the_exams_of_entries_that_stand_and_says_what_clashes()
    {
        const string Ask = """{ candidate(centre: "US123", series: "2026-06", number: "0020") { entries { syllabus { code } option status } timetable { slots { date session minutes component syllabus { code } } clashes { date session minutes syllabuses message } } } }""";
        var before = (await _officer.DataAsync(Ask, ct: Ct))["candidate"]!;

        before["timetable"]!["slots"]!.AsArray().Should().HaveCount(before["entries"]!.AsArray().Count * 2, "option A has two papers");
        before["timetable"]!["slots"]!.AsArray().Select(one => one!["date"]!.GetValue<string>()).Should().BeInAscendingOrder();
        var clash = before["timetable"]!["clashes"]!.AsArray().Should().ContainSingle().Which!;
        clash["syllabuses"]!.AsArray().Select(one => one!.GetValue<string>()).Should().BeEquivalentTo("9702", "9709");
        clash["session"]!.GetValue<string>().Should().Be("AM");

        await _officer.DoAsync("mutation($input: WithdrawEntryInput!) { withdrawEntry(input: $input) { errors { code } } }", new { centre = "US123", series = "2026-06", candidate = "0020", syllabus = "9702" }, Ct);
        (await _officer.DataAsync(Ask, ct: Ct))["candidate"]!["timetable"]!["clashes"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Timetables_below_a_list_take_as_many_statements_for_one_candidate_as_for_fifty()
    {
        const string Ask = """query($first: Int!) { candidates(series: "2026-06", first: $first) { nodes { number timetable { slots { date syllabus { title } } clashes { message } } } } }""";
        await _officer.DataAsync(Ask, new { first = 1 }, Ct);

        var one = await CountAsync(1);

        (await CountAsync(50)).Should().Be(one).And.BeLessThan(8);

        // The service's own work reads now and then, too: the least of several counts is the request's.
        async Task<int> CountAsync(int first)
        {
            var least = int.MaxValue;
            for (var i = 0; i < 5; i++)
            {
                using var statements = new Statements(_service.DataFolder);
                var nodes = (await _officer.DataAsync(Ask, new { first }, Ct))["candidates"]!["nodes"]!.AsArray();
                nodes.Should().HaveCount(first).And.OnlyContain(node => node!["timetable"]!["slots"]!.AsArray().Count > 0);
                least = Math.Min(least, statements.Count);
            }

            return least;
        }
    }

    private async Task<ApiClient> BoardAsync()
    {
        await People.AddAsync(_service, "the.board", "BOARD");
        return await _service.SignedInAsync("the.board");
    }
}
