using System.Text;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.World;

namespace Exams.Infrastructure.Tests.Documents;

/// <summary>From a centre's confirming to its documents on disk, with the real printer.</summary>
public sealed class CentreDocumentsTests
{
    [Fact]
    public async Task A_confirmed_centre_gets_one_page_for_each_candidate_that_says_all_it_must()
    {
        Printer.Demand("pdfinfo", "pdftotext");
        await using var world = await BoardWorld.OpenAsync(printer: new SheetPrinter(Printer.Check));
        await world.SeedAsync();
        await world.SetReleaseAsync("IGCSE", Audience.Candidate, new DateTimeOffset(2026, 8, 18, 5, 0, 0, TimeSpan.Zero));
        await world.SetReleaseAsync("AL", Audience.Candidate, new DateTimeOffset(2026, 8, 11, 5, 0, 0, TimeSpan.Zero));
        var both = await world.EnterAsync(BoardWorld.Us123, 12, "0580", "9709");
        var undated = await world.EnterAsync(BoardWorld.Us123, 1, "0580", "9800");
        var documents = (await world.ConfirmAllAsync(BoardWorld.Us123, delayMinutes: 90)).Documents!;
        await world.RunJobsAsync();

        var files = world.Get<DocumentFiles>();
        var pdf = Read(files, documents.PdfName);
        var zip = Read(files, documents.ZipName);
        Paper.Pages(pdf).Should().Be(13);
        var pages = Paper.Texts(pdf);
        foreach (var (candidate, page) in both.Concat(undated).Zip(pages))
        {
            var (username, password) = await world.CredentialOfAsync(candidate);
            page.Should().ContainAll(
                candidate.Number.ToString(), username, password.Reveal(), "US123 Bright High", "June 2026", "Ms Query", "+1 555 0100", "query@example.org",
                "Tuesday, August 18, 2026 at 2:30 AM", "New York time, UTC-04:00", "http://127.0.0.1:5080/");
            Paper.Texts(PrintedSheetTests.Entry(zip, $"{candidate.Number}.pdf")).Single().Should().Contain(password.Reveal()).And.Contain(username);
        }

        pages[..12].Should().OnlyContain(page => page.Contains("Tuesday, August 11, 2026 at 2:30 AM", StringComparison.Ordinal));
        pages[12].Should().Contain("Qualification PREU").And.Contain("To be announced").And.NotContain("August 11");

        var secrets = new List<string>();
        foreach (var candidate in both)
            secrets.Add((await world.CredentialOfAsync(candidate)).Password.Reveal());
        foreach (var file in Directory.GetFiles(world.Folder.Data, "*", SearchOption.AllDirectories))
        {
            var bytes = await ReadShared(file);
            foreach (var secret in secrets)
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).Should().Be(-1, file);
        }
    }

    [Fact]
    public async Task Sheets_wait_with_the_reason_until_the_machine_can_print()
    {
        Printer.Demand("pdfinfo");
        var empty = Directory.CreateTempSubdirectory("exams-no-fonts-");
        try
        {
            var check = new PrintingCheck(new DocumentsOptions { DataFolder = empty.FullName, FontsFolder = empty.FullName });
            await using var world = await BoardWorld.OpenAsync(printer: new SheetPrinter(check));
            await world.SeedAsync();
            await world.EnterAsync(BoardWorld.Us123, 2, "0580");
            var name = (await world.ConfirmAllAsync(BoardWorld.Us123)).Documents!.PdfName;
            await world.RunJobsAsync();
            world.Get<DocumentFiles>().Open(DocumentFiles.IdOf(name)).Should().BeNull();
            await using (var db = world.Open(new Caller.System("test")))
                db.Documents.Single().Should().Match<AccessDocuments>(one => one.State == DocumentsState.Waiting && one.StateReason!.Contains("Latin"));

            Assert.SkipWhen(Printer.FontsFolder is null, "there is no folder of private fonts (scripts/fonts.sh)");
            foreach (var font in Directory.GetFiles(Printer.FontsFolder, "*.ttf"))
                File.Copy(font, Path.Combine(empty.FullName, Path.GetFileName(font)));
            world.Clock.Now += TimeSpan.FromHours(1);
            await world.RunJobsAsync();
            Paper.Pages(Read(world.Get<DocumentFiles>(), name)).Should().Be(2);
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    private static byte[] Read(DocumentFiles files, string name)
    {
        using var content = files.Open(DocumentFiles.IdOf(name))!;
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private static async Task<byte[]> ReadShared(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
