using System.Globalization;
using Exams.Infrastructure.Jobs;

namespace Exams.World;

/// <summary>A process of its own on an existing world, for tests that kill it: <c>print FOLDER INSTANT</c> takes over what the dead left
/// and does the jobs that are due, slowly, telling each page.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is not ["print", var folder, var instant])
            return 2;
        await using var world = await BoardWorld.OpenAtAsync(folder, DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        world.Printer.AfterPage = async page =>
        {
            await Console.Out.WriteLineAsync($"page {page}");
            await Task.Delay(5);
        };
        await world.Get<JobRunner>().FreeLeasesAsync(CancellationToken.None);
        await world.RunJobsAsync();
        return 0;
    }
}
