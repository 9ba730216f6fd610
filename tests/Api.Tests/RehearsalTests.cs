using System.Diagnostics;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>The main job is rehearsed against the real service; and against services with one fault each, to see that the rehearsal notices.</summary>
public sealed class RehearsalTests
{
    private static readonly DemoBoard Board = new(Candidates: 60);
    private static readonly DemoBoard Few = new(Candidates: 8);

    [Fact]
    public async Task The_main_job_is_done_with_every_promise_kept()
    {
        await using var stage = await Stage.SetAsync(Board);
        (await stage.RehearseAsync(TimeSpan.FromMinutes(1))).Should().BeNull();
    }

    [Fact]
    public async Task Reads_without_the_release_gate_are_noticed()
    {
        await using var stage = await Stage.SetAsync(Few, Faults.ReleaseGateOff);
        (await stage.RehearseAsync(TimeSpan.FromMinutes(1))).Should().StartWith("a candidate sees results before the release");
    }

    [Fact]
    public async Task Reads_without_any_gate_are_noticed()
    {
        await using var stage = await Stage.SetAsync(Few, Faults.EveryGateOff);
        (await stage.RehearseAsync(TimeSpan.FromMinutes(1))).Should().StartWith("a candidate sees results before the release");
    }

    [Fact]
    public async Task A_password_that_changes_on_confirming_again_is_noticed()
    {
        await using var stage = await Stage.SetAsync(Few, Faults.PasswordChanges);
        (await stage.RehearseAsync(TimeSpan.FromMinutes(1))).Should().Be("the credentials of 0001 changed: confirmed twice");
    }

    [Fact]
    public async Task A_missing_page_is_noticed()
    {
        await using var stage = await Stage.SetAsync(Few, Faults.PageMissing);
        (await stage.RehearseAsync(TimeSpan.FromMinutes(1))).Should().Be("pages of the PDF: expected 8, found 7");
    }

    [Fact]
    public async Task A_dropped_event_is_noticed()
    {
        await using var stage = await Stage.SetAsync(Few);
        await Faults.DropReadyAsync(stage.Service);
        (await stage.RehearseAsync(TimeSpan.FromSeconds(15))).Should().Be("No event came within 15 s. The documents are READY: ");
    }

    [Fact]
    public async Task The_program_behind_check_exits_with_1_where_a_promise_is_broken()
    {
        await using var stage = await Stage.SetAsync(Few, Faults.PageMissing);
        var (exit, said) = await stage.CheckAsync();
        said.Should().EndWith("BROKEN PROMISE: pages of the PDF: expected 8, found 7");
        exit.Should().Be(1);
    }

    [Fact]
    public async Task The_program_behind_check_exits_with_0_where_every_promise_is_kept()
    {
        await using var stage = await Stage.SetAsync(Few);
        var (exit, said) = await stage.CheckAsync();
        said.Should().Contain("the main job is done, every promise kept");
        exit.Should().Be(0);
    }

    [Theory]
    [InlineData("clear.log", 1)]
    [InlineData("sealed.log", 0)]
    public async Task The_scan_for_clear_passwords_finds_one(string file, int exit)
    {
        await using var stage = await Stage.SetAsync(Few);
        (await stage.RehearseAsync(TimeSpan.FromMinutes(1))).Should().BeNull();
        var sheet = (await Sheets.ReadAsync(Path.Combine(stage.Papers, "confirmed.pdf")))[3];
        var log = Path.Combine(stage.Papers, file);
        await File.WriteAllTextAsync(log, $"signed in with {(exit == 1 ? sheet.Password.Replace("-", "", StringComparison.Ordinal) : "a password")}!", TestContext.Current.CancellationToken);
        (await Stage.RunAsync("scan", stage.Papers, log, stage.Service.DataFolder)).Exit.Should().Be(exit);
    }

    /// <summary>A service with a board, everybody's passwords, and a folder for papers.</summary>
    private sealed class Stage : IAsyncDisposable
    {
        private readonly ScratchFolder _papers = new();
        private Cast _cast = null!;

        public required RunningService Service { get; init; }

        public string Papers => _papers.Folder("papers");

        public static async Task<Stage> SetAsync(DemoBoard board, Action<IServiceCollection>? fault = null)
        {
            Assert.SkipUnless(Sheets.CanRead, "poppler-utils is not here.");
            var stage = new Stage { Service = await RunningService.StartAsync(board, replace: fault) };
            stage._cast = new Cast(
                stage.Service.Address,
                "board",
                await People.AddAsync(stage.Service, "board", "BOARD"),
                "officer.us123",
                await People.ResetAsync(stage.Service, "officer.us123"),
                stage.Papers);
            return stage;
        }

        /// <summary>The promise that was broken; null when all were kept.</summary>
        public async Task<string?> RehearseAsync(TimeSpan patience)
        {
            using var job = new MainJob(_cast, TextWriter.Null, patience);
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

        public Task<(int Exit, string Said)> CheckAsync() => RunAsync(
            "check", _cast.Address.ToString(), _cast.BoardUsername, _cast.BoardPassword, _cast.OfficerUsername, _cast.OfficerPassword, Papers);

        /// <summary>Runs the program that <c>scripts/run.sh --check</c> runs.</summary>
        public static async Task<(int Exit, string Said)> RunAsync(params string[] arguments)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(MainJob).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, said.TrimEnd());
        }

        public async ValueTask DisposeAsync()
        {
            await Service.DisposeAsync();
            _papers.Dispose();
        }
    }
}
