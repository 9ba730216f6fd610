using System.Globalization;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>The service as a process of its own, killed without warning while it prints. scripts/prove.sh does it ten times and larger.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Killed_three_times_while_it_prints_the_documents_are_complete_once_with_the_passwords_first_minted()
    {
        Assert.SkipUnless(Sheets.CanRead, "poppler-utils is not here.");
        using var folder = new ScratchFolder();
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var home = new ServiceHome(Path.Combine(AppContext.BaseDirectory, "Exams.Api.dll"), folder.Folder("service"));
        using var series = new KillSeries(home, kills: 3, seed: Environment.ProcessId, log);

        await series.Invoking(one => one.RunAsync(candidates: 400)).Should().NotThrowAsync("{0}", log);
    }
}
