using System.Globalization;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Two processes of the service share one PostgreSQL.</summary>
public sealed class TwoProcessesTests
{
    [Fact]
    public async Task What_is_done_at_one_process_is_heard_seen_and_fetched_at_the_other()
    {
        using var postgres = new PrivatePostgres();
        Assert.SkipUnless(postgres.Missing is null, postgres.Missing ?? "");
        Assert.SkipUnless(Sheets.CanRead, "poppler-utils is not here.");
        using var folder = new ScratchFolder();
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var home = new ServiceHome(Path.Combine(AppContext.BaseDirectory, "Exams.Api.dll"), folder.Folder("service"), postgres.CreateDatabase());
        var two = new TwoProcesses(home, log);

        await two.Invoking(one => one.RunAsync(candidates: 60, kill: false)).Should().NotThrowAsync("{0}", log);
    }
}
