using System.IO.Compression;
using System.Text;
using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Jobs;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Jobs;

/// <summary>Printing as a job: what pages say, and what a kill, a failure or a change on the way does to it.</summary>
public abstract class PrintSheetsTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private string Text(string name)
    {
        using var stream = World.Get<DocumentFiles>().Open(Guid.ParseExact(name, "N"))!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private async Task<List<AccessDocuments>> DocumentsAsync()
    {
        await using var db = World.Open(People.Board);
        return await db.Documents.OrderBy(documents => documents.Id).ToListAsync();
    }

    private async Task<List<NewsItem>> NewsAsync(NewsType type)
    {
        await using var db = World.Open(People.Board);
        return await db.News.Where(news => news.Type == type).OrderBy(news => news.Sequence).ToListAsync();
    }

    [Fact]
    public async Task Each_entitled_candidate_has_one_page_with_the_password_that_was_minted()
    {
        var candidates = await World.EnterAsync(Us123, 4, "0580");
        await World.SetReleaseAsync("IGCSE", Audience.Candidate, Named.At("2026-08-12T05:00:00Z"));
        await World.ConfirmAllAsync(Us123, delayMinutes: 60);
        await WithdrawAsync("0004");

        (await World.RunJobsAsync()).Should().Be(1);

        var documents = (await DocumentsAsync()).Single();
        documents.State.Should().Be(DocumentsState.Ready);
        documents.ExpiresAt.Should().Be(World.Clock.Now.AddDays(14));
        documents.PdfBytes.Should().BePositive();
        var pages = Text(documents.PdfName).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        pages.Should().HaveCount(3, "the fourth lost access before the printing began");
        for (var at = 0; at < pages.Length; at++)
        {
            var (username, password) = await World.CredentialOfAsync(candidates[at]);
            pages[at].Should().Contain($"US123|000{at + 1}|Candidate US123 {at + 1}|{username}|{password.Reveal()}|1|Ms Query|")
                .And.Contain("Qualification IGCSE").And.Contain("August 12, 2026 at 2:00 AM").And.Contain("New York time");
        }

        using var zip = new ZipArchive(World.Get<DocumentFiles>().Open(Guid.ParseExact(documents.ZipName, "N"))!);
        zip.Entries.Select(entry => entry.FullName).Should().Equal("0001.pdf", "0002.pdf", "0003.pdf");
        (await NewsAsync(NewsType.DocumentsReady)).Should().ContainSingle().Which.DocumentsId.Should().Be(documents.Id);
        (await NewsAsync(NewsType.DocumentsProgressed))[0].Should().BeEquivalentTo(new { Done = 0, Total = 3 });
    }

    [Fact]
    public async Task A_qualification_without_a_date_says_so()
    {
        await World.EnterAsync(Uk12345, 1, "0580", "9709");
        await World.SetReleaseAsync("IGCSE", Audience.Candidate, Named.At("2026-08-12T05:00:00Z"));
        await World.ConfirmAllAsync(Uk12345);

        await World.RunJobsAsync();

        Text((await DocumentsAsync()).Single().PdfName).Should()
            .Contain("Qualification IGCSE Wednesday 12 August 2026 at 06:00").And.Contain("Qualification AL To be announced");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Killed_at_any_page_it_begins_again_and_ends_once_with_the_same_passwords(int page)
    {
        await World.EnterAsync(Us123, 5, "0580");
        await World.ConfirmAllAsync(Us123);
        await KillAtAsync(page);
        (await DocumentsAsync()).Single().State.Should().Be(DocumentsState.Printing);

        await using var next = await World.OpenAnotherAsync();
        (await next.RunJobsAsync()).Should().Be(0, "the lease of the dead still stands");
        next.Clock.Now += JobRunner.LeaseLife;
        (await next.RunJobsAsync()).Should().Be(1);
        (await next.RunJobsAsync()).Should().Be(0);

        var documents = (await DocumentsAsync()).Single();
        documents.State.Should().Be(DocumentsState.Ready);
        Text(documents.PdfName).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(5);
        (await NewsAsync(NewsType.DocumentsReady)).Should().ContainSingle();
        Directory.GetFiles(Path.Combine(World.Folder.Data, "documents")).Should().HaveCount(2);
    }

    [Fact]
    public async Task One_that_comes_back_from_the_dead_cannot_finish()
    {
        await World.EnterAsync(Us123, 3, "0580");
        await World.ConfirmAllAsync(Us123);
        await using var other = await World.OpenAnotherAsync();
        World.Printer.AfterPage = async page =>
        {
            if (page != 3)
                return;
            // The first is thought dead; while it still holds its files, the second takes over the job and fails to open them,
            // and is put back to try again.
            other.Clock.Now += JobRunner.LeaseLife;
            (await other.Get<JobRunner>().RunOneAsync(shortOnly: false, default)).Should().BeTrue();
        };

        await World.RunJobsAsync();
        (await NewsAsync(NewsType.DocumentsReady)).Should().BeEmpty();
        (await DocumentsAsync()).Single().State.Should().NotBe(DocumentsState.Ready);
        World.Printer.AfterPage = _ => Task.CompletedTask;
        other.Clock.Now += TimeSpan.FromMinutes(1);
        (await other.RunJobsAsync()).Should().Be(1);

        (await DocumentsAsync()).Single().State.Should().Be(DocumentsState.Ready);
        (await NewsAsync(NewsType.DocumentsReady)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_reprint_keeps_passwords_and_takes_the_place_of_the_older_documents()
    {
        await World.EnterAsync(Us123, 2, "0580");
        await World.ConfirmAllAsync(Us123);
        await World.RunJobsAsync();
        var first = Text((await DocumentsAsync())[0].PdfName);
        Done(await World.Get<ChangeQueryContact>().RunAsync(
            new ChangeQueryContact.Request(Us123, June, new TypedContact("Mr New", "+44 20 7946 0000", null), 1), OfficerOf(Us123), default));
        (await DocumentsAsync())[0].Stale.Should().HaveFlag(StaleReasons.ContactChanged);

        Done(await World.Get<ReprintDocuments>().RunAsync(new ReprintDocuments.Request(Us123, June), OfficerOf(Us123), default));
        await World.RunJobsAsync();

        var documents = await DocumentsAsync();
        documents.Select(one => one.State).Should().Equal(DocumentsState.Expired, DocumentsState.Ready);
        documents[1].Stale.Should().Be(StaleReasons.None);
        var second = Text(documents[1].PdfName);
        second.Should().Contain("Mr New").And.NotContain("Ms Query");
        Credentials(second).Should().Equal(Credentials(first));
        World.Get<DocumentFiles>().Open(Guid.ParseExact(documents[0].PdfName, "N")).Should().BeNull("the older file is deleted");
    }

    [Fact]
    public async Task Of_two_orders_that_wait_only_the_newer_is_printed()
    {
        await World.EnterAsync(Us123, 2, "0580");
        await World.ConfirmAllAsync(Us123);
        await World.ConfirmAllAsync(Us123, version: 1);

        await World.RunJobsAsync();

        (await DocumentsAsync()).Select(one => one.State).Should().Equal(DocumentsState.Expired, DocumentsState.Ready);
        World.Printer.Runs.Should().Be(1);
    }

    [Fact]
    public async Task When_nobody_is_left_nothing_is_printed()
    {
        await World.EnterAsync(Us123, 1, "0580");
        await World.ConfirmAllAsync(Us123);
        await WithdrawAsync("0001");

        await World.RunJobsAsync();

        (await DocumentsAsync()).Single().State.Should().Be(DocumentsState.Expired);
        World.Printer.Runs.Should().Be(0);
    }

    [Fact]
    public async Task Where_a_font_is_missing_it_waits_with_the_reason_and_tries_again()
    {
        await World.EnterAsync(Us123, 1, "0580");
        await World.ConfirmAllAsync(Us123);
        World.Printer.AfterPage = _ => throw new SheetsMustWaitException("No font for Thai is installed.");
        await World.RunJobsAsync();
        (await DocumentsAsync()).Single().Should().BeEquivalentTo(new { State = DocumentsState.Waiting, StateReason = "No font for Thai is installed." });

        World.Printer.AfterPage = _ => Task.CompletedTask;
        (await World.RunJobsAsync()).Should().Be(0, "it is not its time yet");
        World.Clock.Now += TimeSpan.FromMinutes(1);
        (await World.RunJobsAsync()).Should().Be(1);

        (await DocumentsAsync()).Single().Should().BeEquivalentTo(new { State = DocumentsState.Ready, StateReason = (string?)null });
    }

    [Fact]
    public async Task A_job_that_keeps_failing_climbs_the_ladder_and_is_given_up()
    {
        await World.EnterAsync(Us123, 1, "0580");
        await World.ConfirmAllAsync(Us123);
        World.Printer.AfterPage = _ => throw new IOException("disk");

        for (var hour = 0; hour < 12; hour++)
        {
            await World.RunJobsAsync();
            World.Clock.Now += TimeSpan.FromHours(1);
        }

        World.Printer.Runs.Should().Be(8);
        (await DocumentsAsync()).Single().State.Should().Be(DocumentsState.Failed);
        (await NewsAsync(NewsType.DocumentsFailed)).Should().ContainSingle();
        (await World.RunJobsAsync()).Should().Be(0);
        Directory.GetFiles(Path.Combine(World.Folder.Data, "documents")).Should().BeEmpty();
    }

    [Fact]
    public async Task After_fourteen_days_documents_are_gone()
    {
        await World.EnterAsync(Us123, 1, "0580");
        await World.ConfirmAllAsync(Us123);
        await World.RunJobsAsync();
        World.Clock.Now += AccessDocuments.Life - TimeSpan.FromSeconds(1);
        await World.Get<Sweeper>().SweepAsync(default);
        (await DocumentsAsync()).Single().State.Should().Be(DocumentsState.Ready);

        World.Clock.Now += TimeSpan.FromSeconds(1);
        await World.Get<Sweeper>().SweepAsync(default);

        (await DocumentsAsync()).Single().State.Should().Be(DocumentsState.Expired);
        (await NewsAsync(NewsType.DocumentsExpired)).Should().ContainSingle();
        Directory.GetFiles(Path.Combine(World.Folder.Data, "documents")).Should().BeEmpty();
    }

    [Fact]
    public async Task Replaced_documents_that_a_killed_process_left_behind_are_swept()
    {
        await World.EnterAsync(Us123, 1, "0580");
        await World.ConfirmAllAsync(Us123);
        await World.RunJobsAsync();
        var folder = Path.Combine(World.Folder.Data, "documents");
        var left = Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllBytes);
        Done(await World.Get<ReprintDocuments>().RunAsync(new ReprintDocuments.Request(Us123, June), OfficerOf(Us123), default));
        await World.RunJobsAsync();
        var standing = Directory.GetFiles(folder);
        foreach (var (file, bytes) in left)
            await File.WriteAllBytesAsync(file, bytes);

        await World.Get<Sweeper>().SweepAsync(default);

        Directory.GetFiles(folder).Should().BeEquivalentTo(standing).And.HaveCount(2).And.NotContain(left.Keys);
    }

    private async Task KillAtAsync(int page)
    {
        using var killed = new CancellationTokenSource();
        World.Printer.AfterPage = async done =>
        {
            if (done == page)
                await killed.CancelAsync();
            killed.Token.ThrowIfCancellationRequested();
        };
        await World.Get<JobRunner>().RunOneAsync(shortOnly: false, killed.Token);
    }

    private async Task WithdrawAsync(string candidate) => Done(await World.Get<WithdrawEntry>().RunAsync(
        BoardWorld.EntryOf(Us123, Named.Candidate(candidate), Named.Syllabus("0580")), OfficerOf(Us123), default));

    private static IEnumerable<string> Credentials(string pages) =>
        pages.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(page => string.Join('|', page.Split('|')[..6]));
}

public sealed class PrintSheetsOnSqliteTests() : PrintSheetsTests(null);

public sealed class PrintSheetsOnPostgresTests(PrivatePostgres postgres) : PrintSheetsTests(postgres);
