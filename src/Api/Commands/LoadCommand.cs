using Exams.Infrastructure;
using Exams.Infrastructure.Loading;

namespace Exams.Api.Commands;

/// <summary><c>load DIR</c>: loads a board from CSV files, all rows of all files or none. For use while the service is stopped.</summary>
internal static class LoadCommand
{
    /// <summary>Loads and reports.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <returns>0 when everything was loaded, 1 when nothing was.</returns>
    public static async Task<int> RunAsync(string folder)
    {
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"There is no folder {folder}.");
            return 1;
        }

        await using var app = Service.Build(Settings.FromEnvironment(), []);
        await app.Services.PrepareExamsAsync(CancellationToken.None);
        var report = await app.Services.GetRequiredService<BoardLoader>().LoadAsync(folder, CancellationToken.None);
        foreach (var remark in report.Remarks)
        {
            Console.WriteLine(remark);
        }

        foreach (var fault in report.Faults)
        {
            await Console.Error.WriteLineAsync(fault.ToString());
        }

        if (!report.IsLoaded)
        {
            await Console.Error.WriteLineAsync($"{(report.FaultCount == 1 ? "1 fault" : $"{report.FaultCount} faults")}; nothing was loaded.");
            return 1;
        }

        foreach (var file in report.Files)
        {
            Console.WriteLine($"{file.Name}: {file.Rows} rows, {file.Added} new, {file.Changed} changed");
        }

        foreach (var user in report.NewUsers)
        {
            Console.WriteLine($"new user {user.Username}, password: {user.Password.Reveal()}");
        }

        return 0;
    }
}
