using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>Transfers as they are stored: what one step writes at two centres, what is refused when two decide at once, and who sees what.</summary>
public abstract class TransferStoreTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static readonly Caller Board = People.Board;
    private static readonly TransferReference Which = new TransferReference.ByRegistration(new Registration(Us123, June, Named.Candidate("0001")));

    private Task<TransferDecision> AskAsync(string candidate = "0001", BoardWorld? world = null) => (world ?? World).Get<AskForTransfer>().RunAsync(
        new TransferWish(new CandidateReference.ByNumber(Us123, June, Named.Candidate(candidate)), Uk12345), OfficerOf(Us123), default);

    private Task<TransferDecision> AcceptAsync(string? number = null, BoardWorld? world = null) =>
        (world ?? World).Get<AcceptTransfer>().RunAsync(Which, number is null ? null : Named.Candidate(number), OfficerOf(Uk12345), default);

    private Task<TransferDecision> ConfirmAsync(BoardWorld? world = null) => (world ?? World).Get<ConfirmTransfer>().RunAsync(Which, Board, default);

    private Task<TransferDecision> CancelAsync(CentreNumber by, BoardWorld? world = null) =>
        (world ?? World).Get<CancelTransfer>().RunAsync(Which, OfficerOf(by), default);

    private static Transfer Done(TransferDecision decision)
    {
        decision.Refusals.Should().BeEmpty();
        return decision.Transfer!;
    }

    [Fact]
    public async Task Three_steps_leave_history_at_one_centre_and_a_candidate_with_entries_at_the_other()
    {
        await World.EnterAsync(Us123, 1, "0580", "9709");
        await World.EnterAsync(Uk12345, 2, "0580");

        Done(await AskAsync()).Id.Should().BePositive();
        Done(await AcceptAsync());
        var transfer = Done(await ConfirmAsync());

        await using var db = World.Open(Board);
        var stored = await db.Transfers.SingleAsync();
        (stored.Status, stored.NewCandidateId).Should().Be((TransferStatus.Confirmed, transfer.NewCandidateId));
        (await db.TransferredEntries.OrderBy(entry => entry.Syllabus).Select(entry => entry.Syllabus.ToString()).ToListAsync()).Should().Equal("0580", "9709");
        var left = await db.Candidates.SingleAsync(one => one.Id == stored.CandidateId);
        (left.Centre, left.Status, left.IsMoving, left.Version).Should().Be((Us123, CandidateStatus.TransferredOut, false, 4));
        var arrived = await db.Candidates.SingleAsync(one => one.Id == stored.NewCandidateId);
        (arrived.Centre, arrived.Number.ToString(), arrived.Name).Should().Be((Uk12345, "0003", left.Name));
        (await db.Entries.Where(entry => entry.CandidateId == left.Id).Select(entry => entry.Status).Distinct().ToListAsync()).Should().Equal(EntryStatus.Transferred);
        (await db.Entries.Where(entry => entry.CandidateId == arrived.Id && entry.Centre == Uk12345 && entry.Status == EntryStatus.Active).CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Money_moves_from_one_account_to_the_other_and_comes_back_once()
    {
        await PriceAsync(9_500);
        await World.EnterAsync(Us123, 1);
        BoardWorld.Done(await World.Get<EnterCandidate>().RunAsync(
            Wish(Us123, Named.Candidate("0001"), Named.Syllabus("0580"), Named.Option("A")), OfficerOf(Us123), default));
        await AskAsync();
        await AcceptAsync("0042");
        await PriceAsync(10_000);
        Done(await ConfirmAsync());
        BoardWorld.Done(await World.Get<WithdrawEntry>().RunAsync(EntryOf(Uk12345, Named.Candidate("0042"), Named.Syllabus("0580")), OfficerOf(Uk12345), default));

        await using var db = World.Open(Board);
        var lines = await db.FeeLines.OrderBy(line => line.Id).ToListAsync();
        lines.Select(line => (line.Centre, line.Kind, line.Hundredths)).Should().Equal(
            (Us123, FeeLineKind.Entry, 9_500),
            (Us123, FeeLineKind.TransferRefund, -9_500), (Uk12345, FeeLineKind.TransferCharge, 9_500),
            (Uk12345, FeeLineKind.Refund, -9_500));
        lines.Select(line => line.EntryId).Distinct().Should().HaveCount(2);
        lines.Should().OnlyContain(line => line.EntryId > 0);
    }

    [Fact]
    public async Task Rule_37_the_grant_the_session_and_the_printed_sheet_end_with_the_confirmation()
    {
        var candidates = await World.EnterAsync(Us123, 2, "0580");
        await World.ConfirmAllAsync(Us123);
        await World.RunJobsAsync();
        var (username, password) = await World.CredentialOfAsync(candidates[0]);
        var session = BoardWorld.Done(await World.SignInAsync(username, password)).Caller.SessionId;
        await AskAsync();
        await AcceptAsync();
        Done(await ConfirmAsync());

        await using var db = World.Open(Board);
        (await db.Grants.OrderBy(grant => grant.CandidateId).Select(grant => grant.State).ToListAsync()).Should().Equal(GrantState.Suspended, GrantState.Active);
        (await db.Set<Domain.Sessions.Session>().SingleAsync(one => one.Id == session)).EndedAt.Should().NotBeNull();
        (await db.Documents.SingleAsync()).Stale.Should().HaveFlag(StaleReasons.CandidatesChanged);
        Refused(await World.SignInAsync(username, password));
    }

    [Fact]
    public async Task Every_piece_of_news_about_a_transfer_leads_to_it()
    {
        await World.EnterAsync(Us123, 1, "0580");
        var id = Done(await AskAsync()).Id;
        await AcceptAsync();
        await CancelAsync(Uk12345);

        await using var db = World.Open(Board);
        var news = await db.News.Where(one => one.Type != NewsType.CandidateChanged).OrderBy(one => one.Sequence).ToListAsync();
        news.Select(one => (one.Type, one.Centre)).Should().Equal(
            (NewsType.TransferAsked, Us123), (NewsType.TransferAsked, Uk12345), (NewsType.TransferAccepted, Us123), (NewsType.TransferAccepted, Uk12345),
            (NewsType.TransferCancelled, Us123), (NewsType.TransferCancelled, Uk12345));
        news.Should().OnlyContain(one => one.TransferId == id);
        (await db.Audit.CountAsync()).Should().Be(6);
    }

    [Fact]
    public async Task Of_those_who_decide_at_once_one_is_heard()
    {
        await World.EnterAsync(Us123, 1, "0580");
        await using var other = await World.OpenAnotherAsync();
        BoardWorld[] worlds = [World, other, World, other];

        var asked = await Task.WhenAll(worlds.Select(world => Task.Run(() => AskAsync(world: world))));
        asked.Count(decision => decision.Transfer is not null).Should().Be(1);
        asked.Where(decision => decision.Transfer is null).Should().OnlyContain(decision => decision.Refusals.Single() is TransferPending);

        Done(await AcceptAsync());
        var ended = await Task.WhenAll(worlds.Select((world, place) => Task.Run(() => place % 2 == 0 ? ConfirmAsync(world) : CancelAsync(Us123, world))));
        ended.Count(decision => decision.Transfer is not null).Should().Be(1);
        await using var db = World.Open(Board);
        var confirmed = (await db.Transfers.SingleAsync()).Status == TransferStatus.Confirmed;
        (await db.Candidates.CountAsync()).Should().Be(confirmed ? 2 : 1);
        (await db.Entries.CountAsync(entry => entry.Status == EntryStatus.Active)).Should().Be(1);
    }

    [Fact]
    public async Task Entries_details_and_numbers_are_decided_again_when_a_form_came_in_meanwhile()
    {
        await World.EnterAsync(Us123, 1, "0580");
        var store = World.Get<IEntryStore>();
        var wish = Wish(Us123, Named.Candidate("0001"), Named.Syllabus("9709"), Named.Option("A"));
        var desk = new EntryDesk(await store.FindAsync([wish], default), OfficerOf(Us123), World.Clock.Now);
        desk.Submit(wish).Refusals.Should().BeEmpty("nothing was asked for when it was read");
        Done(await AskAsync());

        Refused(await store.CommitAsync(desk.Change, default)).Should().BeOfType<ChangedMeanwhile>();
        var again = new EntryDesk(await store.FindAsync([wish], default), OfficerOf(Us123), World.Clock.Now);
        again.Submit(wish).Refusals.Should().AllBeOfType<TransferPending>();

        var same = new CandidateWish(Us123, June, Named.Candidate("0001"), new PersonalDetails(Named.Person($"Candidate {Us123} 1")));
        (await UpsertAsync(same)).Action.Should().Be(CandidateAction.Unchanged, "a nightly run that changes nothing is no edit");
        (await UpsertAsync(same with { Details = same.Details with { IsPrivate = true } })).Refusals.Should().AllBeOfType<TransferPending>();
    }

    [Fact]
    public async Task A_number_that_was_taken_after_the_form_is_refused_and_another_is_taken_over()
    {
        await World.EnterAsync(Us123, 1, "0580");
        await AskAsync();
        Done(await AcceptAsync("0001"));
        await World.EnterAsync(Uk12345, 1, "0580");

        (await ConfirmAsync()).Refusals.Should().Equal(new CandidateNumberTaken(Named.Candidate("0001")));
        Done(await AcceptAsync("0002"));
        Done(await ConfirmAsync());
    }

    [Fact]
    public async Task Somebody_can_come_back_under_a_new_number()
    {
        var uci = Named.Word<Uci>("681990012058G");
        BoardWorld.Done(await World.Get<RegisterCandidate>().RunAsync(
            new CandidateWish(Us123, June, Named.Candidate("0001"), new PersonalDetails(Named.Person("Ada"), Uci: uci)), OfficerOf(Us123), default));
        BoardWorld.Done(await World.Get<EnterCandidate>().RunAsync(
            Wish(Us123, Named.Candidate("0001"), Named.Syllabus("0580"), Named.Option("A")), OfficerOf(Us123), default));
        await AskAsync();
        await AcceptAsync("0050");
        Done(await ConfirmAsync());

        var back = new TransferReference.ByRegistration(new Registration(Uk12345, June, Named.Candidate("0050")));
        Done(await World.Get<AskForTransfer>().RunAsync(
            new TransferWish(new CandidateReference.ByNumber(Uk12345, June, Named.Candidate("0050")), Us123), OfficerOf(Uk12345), default));
        Done(await World.Get<AcceptTransfer>().RunAsync(back, null, OfficerOf(Us123), default));
        Done(await World.Get<ConfirmTransfer>().RunAsync(back, Board, default));

        await using var db = World.Open(Board);
        (await db.Candidates.Where(one => one.Status == CandidateStatus.Active).Select(one => new { one.Centre, one.Number, one.Uci }).SingleAsync())
            .Should().Be(new { Centre = Us123, Number = Named.Candidate("0002"), Uci = (Uci?)uci });
        var row = new CandidateWish(Us123, June, Named.Candidate("0002"), new PersonalDetails(Named.Person("Ada Lovelace"), Uci: uci));
        (await UpsertAsync(row)).Refusals.Should().BeEmpty("the registration that was left has the same UCI and is nobody's");
    }

    [Fact]
    public async Task The_receiving_centre_sees_whom_it_is_about_until_it_comes_to_nothing_and_a_third_never()
    {
        await World.EnterAsync(Us123, 1, "0580");
        (await SeenAsync(OfficerOf(Uk12345))).Should().Be("0 0 0");
        Done(await AskAsync());
        (await SeenAsync(OfficerOf(Uk12345))).Should().Be("1 1 1");
        (await SeenAsync(OfficerOf(Named.Centre("ZZ999")))).Should().Be("0 0 0");
        (await SeenAsync(ClientOf(Permission.EntriesRead))).Should().Be("1 0 1", "a name is a candidate's");
        (await SeenAsync(ClientOf(Permission.CandidatesRead))).Should().Be("0 0 0");
        await CancelAsync(Uk12345);
        (await SeenAsync(OfficerOf(Uk12345))).Should().Be("1 0 0");
        (await SeenAsync(OfficerOf(Us123))).Should().Be("1 1 1");
        await using var db = World.Open(OfficerOf(Uk12345));
        (await db.Candidates.CountAsync(), await db.Entries.CountAsync()).Should().Be((0, 0), "the other centre's registrations stay its own");
    }

    private async Task<CandidateRow> UpsertAsync(CandidateWish wish) => BoardWorld.Done(
        await World.Get<UpsertCandidates>().RunAsync(new Domain.Bulk.BulkRequest<CandidateWish>([wish]), OfficerOf(Us123), default)).Rows.Single();

    private static Caller.Client ClientOf(string scope) =>
        new(1, "client", new HashSet<Permission> { Named.Word<Permission>(scope) }, new HashSet<CentreNumber> { Uk12345 }, 1);

    private async Task<string> SeenAsync(Caller caller)
    {
        await using var db = World.Open(caller);
        return $"{await db.Transfers.CountAsync()} {await db.TransferForms.CountAsync()} {await db.TransferredEntries.CountAsync()}";
    }

    private Task PriceAsync(long hundredths) => World.Get<Writer>().WriteAsync("test", async writing =>
    {
        await writing.Db.Fees.ExecuteDeleteAsync();
        writing.Db.Add(new Fee(June, EntryTier.OnTime, new Money(hundredths, Named.Word<CurrencyCode>("GBP"))));
    }, default);
}

public sealed class TransferStoreOnSqliteTests() : TransferStoreTests(null);

public sealed class TransferStoreOnPostgresTests(PrivatePostgres postgres) : TransferStoreTests(postgres);
