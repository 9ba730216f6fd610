using Exams.Rehearsal;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>The main job is rehearsed against the real service; and against services with one fault each, to see that the rehearsal notices.</summary>
public sealed class RehearsalTests
{
    private static readonly DemoBoard Board = new(Candidates: 60);

    [Fact]
    public async Task The_main_job_is_done_with_every_promise_kept() => (await RehearseAsync(null)).Should().BeNull();

    private static async Task<string?> RehearseAsync(Action<IServiceCollection>? fault)
    {
        Assert.SkipUnless(Sheets.CanRead, "poppler-utils is not here.");
        await using var service = await RunningService.StartAsync(Board, replace: fault);
        var board = await People.AddAsync(service, "board", "BOARD");
        var officer = await People.ResetAsync(service, "officer.us123");
        using var papers = new ScratchFolder();
        using var job = new MainJob(new Cast(service.Address, "board", board, "officer.us123", officer, papers.Folder("papers")), TextWriter.Null);
        try
        {
            await job.RunAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (RehearsalException broken)
        {
            return broken.Message;
        }
    }
}
