using System.Diagnostics;

namespace Exams.Api.Tests;

/// <summary>What the program does with the words on its command line.</summary>
public sealed class VerbTests
{
    [Theory]
    [InlineData("lod", "board")]
    [InlineData("load")]
    [InlineData("load", "one", "two")]
    [InlineData("adduser", "--username", "board")]
    public async Task A_mistyped_verb_is_told_how_to_write_it_and_makes_no_board(params string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("exams-verbs-").FullName;
        var start = new ProcessStartInfo("dotnet", [typeof(Settings).Assembly.Location, .. words])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["EXAMS_URLS"] = "http://127.0.0.1:0", ["EXAMS_DATA"] = $"{folder}/data", ["EXAMS_KEYS"] = $"{folder}/keys" },
        };
        using var process = Process.Start(start)!;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        time.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            var said = await process.StandardError.ReadToEndAsync(time.Token);
            await process.WaitForExitAsync(time.Token);
            process.ExitCode.Should().Be(2);
            said.Should().Contain("usage:");
            Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            Directory.Delete(folder, recursive: true);
        }
    }
}
