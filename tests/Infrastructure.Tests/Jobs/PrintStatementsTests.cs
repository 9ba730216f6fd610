using System.IO.Compression;
using System.Text;
using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Jobs;

/// <summary>Statements of entry as a job: what pages say, and that they never meet the sheets of the same centre.</summary>
public abstract class PrintStatementsTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private async Task<AccessDocuments> OrderAsync(params string[] candidates) => Done(await World.Get<PrintStatements>().RunAsync(
        new(Us123, June, candidates.Length == 0 ? null : [.. candidates.Select(Named.Candidate)]), OfficerOf(Us123), default));

    private string[] Pages(AccessDocuments documents)
    {
        using var stream = World.Get<DocumentFiles>().Open(Guid.ParseExact(documents.PdfName, "N"))!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<List<AccessDocuments>> DocumentsAsync()
    {
        await using var db = World.Open(People.Board);
        return await db.Documents.OrderBy(documents => documents.Id).ToListAsync();
    }

    private async Task<List<string>> NewsAsync()
    {
        await using var db = World.Open(People.Board);
        return [.. (await db.News.Where(news => news.DocumentsId != null).OrderBy(news => news.Sequence).ToListAsync()).Select(news => $"{news.DocumentsId} {news.Type}")];
    }

    [Fact]
    public async Task Each_candidate_who_is_entered_has_one_page_with_entries_and_exams()
    {
        var candidates = await World.EnterAsync(Us123, 3, "0580", "9709");
        await World.EnterAsync(Uk12345, 1, "0580");
        foreach (var syllabus in new[] { "0580", "9709" })
            Done(await World.Get<WithdrawEntry>().RunAsync(EntryOf(Us123, candidates[1].Number, Named.Syllabus(syllabus)), OfficerOf(Us123), default));
        await World.Get<Writer>().WriteAsync("seed", async writing => await writing.InsertAsync(
            [new TimetableSlot(June, Named.Zone(1), Named.Syllabus("0580"), Named.Component("11"), new DateOnly(2026, 5, 4), ExamSession.Am, 90)], default), default);
        var changed = Done(await World.Get<UpsertCandidates>().RunAsync(
            new([new CandidateWish(Us123, June, Named.Candidate("0001"), new PersonalDetails(Named.Person("Candidate US123 1"), new DateOnly(2009, 3, 14)), null)]), OfficerOf(Us123), default));
        changed.Rows.SelectMany(row => row.Refusals).Should().BeEmpty();

        var ordered = await OrderAsync();
        (await World.RunJobsAsync()).Should().Be(1);

        var documents = (await DocumentsAsync()).Single();
        (documents.Id, documents.State, documents.Kind, documents.Total, documents.Done).Should().Be((ordered.Id, DocumentsState.Ready, DocumentsKind.StatementsOfEntry, 2, 2));
        documents.ExpiresAt.Should().Be(World.Clock.Now.AddDays(14));
        Pages(documents).Should().Equal(
            "US123|0001|Candidate US123 1|March 14, 2009|||0580 A [11, 21]|9709 A [11, 21]|Mon, May 4, 2026, AM 0580/11 Syllabus 0580 1 h 30 min",
            "US123|0003|Candidate US123 3||||0580 A [11, 21]|9709 A [11, 21]|Mon, May 4, 2026, AM 0580/11 Syllabus 0580 1 h 30 min");
        using var zip = new ZipArchive(World.Get<DocumentFiles>().Open(Guid.ParseExact(documents.ZipName, "N"))!);
        zip.Entries.Select(entry => entry.FullName).Should().Equal("0001.pdf", "0003.pdf");
        (await NewsAsync()).Should().Equal($"{documents.Id} StatementsProgressed", $"{documents.Id} StatementsReady");
    }

    [Fact]
    public async Task A_few_can_be_printed_alone_and_replace_nothing_and_everybodys_replace_older_ones()
    {
        await World.EnterAsync(Us123, 4, "0580");
        await OrderAsync();
        await World.RunJobsAsync();
        await OrderAsync("0004", "0002");
        await World.RunJobsAsync();
        await OrderAsync();
        await World.RunJobsAsync();

        var all = await DocumentsAsync();
        all.Select(one => one.State).Should().Equal(DocumentsState.Expired, DocumentsState.Ready, DocumentsState.Ready);
        Pages(all[1]).Select(page => page[..10]).Should().Equal("US123|0002", "US123|0004");
        World.Get<DocumentFiles>().Names().Should().HaveCount(4, "the files of what was replaced are gone");
    }

    [Fact]
    public async Task Sheets_and_statements_of_one_centre_leave_each_other_alone()
    {
        await World.EnterAsync(Us123, 2, "0580");
        await World.ConfirmAllAsync(Us123);
        await OrderAsync();
        await World.RunJobsAsync();
        await OrderAsync();
        Done(await World.Get<ReprintDocuments>().RunAsync(new(Us123, June), OfficerOf(Us123), default));
        await World.RunJobsAsync();

        (await DocumentsAsync()).Select(one => $"{one.Kind} {one.State}").Should().Equal(
            "Sheets Expired", "StatementsOfEntry Expired", "StatementsOfEntry Ready", "Sheets Ready");
        Done(await World.Get<ChangeQueryContact>().RunAsync(new(Us123, June, new TypedContact("New", null, "new@example.org"), 1), OfficerOf(Us123), default));
        (await DocumentsAsync()).Where(one => one.State == DocumentsState.Ready).Select(one => $"{one.Kind} {one.Stale}")
            .Should().Equal("StatementsOfEntry None", "Sheets ContactChanged");
    }

    [Fact]
    public async Task What_changes_an_entry_or_a_candidate_or_the_centre_makes_statements_stale_once_and_new_ones_are_not()
    {
        var candidates = await World.EnterAsync(Us123, 2, "0580");
        await OrderAsync();
        await World.RunJobsAsync();
        var (id, told) = ((await DocumentsAsync()).Single().Id, (await NewsAsync()).Count);

        for (var i = 0; i < 2; i++)
            Done(await World.Get<EnterCandidate>().RunAsync(Wish(Us123, candidates[i].Number, Named.Syllabus("9709"), Named.Option("A")), OfficerOf(Us123), default));

        (await DocumentsAsync()).Single().Stale.Should().Be(StaleReasons.CandidatesChanged);
        (await NewsAsync()).Skip(told).Should().Equal($"{id} StatementsStale");

        await OrderAsync();
        await World.RunJobsAsync();
        (await DocumentsAsync())[1].Stale.Should().Be(StaleReasons.None);
        await using var db = World.Open(People.Board);
        var centre = await db.Centres.SingleAsync(one => one.Number == Us123);
        Done(await World.Get<ChangeCentre>().RunAsync(
            new(Us123, new CentreDetails(Named.Name("Brighter High"), centre.Country, centre.Zone, centre.TimeZone, centre.Wording, centre.Qualifications), centre.Version), People.Board, default));
        (await DocumentsAsync())[1].Stale.Should().Be(StaleReasons.CentreChanged);
    }

    [Fact]
    public async Task Who_may_not_read_candidates_does_not_see_that_statements_were_printed()
    {
        await World.EnterAsync(Us123, 1, "0580");
        await World.ConfirmAllAsync(Us123);
        await OrderAsync();

        (await SeenAsync(Permission.EntriesRead, Permission.CandidatesRead)).Should().Equal(DocumentsKind.StatementsOfEntry);
        (await SeenAsync(Permission.EntriesRead)).Should().BeEmpty();
        (await SeenAsync(Permission.AccessRead)).Should().Equal(DocumentsKind.Sheets);

        async Task<List<DocumentsKind>> SeenAsync(params string[] scopes)
        {
            await using var db = World.Open(new Caller.Client(4, "client", scopes.Select(Named.Word<Permission>).ToHashSet(), new HashSet<CentreNumber> { Us123 }, 4));
            return await db.Documents.Select(one => one.Kind).ToListAsync();
        }
    }

    [Fact]
    public async Task A_printing_that_was_killed_is_begun_again_and_makes_one_document()
    {
        await World.EnterAsync(Us123, 5, "0580");
        await OrderAsync();
        World.Printer.AfterPage = page => page == 3 ? throw new IOException("The disk is gone.") : Task.CompletedTask;
        await World.RunJobsAsync();
        (await DocumentsAsync()).Single().State.Should().Be(DocumentsState.Printing);
        World.Printer.AfterPage = _ => Task.CompletedTask;
        World.Clock.Now += TimeSpan.FromMinutes(1);

        await World.Get<JobRunner>().FreeLeasesAsync(default);
        await World.RunJobsAsync();

        var documents = (await DocumentsAsync()).Single();
        documents.State.Should().Be(DocumentsState.Ready);
        Pages(documents).Should().HaveCount(5);
    }
}

public sealed class PrintStatementsOnSqliteTests() : PrintStatementsTests(null);

public sealed class PrintStatementsOnPostgresTests(PrivatePostgres postgres) : PrintStatementsTests(postgres);
