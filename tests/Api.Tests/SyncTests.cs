using System.Globalization;
using Exams.Rehearsal;
using Exams.Rehearsal.Sync;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Schools' systems keep in step with a service that is killed under them. scripts/prove.sh does it for a week, with 40 schools and 60,000 entries.</summary>
public sealed class SyncTests
{
    [Fact]
    public async Task After_two_nights_with_kills_broken_lines_and_work_by_hand_both_sides_are_equal_and_nothing_is_doubled()
    {
        using var folder = new ScratchFolder();
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var home = new ServiceHome(Path.Combine(AppContext.BaseDirectory, "Exams.Api.dll"), folder.Folder("service"));
        using var series = new SyncSeries(home, seed: Environment.ProcessId, log);

        await series.Invoking(one => one.RunAsync(centres: 4, entries: 600, nights: 2, kills: 3)).Should().NotThrowAsync("{0}", log);
    }
}
