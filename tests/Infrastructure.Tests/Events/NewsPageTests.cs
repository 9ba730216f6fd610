using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Events;

/// <summary>Pages of what happened and of what changed: nothing skipped, nothing twice, whatever is written meanwhile.</summary>
public abstract class NewsPageTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static Task TellAsync(BoardWorld world, params NewsItem[] news) => world.Get<Writer>().WriteAsync("test", writing =>
    {
        writing.Tell(news);
        return Task.CompletedTask;
    }, default);

    private NewsItem About(CentreNumber centre, int done) => new(NewsType.DocumentsProgressed, World.Clock.Now) { Centre = centre, Series = June, Done = done };

    [Fact]
    public async Task Who_pages_while_two_processes_write_gets_each_event_once_and_in_order()
    {
        const int Writers = 6, Each = 50;
        await using var other = await World.OpenAnotherAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await TellAsync(writer % 2 == 0 ? World : other, About(Us123, writer * Each + i), About(Uk12345, -1));
        })));

        List<int> got = [];
        var (place, isLast) = (0L, false);
        while (true)
        {
            isLast = writing.IsCompleted;
            var head = await World.Feed.HeadAsync(default);
            await using var db = World.Open(OfficerOf(Us123));
            var page = await new EventReading(db, null, null, null).ReadAsync(place, head, 7, default);
            got.AddRange(page.Items.Select(news => news.Done!.Value));
            page.End.Should().BeGreaterThanOrEqualTo(place);
            (page.HasMore || page.End == head).Should().BeTrue("the last page ends where the news stood");
            place = page.End;
            if (isLast && !page.HasMore)
                break;
        }

        await writing;
        await using var board = World.Open(People.Board);
        var told = await board.News.Where(news => news.Done >= 0).OrderBy(news => news.Sequence).Select(news => news.Done!.Value).ToListAsync();
        told.Should().HaveCount(Writers * Each);
        got.Should().Equal(told);
    }

    [Fact]
    public async Task A_page_holds_only_what_was_asked_for_and_goes_forward_without_finding_anything()
    {
        await TellAsync(World, [.. Enumerable.Range(0, 20).Select(done => About(Us123, done))]);
        var head = await World.Feed.HeadAsync(default);
        await using var db = World.Open(OfficerOf(Us123, Uk12345));

        var none = await new EventReading(db, [NewsType.EntryMade], null, null).ReadAsync(0, head, 5, default);
        (none.Items.Count, none.End, none.HasMore).Should().Be((0, head, false));
        (await new EventReading(db, null, Uk12345, null).ReadAsync(0, head, 5, default)).Items.Should().BeEmpty();
        (await new EventReading(db, null, null, Named.Series("2026-11")).ReadAsync(0, head, 5, default)).Items.Should().BeEmpty();
        var some = await new EventReading(db, [NewsType.DocumentsProgressed], Us123, June).ReadAsync(0, head, 5, default);
        (some.Items.Select(one => one.Done!.Value), some.HasMore).Should().BeEquivalentTo((new[] { 0, 1, 2, 3, 4 }, true));
        (await new EventReading(db, null, null, null).ReadAsync(some.End, head, 100, default)).Items.Should().HaveCount(15);
        (await new EventReading(db, null, null, null).ReadAsync(3, head, 0, default)).End.Should().Be(3, "whoever asks for nothing goes nowhere");
    }

    [Fact]
    public async Task Each_thing_that_changed_is_told_once_with_everything_that_became_of_it()
    {
        var officer = OfficerOf(Us123);
        await RegisterAsync(officer, ("0001", "One"), ("0002", "Two"), ("0003", "Three"));
        var start = await World.Feed.HeadAsync(default);
        await RegisterAsync(officer, ("0001", "One More"), ("0004", "Four"));
        await RegisterAsync(officer, ("0004", "Four More"), ("0001", "One Most"));
        var end = await World.Feed.HeadAsync(default);
        await RegisterAsync(officer, ("0002", "Later"), ("0001", "Later Still"));

        var pages = await PagesAsync(officer, ChangedThing.Candidate, start, end, first: 1);

        // The last word of each, up to the end that the first page fixed; what came after is for the next time.
        pages.Select(one => (one.Last.Candidate.ToString(), string.Join(' ', one.Kinds))).Should().Equal(("0004", "Made Changed"), ("0001", "Changed"));
        (await PagesAsync(officer, ChangedThing.Candidate, end, await World.Feed.HeadAsync(default), 10)).Select(one => one.Last.Candidate.ToString())
            .Should().Equal("0002", "0001");
        (await PagesAsync(OfficerOf(Uk12345), ChangedThing.Candidate, 0, end, 10)).Should().BeEmpty();
        (await PagesAsync(officer, ChangedThing.Entry, 0, end, 10)).Should().BeEmpty();
    }

    [Fact]
    public async Task Entries_are_told_apart_by_candidate_and_syllabus_and_withdrawn_ones_are_told_as_such()
    {
        var officer = OfficerOf(Us123);
        await RegisterAsync(officer, ("0001", "One"), ("0002", "Two"));
        var start = await World.Feed.HeadAsync(default);
        await EnterAsync(officer, ("0001", "0580"), ("0001", "9709"), ("0002", "0580"));
        Done(await World.Get<WithdrawEntry>().RunAsync(EntryOf(Us123, Named.Candidate("0001"), Named.Syllabus("0580")), officer, default));
        await EnterAsync(officer, ("0002", "0580"));

        var changes = await PagesAsync(officer, ChangedThing.Entry, start, await World.Feed.HeadAsync(default), first: 2);

        changes.Select(one => $"{one.Last.Candidate} {one.Last.Syllabus} {string.Join(' ', one.Kinds)}")
            .Should().Equal("0001 9709 Made", "0002 0580 Made", "0001 0580 Made Withdrawn");
    }

    [Fact]
    public async Task A_transfer_is_told_to_both_centres_to_each_as_its_own_side()
    {
        await World.EnterAsync(Us123, 1, "0580");
        var which = new TransferReference.ByRegistration(new Registration(Us123, June, Named.Candidate("0001")));
        var start = await World.Feed.HeadAsync(default);
        (await World.Get<AskForTransfer>().RunAsync(
            new TransferWish(new CandidateReference.ByNumber(Us123, June, Named.Candidate("0001")), Uk12345), OfficerOf(Us123), default)).Refusals.Should().BeEmpty();
        (await World.Get<AcceptTransfer>().RunAsync(which, Named.Candidate("0042"), OfficerOf(Uk12345), default)).Refusals.Should().BeEmpty();
        (await World.Get<ConfirmTransfer>().RunAsync(which, People.Board, default)).Refusals.Should().BeEmpty();
        var end = await World.Feed.HeadAsync(default);

        async Task<IEnumerable<string>> ToldAsync(CentreNumber centre, ChangedThing thing) =>
            (await PagesAsync(OfficerOf(centre), thing, start, end, first: 1)).Select(one => $"{one.Last.Centre} {one.Last.Candidate} {one.Last.Syllabus} {string.Join(' ', one.Kinds)}");
        // The candidate was marked as moving before.
        (await ToldAsync(Us123, ChangedThing.Candidate)).Should().Equal("US123 0001  Changed Transferred");
        (await ToldAsync(Us123, ChangedThing.Entry)).Should().Equal("US123 0001 0580 Transferred");
        (await ToldAsync(Uk12345, ChangedThing.Candidate)).Should().Equal("12345 0042  Made");
        (await ToldAsync(Uk12345, ChangedThing.Entry)).Should().Equal("12345 0042 0580 Made");
    }

    [Fact]
    public async Task Who_begins_with_nothing_gets_everything_once_and_misses_nothing_that_is_written_meanwhile()
    {
        var officer = OfficerOf(Us123);
        await RegisterAsync(officer, [.. Enumerable.Range(1, 30).Select(number => ($"{number:0000}", $"Candidate {number}"))]);
        await RegisterAsync(OfficerOf(Uk12345), Uk12345, ("0001", "Elsewhere"));
        var bound = await World.Feed.HeadAsync(default);

        List<long> rows = [];
        await using (var db = World.Open(officer))
        {
            var reading = new ChangeReading(db, ChangedThing.Candidate, null, null);
            var (last, after, more) = (await reading.LastRowAsync(default), 0L, true);
            while (more)
            {
                var page = await reading.PresentAsync(after, last, 7, default);
                rows.AddRange(page.Items.Select(one => one.Row));
                (after, more) = (page.End, page.HasMore);
                await RegisterAsync(officer, ($"{rows.Count + 100:0000}", "Meanwhile"), ("0001", $"Renamed {rows.Count}"));
            }
        }

        await using (var db = World.Open(officer))
        {
            var first = await db.Candidates.Where(one => one.Id <= rows.Max()).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync();
            rows.Should().Equal(first).And.HaveCount(30);
        }

        (await PagesAsync(officer, ChangedThing.Candidate, bound, await World.Feed.HeadAsync(default), 3)).Select(one => one.Last.Candidate.ToString())
            .Should().BeEquivalentTo("0001", "0107", "0114", "0121", "0128", "0130");
    }

    private async Task<List<ChangedRow>> PagesAsync(Caller caller, ChangedThing thing, long start, long end, int first)
    {
        List<ChangedRow> all = [];
        var (place, more) = (start, true);
        while (more)
        {
            await using var db = World.Open(caller);
            var page = await new ChangeReading(db, thing, null, null).ChangesAsync(start, end, place, first, default);
            all.AddRange(page.Items);
            (place, more) = (page.End, page.HasMore);
        }

        place.Should().Be(end);
        return all;
    }

    private Task RegisterAsync(Caller caller, params (string Number, string Name)[] rows) => RegisterAsync(caller, Us123, rows);

    private async Task RegisterAsync(Caller caller, CentreNumber centre, params (string Number, string Name)[] rows) =>
        Done(await World.Get<UpsertCandidates>().RunAsync(
            new([.. rows.Select(row => new CandidateWish(centre, June, Named.Candidate(row.Number), new PersonalDetails(Named.Person(row.Name)), Named.Word<ExternalReference>($"key-{row.Number}")))], Domain.Bulk.ErrorPolicy.RejectAll, false),
            caller, default)).IsWritten.Should().BeTrue();

    private async Task EnterAsync(Caller caller, params (string Number, string Syllabus)[] rows) =>
        Done(await World.Get<SubmitEntries>().RunAsync(
            new([.. rows.Select(row => Wish(Us123, Named.Candidate(row.Number), Named.Syllabus(row.Syllabus), Named.Option("A")))], Domain.Bulk.ErrorPolicy.RejectAll, false),
            caller, default));
}

public sealed class NewsPagesOnSqliteTests() : NewsPageTests(null);

public sealed class NewsPagesOnPostgresTests(PrivatePostgres postgres) : NewsPageTests(postgres);
