using System.Text;
using System.Text.Json.Nodes;
using Exams.Domain.Clients;
using Exams.Domain.Files;
using Exams.Domain.News;
using Exams.Domain.Results;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Files;

/// <summary>Exports hold what whoever ordered them may read when they are written, in the form that is promised, and are theirs alone.</summary>
public abstract class ExportTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static readonly DateTimeOffset _release = Named.At("2026-08-12T05:00:00Z");

    [Fact]
    public async Task A_table_of_results_has_the_columns_that_school_systems_know_and_grades_as_they_are_printed()
    {
        var candidates = await World.EnterAsync(Us123, 2, "0580", "8021");
        await World.GradeAsync(candidates, "0580", "A*", 93);
        await World.GradeAsync(candidates.Take(1), "8021", "a");
        await World.Get<Writer>().WriteAsync("seed", async writing => writing.Db.Add(Done(Result.For(
            candidates[1], await writing.Db.Syllabuses.SingleAsync(one => one.Code == Named.Syllabus("8021")), GradeScale.As, Named.Option("A"), new Finding(ResultOutcome.NoResult)))), default);
        await World.SetReleaseAsync("IGCSE", Audience.Centre, World.Clock.Now);
        await World.SetReleaseAsync("AS", Audience.Centre, World.Clock.Now);

        var text = await World.ExportAsync(ExportKind.Results, isExact: false);

        text.Should().Be(
            "Syllabus,Option code,Centre number,Candidate number,Candidate name,Syllabus total,Syllabus grade,Series,Percentage uniform mark,Provisional\r\n"
            + "0580,A,US123,0001,Candidate US123 1,,A*,2026-06,93,yes\r\n8021,A,US123,0001,Candidate US123 1,,a,2026-06,,yes\r\n"
            + "0580,A,US123,0002,Candidate US123 2,,A*,2026-06,93,yes\r\n8021,A,US123,0002,Candidate US123 2,,X,2026-06,,yes\r\n");
        (await World.ExportAsync(ExportKind.Results, isExact: true)).Should().Contain("\"=\"\"0580\"\"\",\"=\"\"A\"\"\",\"=\"\"US123\"\"\",\"=\"\"0001\"\"\",\"=\"\"Candidate US123 1\"\"\",,A*,\"=\"\"2026-06\"\"\",93,yes\r\n");
    }

    [Fact]
    public async Task Before_the_release_a_file_of_results_is_empty_and_as_long_as_one_of_nobody()
    {
        var candidates = await World.EnterAsync(Us123, 3, "0580");
        var none = await OrderedAsync(ExportKind.Results);
        await World.GradeAsync(candidates, "0580", "B");
        await World.SetReleaseAsync("IGCSE", Audience.Centre, _release);
        World.Clock.Now = _release - TimeSpan.FromMicroseconds(1);

        var before = await OrderedAsync(ExportKind.Results);
        var whole = await World.ExportAsync(ExportKind.Centres);

        (before.Rows, before.Bytes).Should().Be((0, none.Bytes));
        whole.Should().NotContain("\"result\"");
        World.Clock.Now = _release;
        (await OrderedAsync(ExportKind.Results)).Rows.Should().Be(3);
    }

    [Fact]
    public async Task What_was_ordered_before_a_release_and_is_written_after_it_holds_the_results()
    {
        await World.GradeAsync(await World.EnterAsync(Us123, 3, "0580"), "0580", "B");
        await World.SetReleaseAsync("IGCSE", Audience.Centre, _release);
        World.Clock.Now = _release - TimeSpan.FromMinutes(1);
        var export = await World.OrderAsync(ExportKind.Results);
        World.Clock.Now = _release;
        await World.RunJobsAsync();

        (await World.NowAsync(export)).Rows.Should().Be(3);
    }

    [Fact]
    public async Task A_whole_centre_comes_as_lines_with_parents_first_and_nothing_of_another_centre()
    {
        await World.GradeAsync(await World.EnterAsync(Us123, 2, "0580", "9709"), "0580", "B");
        await World.EnterAsync(Uk12345, 2, "0580");
        await World.SetReleaseAsync("IGCSE", Audience.Centre, World.Clock.Now);

        var text = await World.ExportAsync(ExportKind.Centres);

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        lines.Select(line => line["type"]!.GetValue<string>()).Should().Equal("centre", "candidate", "entry", "entry", "result", "candidate", "entry", "entry", "result");
        lines[0].Remove("id");
        lines[0].ToJsonString().Should().Be("""{"type":"centre","number":"US123","name":"Bright High","country":"United States","zone":1,"timeZone":"America/New_York","qualifications":["AL","AS","IGCSE","PREU"]}""");
        lines[2].Where(one => !one.Key.EndsWith("Id", StringComparison.Ordinal) && one.Key != "id").Select(one => $"{one.Key}={one.Value}").Should().Equal(
            "type=entry", "centre=US123", "series=2026-06", "candidate=0001", "syllabus=0580", "option=A", "status=ACTIVE", "tier=ON_TIME", "enteredAt=2026-06-01T09:00:00Z");
        lines[2]["candidateId"]!.GetValue<string>().Should().Be(lines[1]["id"]!.GetValue<string>());
        lines[4]["grade"]!.GetValue<string>().Should().Be("B");
        text.Should().NotContain("12345");
    }

    [Fact]
    public async Task The_board_exports_all_centres_and_an_associate_those_that_are_named()
    {
        await World.EnterAsync(Us123, 2, "0580");
        await World.EnterAsync(Uk12345, 3, "0580");
        var associate = await World.UserAsync("associate", UserRole.Officer, Us123, Uk12345);

        var all = await World.ExportAsync(ExportKind.Candidates, ExportFormat.JsonLines, await World.UserAsync("board", UserRole.Board));
        var both = await World.ExportAsync(ExportKind.Candidates, ExportFormat.JsonLines, associate);
        var one = await World.ExportAsync(ExportKind.Candidates, ExportFormat.JsonLines, associate, centres: Uk12345);

        (Lines(all), Lines(both), Lines(one)).Should().Be((5, 5, 3));
        one.Should().NotContain("US123");
    }

    [Fact]
    public async Task What_is_not_the_callers_is_refused_as_if_it_were_not_there()
    {
        var verb = World.Get<OrderExport>();
        var officer = await World.OfficerAsync();
        Caller client = new Caller.Client(1, "x", new HashSet<Permission> { Named.Word<Permission>(Permission.EntriesRead) }, new HashSet<CentreNumber> { Us123 }, 0);

        Refused(await verb.RunAsync(new ExportWish(ExportKind.Entries, ExportFormat.Csv, [Us123, Uk12345]), officer, default)).Should().Be(new CentreNotFound(Uk12345) { Path = ["centres"] });
        Refused(await verb.RunAsync(new ExportWish(ExportKind.Entries, ExportFormat.Csv, [Named.Centre("ZZ999")]), await World.UserAsync("board", UserRole.Board), default))
            .Should().Be(new CentreNotFound(Named.Centre("ZZ999")) { Path = ["centres"] });
        Refused(await verb.RunAsync(new ExportWish(ExportKind.Entries, ExportFormat.Csv, Series: Named.Series("1999-06")), officer, default)).Should().BeOfType<SeriesNotFound>();
        Refused(await verb.RunAsync(new ExportWish(ExportKind.Entries, ExportFormat.Csv), client, default)).Should().BeOfType<PermissionMissing>();
        Refused(await verb.RunAsync(new ExportWish(ExportKind.Entries, ExportFormat.Csv), OfficerOf(), default)).Should().BeOfType<ExportForCentres>();
        Refused(await verb.RunAsync(new ExportWish(ExportKind.Entries, ExportFormat.Csv), People.CandidateAt("US123", "2026-06", "0001"), default)).Should().BeOfType<ExportForCentres>();
        Refused(await verb.RunAsync(new ExportWish(ExportKind.Entries, ExportFormat.Csv, [.. Enumerable.Range(0, 1_001).Select(at => Named.Centre($"{10_000 + at}"))]), People.Board, default))
            .Should().BeOfType<TooManyCentres>();
    }

    [Fact]
    public async Task Nobody_fills_the_disk_by_ordering_again_and_again()
    {
        var wish = new ExportWish(ExportKind.Entries, ExportFormat.Csv);
        for (var at = 0; at < 200; at++)
        {
            Done(await World.Get<OrderExport>().RunAsync(wish, await World.OfficerAsync(), default));
            if (at % 5 == 4)
                await World.RunJobsAsync();
        }

        Refused(await World.Get<OrderExport>().RunAsync(wish, await World.OfficerAsync(), default)).Should().Be(new TooManyExports(200, AreUnderWay: false));
        Done(await World.Get<OrderExport>().RunAsync(wish, await World.UserAsync("other", UserRole.Officer, Us123), default));
        World.Clock.Now += FileLimits.Life;
        Done(await World.Get<OrderExport>().RunAsync(wish, await World.OfficerAsync(), default));
    }

    [Fact]
    public async Task Five_at_a_time_are_enough_for_one_and_take_none_from_another()
    {
        for (var at = 0; at < 5; at++)
            await World.OrderAsync(ExportKind.Entries);
        var wish = new ExportWish(ExportKind.Entries, ExportFormat.Csv);

        Refused(await World.Get<OrderExport>().RunAsync(wish, await World.OfficerAsync(), default)).Should().Be(new TooManyExports(5));
        Done(await World.Get<OrderExport>().RunAsync(wish, await World.UserAsync("other", UserRole.Officer, Us123), default));
        await World.RunJobsAsync();
        Done(await World.Get<OrderExport>().RunAsync(wish, await World.OfficerAsync(), default));
    }

    [Fact]
    public async Task Whoever_lost_a_centre_or_is_no_more_gets_nothing_of_it()
    {
        await World.EnterAsync(Us123, 1, "0580");
        var both = await World.UserAsync("associate", UserRole.Officer, Us123, Uk12345);
        var export = await World.OrderAsync(ExportKind.Entries, caller: both);
        await World.Get<Writer>().WriteAsync("test", async writing =>
            await writing.Db.Set<User>().Where(one => one.Username == "associate").ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Centres, (IReadOnlyList<CentreNumber>)[Us123])), default);
        await World.RunJobsAsync();
        (await World.NowAsync(export)).Should().BeEquivalentTo(new { State = ExportState.Failed, Bytes = (long?)null, Rows = 0 });

        var ready = await OrderedAsync(ExportKind.Entries);
        var fetch = World.Get<FetchExport>();
        Done(await fetch.RunAsync(ready.Name, await World.OfficerAsync(), default));
        foreach (var other in new[] { both, People.Board, Caller.Anonymous, OfficerOf(), OfficerOf(Uk12345), new Caller.Officer(9, "other", new HashSet<CentreNumber> { Us123 }, 0) })
            Refused(await fetch.RunAsync(ready.Name, other, default)).Should().BeOfType<FileNotFound>(other.AuditName);
        Refused(await fetch.RunAsync(new string('\0', 32), await World.OfficerAsync(), default)).Should().BeOfType<FileNotFound>();
    }

    [Fact]
    public async Task A_client_that_was_ended_or_has_fewer_scopes_gets_nothing()
    {
        await World.EnterAsync(Us123, 2, "0580");
        Permission[] scopes = [Named.Word<Permission>(Permission.EntriesRead), Named.Word<Permission>(Permission.CandidatesRead), Named.Word<Permission>(Permission.CentresRead)];
        var minted = Done(await World.Get<CreateApiClient>().RunAsync(new(Named.Name("School system"), scopes, [Us123]), People.Board, default));
        var client = new Caller.Client(minted.Client.Id, minted.Client.ClientId, scopes.ToHashSet(), new HashSet<CentreNumber> { Us123 }, 0);
        var whole = await World.ExportAsync(ExportKind.Centres, caller: client with { Scopes = scopes.Skip(1).ToHashSet() });
        (Lines(whole), whole.Contains("\"entry\"", StringComparison.Ordinal)).Should().Be((3, false), "it ordered without entries:read");
        var export = await World.OrderAsync(ExportKind.Entries, caller: client);
        await World.RunJobsAsync();
        Done(await World.Get<FetchExport>().RunAsync(export.Name, client, default));
        Refused(await World.Get<FetchExport>().RunAsync(export.Name, client with { Scopes = scopes.Skip(1).ToHashSet() }, default)).Should().BeOfType<FileNotFound>();

        var late = await World.OrderAsync(ExportKind.Entries, caller: client);
        Done(await World.Get<RevokeApiClient>().RunAsync(minted.Client.ClientId, People.Board, default));
        await World.RunJobsAsync();
        (await World.NowAsync(late)).State.Should().Be(ExportState.Failed);
    }

    [Fact]
    public async Task Killed_on_the_way_it_begins_again_and_is_told_once()
    {
        await World.EnterAsync(Us123, 2_300, "0580");
        var export = await World.OrderAsync(ExportKind.Entries);
        using var killed = new CancellationTokenSource();
        var running = World.Get<JobRunner>().RunOneAsync(shortOnly: false, killed.Token);
        while (!running.IsCompleted && Directory.GetFiles(World.Folder.Folder("data/documents"), "*.draft").Length == 0)
            await Task.Yield();
        await killed.CancelAsync();
        await running;
        (await World.NowAsync(export)).State.Should().Be(ExportState.Writing, "it was killed while it wrote");

        await using var next = await World.OpenAnotherAsync();
        next.Clock.Now += JobRunner.LeaseLife;
        await next.RunJobsAsync();

        var done = await World.NowAsync(export);
        (done.State, done.Rows).Should().Be((ExportState.Ready, 2_300));
        Lines(await World.TextAsync(done)).Should().Be(2_301);
        await using var db = World.Open(People.Board);
        (await db.News.Where(news => news.Type == NewsType.ExportReady).ToListAsync()).Should().ContainSingle().Which.Owner.Should().Be(done.Owner);
    }

    [Fact]
    public async Task A_link_serves_once_and_every_fetch_is_recorded()
    {
        await World.AddOfficerAsync("linker", centres: [Us123]);
        var caller = Done(await World.SignInStaffAsync("linker")).Caller;
        var export = await OrderedAsync(ExportKind.Candidates, caller);
        var link = Done(await World.Get<CreateFileLink>().RunAsync(export.Name, caller, default));

        Done(await World.Get<FetchExport>().RunAsync(export.Name, link.Token, default)).Id.Should().Be(export.Id);
        Refused(await World.Get<FetchExport>().RunAsync(export.Name, link.Token, default)).Should().BeOfType<FileNotFound>();
        var other = await OrderedAsync(ExportKind.Candidates, caller);
        var another = Done(await World.Get<CreateFileLink>().RunAsync(other.Name, caller, default));
        Refused(await World.Get<FetchExport>().RunAsync(export.Name, another.Token, default)).Should().BeOfType<FileNotFound>("it is another's");
        await using var db = World.Open(People.Board);
        (await db.Audit.Where(one => one.Action == Domain.Audit.AuditAction.ExportDownloaded).ToListAsync())
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { Actor = "officer:linker", Centre = Us123, Series = June, Detail = "US123_2026-06_candidates.csv" });
    }

    [Fact]
    public async Task After_a_day_it_is_gone_and_after_a_month_forgotten()
    {
        var waiting = await World.OrderAsync(ExportKind.Entries);
        Refused(await World.Get<FetchExport>().RunAsync(waiting.Name, await World.OfficerAsync(), default)).Should().Be(new FileNotReady(ExportState.Ordered));
        var export = await OrderedAsync(ExportKind.Entries);
        World.Clock.Now += FileLimits.Life;
        Refused(await World.Get<FetchExport>().RunAsync(export.Name, await World.OfficerAsync(), default)).Should().BeOfType<FileGone>();
        World.Clock.Now += TimeSpan.FromHours(2);
        await World.Get<Sweeper>().SweepAsync(default);

        (await World.NowAsync(export)).State.Should().Be(ExportState.Expired);
        Directory.GetFiles(Path.Combine(World.Folder.Data, "documents")).Should().BeEmpty();
        World.Clock.Now += TimeSpan.FromDays(30);
        await World.Get<Sweeper>().SweepAsync(default);
        await using var db = World.Open(People.Board);
        (await db.Exports.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task What_lies_on_the_disk_is_sealed_and_begins_with_a_mark_for_spreadsheets_when_it_is_read()
    {
        await World.EnterAsync(Us123, 1, "0580");
        var export = await OrderedAsync(ExportKind.Candidates);

        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(World.Folder.Data, "documents")).Single())).Should().NotContain("Candidate");
        using var content = World.Get<DocumentFiles>().Open(DocumentFiles.IdOf(export.Name))!;
        var begin = new byte[3];
        content.ReadExactly(begin);
        begin.Should().Equal(0xEF, 0xBB, 0xBF);
        content.Length.Should().Be(export.Bytes);
    }

    [Fact]
    public async Task Whoever_went_to_another_centre_is_in_the_lines_but_not_in_the_table()
    {
        await World.EnterAsync(Us123, 2, "0580");
        await World.Get<Writer>().WriteAsync("test", async writing =>
        {
            (await writing.Db.Candidates.OrderBy(one => one.Number).FirstAsync()).TransferOut();
            (await writing.Db.Entries.OrderBy(one => one.Id).FirstAsync()).Transfer(World.Clock.Now);
        }, default);

        Lines(await World.ExportAsync(ExportKind.Candidates)).Should().Be(2, "a heading and one candidate");
        Lines(await World.ExportAsync(ExportKind.Entries)).Should().Be(2);
        var lines = await World.ExportAsync(ExportKind.Centres);
        lines.Should().Contain("\"TRANSFERRED_OUT\"").And.Contain("\"TRANSFERRED\"");
        (await World.ExportAsync(ExportKind.Entries, ExportFormat.JsonLines)).Should().Contain("\"TRANSFERRED\"");
    }

    private async Task<Export> OrderedAsync(ExportKind kind, Caller? caller = null)
    {
        var export = await World.OrderAsync(kind, caller: caller);
        await World.RunJobsAsync();
        return await World.NowAsync(export);
    }

    private static int Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}

public sealed class ExportsOnSqliteTests() : ExportTests(null);

public sealed class ExportsOnPostgresTests(PrivatePostgres postgres) : ExportTests(postgres);
