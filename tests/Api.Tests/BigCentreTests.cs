using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Loading;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>The biggest centre that candidate numbers allow, and one candidate more.</summary>
public sealed class BigCentreTests
{
    private const int Most = 9_999;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ten_thousandth_candidate_has_no_number_and_nothing_at_all_is_loaded()
    {
        await using var service = await RunningService.StartAsync();
        using var files = new ScratchFolder();
        new DemoBoard(Most + 1).Write(files.Path, TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(30));
        var report = await service.Services.GetRequiredService<BoardLoader>().LoadAsync(files.Path, Ct);
        report.Faults.Should().Contain(fault => fault.File == "candidates.csv" && fault.Line == Most + 2 && fault.Column == "number");
        report.Faults.Should().OnlyContain(fault => fault.Reason.Length > 0);

        await People.AddAsync(service, "board", "BOARD");
        using var board = await service.SignedInAsync("board");
        var data = await board.DataAsync("{ centres { totalCount } candidates(series: \"2026-06\") { totalCount } qualifications { totalCount } }", ct: Ct);
        data.ToJsonString().Should().Be("""{"centres":{"totalCount":0},"candidates":{"totalCount":0},"qualifications":{"totalCount":0}}""");
    }

    [Fact]
    public async Task A_centre_with_every_candidate_number_gets_a_sheet_for_each()
    {
        await using var service = await RunningService.StartAsync(
            new DemoBoard(Most), replace: services => services.AddSingleton<ISheetPrinter>(new PlainPrinter()));
        using var officer = await service.SignedInAsync("officer.us123");
        (await officer.ConfirmAsync())["issued"]!.GetValue<int>().Should().Be(Most);
        var ready = await officer.ReadyAsync();
        ready["total"]!.GetValue<int>().Should().Be(Most);
        using var sheets = await officer.GetAsync(ready["pdf"]!["url"]!.GetValue<string>(), ct: Ct);
        var lines = (await sheets.Content.ReadAsStringAsync(Ct)).TrimEnd().Split('\n').Select(line => line.Split('|')).ToList();
        lines.Select(line => line[1]).Should().OnlyHaveUniqueItems().And.HaveCount(Most);
        lines.Select(line => line[3]).Should().OnlyHaveUniqueItems("usernames differ");
        lines.Select(line => line[4]).Should().OnlyHaveUniqueItems("passwords differ");

        // The longest selection there can be, but for one: that one is suspended, and nobody else's credentials are touched.
        var selected = await officer.DoAsync(Officer.Set, new
        {
            centre = DemoBoard.Centre,
            series = DemoBoard.Series,
            status = "SELECTED",
            expectedVersion = 1,
            candidates = lines.Select(line => line[1]).Skip(1).ToArray(),
        }, Ct);
        selected["issued"]!.GetValue<int>().Should().Be(0);
        var access = await officer.DataAsync("{ resultsAccess(centre: \"US123\", series: \"2026-06\") { activeCount } }", ct: Ct);
        access["resultsAccess"]!["activeCount"]!.GetValue<int>().Should().Be(Most - 1);
    }
}
