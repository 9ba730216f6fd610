using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Names in the board's format, through the running service.</summary>
public sealed class NameVariationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_prints_what_follows_from_the_name_or_what_the_centre_says_and_asks_where_it_cannot()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 2));
        using var officer = await service.SignedInAsync("officer.us123");
        object Row(string number, string name, string? variation = null) =>
            new { centre = DemoBoard.Centre, series = DemoBoard.Series, number, name, nameVariation = variation };

        var candidates = new[] { Row("0801", "Nguyễn: Thị Ánh"), Row("0802", "王小明"), Row("0803", "李小红", "li: xiaohong"), Row("0804", "Ava Smith") };
        var payload = (await officer.DataAsync(Repository.Operation("UpsertCandidates"), new { input = new { candidates }, key = "names" }, Ct))["upsertCandidates"]!;
        payload["results"]!.AsArray().Select(row => $"{row!["candidate"]!["boardName"]} {string.Join(',', row["warnings"]!.AsArray().Select(one => one!["code"]))}")
            .Should().Equal("NGUYEN: THI ANH ", " NAME_VARIATION_NEEDED", "LI: XIAOHONG ", "AVA SMITH: FAMILY_NAME_UNMARKED");

        var wrong = await officer.AskAsync(
            Repository.Operation("UpsertCandidates"), new { input = new { candidates = new[] { Row("0805", "王小明", "王: 小明") } }, key = "wrong" }, Ct);
        wrong["errors"]![0]!["message"]!.GetValue<string>().Should().Contain("BLOGGS: FRED").And.Contain("40 characters");
        (await officer.DataAsync(
            $"{{ candidate(centre: \"{DemoBoard.Centre}\", series: \"{DemoBoard.Series}\", number: \"0803\") {{ name nameVariation boardName }} }}", ct: Ct))["candidate"]!["name"]!
            .GetValue<string>().Should().Be("李小红", "the legal name stays as it was given");
        var input = new { centre = DemoBoard.Centre, series = DemoBoard.Series, number = "0806", name = "Γιώργος", nameVariation = "GIORGOS:" };
        (await officer.DoAsync(Repository.Operation("RegisterCandidate"), input, Ct))["candidate"]!["boardName"]!.GetValue<string>().Should().Be("GIORGOS:");
    }
}
