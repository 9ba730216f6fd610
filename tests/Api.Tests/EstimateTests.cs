using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Estimated entries through the running service.</summary>
public sealed class EstimateTests
{
    private const string Gb = DemoBoard.Neighbour;
    private const string Series = DemoBoard.Series;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_centre_sets_its_own_the_board_reads_all_and_each_bad_row_is_told_at_its_place()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2));
        using var gb = await service.SignedInAsync("officer.gb045");
        using var us = await service.SignedInAsync("officer.us123");
        await People.AddAsync(service, "board", "BOARD");
        using var board = await service.SignedInAsync("board");
        object Row(string syllabus, int count, string centre = Gb) => new { centre, series = Series, syllabus, count };

        var input = new { estimates = new[] { Row("0580", 30), Row("0999", 1), Row("0580", 100_000), Row("0580", 5, DemoBoard.Centre) }, errorPolicy = "REJECT_FAILED_ROWS" };
        var payload = (await gb.DataAsync(Repository.Operation("SetEstimatedEntries"), new { input }, Ct))["setEstimatedEntries"]!;
        (payload["set"]!.GetValue<int>(), payload["refused"]!.GetValue<int>()).Should().Be((1, 3));
        payload["results"]!.AsArray().SelectMany(row => row!["errors"]!.AsArray()).Select(error => $"{error!["code"]} {string.Join('.', error["path"]!.AsArray())}").Should().Equal(
            "SYLLABUS_UNKNOWN input.estimates.1.syllabus", "ESTIMATE_OUT_OF_RANGE input.estimates.2.count", "CENTRE_NOT_FOUND input.estimates.3.centre");

        foreach (var (who, count) in new[] { (gb, 1), (board, 1), (us, 0) })
        {
            var list = (await who.DataAsync(Repository.Operation("EstimatedEntries"), new { series = Series }, Ct))["estimatedEntries"]!;
            list["totalCount"]!.GetValue<int>().Should().Be(count);
        }

        var id = payload["results"]![0]!["estimatedEntry"]!["id"]!.GetValue<string>();
        (await us.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id }, Ct))["node"].Should().BeNull();
        (await gb.DataAsync("query($id: ID!) { node(id: $id) { ... on EstimatedEntry { count syllabus { code } } } }", new { id }, Ct))["node"]!.ToJsonString()
            .Should().Be("""{"count":30,"syllabus":{"code":"0580"}}""");
    }
}
