using System.Text.Json.Nodes;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>What rows of one request mean, as a vendor's program finds it.</summary>
public sealed class BulkRowTests
{
    private const string Upsert = """
        mutation($input: UpsertCandidatesInput!) {
          upsertCandidates(input: $input) { results { action candidate { dateOfBirth gender uci email isPrivate } errors { code } } errors { code } }
        }
        """;

    private static readonly object Where = new { centre = DemoBoard.Centre, series = DemoBoard.Series, number = "0001" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_rows_about_one_entry_are_one_too_many_and_nobody_pays_twice()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2));
        using var officer = await service.SignedInAsync("officer.us123");
        var rows = Enumerable.Range(0, 50).Select(one => new { candidate = new { number = Where }, syllabus = "0610", option = one % 2 == 0 ? "A" : "B" });

        var data = await officer.DataAsync(
            "mutation($input: SubmitEntriesInput!) { submitEntries(input: $input) { made refused results { entry { option fees { kind } } errors { code path } } errors { code } } }",
            new { input = new { entries = rows, errorPolicy = "REJECT_FAILED_ROWS" } },
            Ct);

        var payload = data["submitEntries"]!;
        (payload.Number("made"), payload.Number("refused")).Should().Be((1, 49));
        var results = payload["results"]!.AsArray();
        results[0]!.At("entry.option").GetValue<string>().Should().Be("A");
        results[0]!.At("entry.fees").AsArray().Select(line => line!.Text("kind")).Should().OnlyHaveUniqueItems();
        results[1]!.At("errors")[0]!.ToJsonString().Should().Be("""{"code":"ENTRY_TWICE","path":["input","entries","1","syllabus"]}""");
    }

    [Fact]
    public async Task What_a_row_leaves_out_stays_and_null_takes_it_away()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2));
        using var officer = await service.SignedInAsync("officer.us123");
        async Task<string> RowAsync(object details)
        {
            var row = System.Text.Json.JsonSerializer.SerializeToNode(details)!.AsObject();
            foreach (var (name, value) in new Dictionary<string, JsonNode> { ["centre"] = DemoBoard.Centre, ["series"] = DemoBoard.Series, ["externalReference"] = "mis-7", ["name"] = "Okafor: Ada" })
            {
                row[name] = value;
            }

            var data = await officer.DataAsync(Upsert, new { input = new { candidates = new[] { row } } }, Ct);
            var result = data.At("upsertCandidates.results")[0]!;
            return $"{result.Text("action")} {result["candidate"]!.ToJsonString()}";
        }

        var whole = """{"dateOfBirth":"2009-03-14","gender":"FEMALE","uci":"681990012058G","email":"ada@example.org","isPrivate":true}""";
        (await RowAsync(new { dateOfBirth = "2009-03-14", gender = "FEMALE", uci = "681990012058G", email = "ada@example.org", isPrivate = true })).Should().Be($"REGISTERED {whole}");

        (await RowAsync(new { })).Should().Be($"UNCHANGED {whole}");
        (await RowAsync(new { email = (string?)null })).Should().Be($"CHANGED {whole.Replace("\"ada@example.org\"", "null", StringComparison.Ordinal)}");
    }
}
