using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Jobs;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Jobs;

/// <summary>A process of its own prints, and is killed (SIGKILL) again and again: at the start, at some page, at the end.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Pages = 60;

    private BoardWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await OpenAsync();
        await _world.SeedAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Killed_ten_times_the_documents_are_complete_once_with_the_passwords_first_minted()
    {
        var candidates = await _world.EnterAsync(Us123, Pages, "0580");
        await _world.ConfirmAllAsync(Us123);
        List<string> minted = [];
        foreach (var candidate in candidates)
        {
            var (username, password) = await _world.CredentialOfAsync(candidate);
            minted.Add($"{username}|{password.Reveal()}");
        }

        foreach (var page in new[] { 0, 1, 7, 59, 23, 60, 42, 2, 60, 31 })
            await KillAtAsync(page);

        await _world.Get<JobRunner>().FreeLeasesAsync(default);
        (await _world.RunJobsAsync()).Should().BeLessThanOrEqualTo(1);
        await using var db = _world.Open(People.Board);
        var documents = await db.Documents.SingleAsync();
        documents.State.Should().Be(DocumentsState.Ready);
        (await db.News.CountAsync(news => news.Type == NewsType.DocumentsReady)).Should().Be(1);
        (await db.Credentials.CountAsync()).Should().Be(Pages);
        using var pdf = new StreamReader(_world.Get<DocumentFiles>().Open(Guid.ParseExact(documents.PdfName, "N"))!);
        var lines = (await pdf.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(line => string.Join('|', line.Split('|')[3..5])).Should().Equal(minted);
        using var zip = new ZipArchive(_world.Get<DocumentFiles>().Open(Guid.ParseExact(documents.ZipName, "N"))!);
        zip.Entries.Should().HaveCount(Pages);
        _world.Clock.Now += TimeSpan.FromHours(1);
        _world.Get<DocumentFiles>().Sweep();
        Directory.GetFiles(Path.Combine(_world.Folder.Data, "documents")).Should().HaveCount(2);
    }

    private async Task KillAtAsync(int page)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Exams.World.dll");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", program, "print", _world.Folder.Path, _world.Clock.Now.ToString("O", CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        // Page 0 is a moment somewhere between the start and the first page.
        if (page == 0)
            await Task.Delay(300);
        else
            while (await process.StandardOutput.ReadLineAsync() is { } line && line != $"page {page}") ;
        process.Kill();
        await process.WaitForExitAsync();
    }
}
