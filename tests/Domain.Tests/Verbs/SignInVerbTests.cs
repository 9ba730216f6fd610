using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.World;
using static Exams.World.BoardWorld;

namespace Exams.Domain.Tests.Verbs;

/// <summary>Signing in on a real database: traps T8, T26 and T27.</summary>
public sealed class SignInVerbTests : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BoardWorld _world = null!; // Set by InitializeAsync before any test runs.
    private Domain.Candidates.Candidate _fred = null!; // Likewise.
    private string _username = "";
    private Secret _password = new("");

    public async ValueTask InitializeAsync()
    {
        _world = await OpenAsync();
        await _world.SeedAsync();
        _fred = (await _world.EnterAsync(Us123, 2, "0580"))[0];
        await _world.ConfirmAllAsync(Us123);
        (_username, _password) = await _world.CredentialOfAsync(_fred);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_the_sheet_says_lets_the_candidate_in_however_it_is_typed()
    {
        var signedIn = Done(await _world.SignInAsync($" {_username.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)} ", _password));

        signedIn.Caller.Should().BeOfType<Caller.Candidate>().Which.Number.Should().Be(_fred.Number);
        (await CallerOf(signedIn)).Should().Be(signedIn.Caller);
        signedIn.ExpiresAt.Should().Be(Start + Session.CandidateLife);
    }

    [Fact]
    public async Task Unknown_wrong_suspended_and_throttled_get_the_same_answer()
    {
        var unknown = Refused(await _world.SignInAsync("NOBOD-YKNOW", _password));
        var wrong = Refused(await _world.SignInAsync(_username, new Secret("AAAA-AAAA-AAAA-AAAA")));
        await FailAsync(_username, 10);
        var throttled = Refused(await _world.SignInAsync(_username, _password));
        await SetAsync(AccessStatus.None, 1);
        var suspended = Refused(await _world.SignInAsync(_username, _password, "192.0.2.77"));

        new[] { unknown, wrong, throttled, suspended }.Should().AllBeEquivalentTo(new SignInRefused());
    }

    [Fact]
    public async Task A_throttle_holds_back_one_source_and_nobody_else()
    {
        await FailAsync(_username, 10);

        Refused(await _world.SignInAsync(_username, _password)).Code.Should().Be("SIGN_IN_REFUSED");
        Done(await _world.SignInAsync(_username, _password, "198.51.100.7"));
        var (other, password) = await _world.CredentialOfAsync((await CandidatesAsync())[1]);
        Done(await _world.SignInAsync(other, password));
    }

    [Fact]
    public async Task A_throttle_ends_by_itself_or_is_lifted_by_the_centre()
    {
        await FailAsync(_username.ToLowerInvariant(), 10);
        Refused(await _world.SignInAsync(_username, _password));

        Done(await _world.Get<LiftThrottle>().RunAsync(new LiftThrottle.Request(Us123, June, _fred.Number), OfficerOf(Us123), Ct));

        Done(await _world.SignInAsync(_username, _password));
        await FailAsync(_username, 10);
        _world.Clock.Now += Throttle.Window;
        Done(await _world.SignInAsync(_username, _password));
    }

    [Fact]
    public async Task A_school_behind_one_address_gets_in_while_somebody_there_mistypes()
    {
        await FailAsync("WRONG-USERN", 50);

        Done(await _world.SignInAsync(_username, _password));
    }

    [Fact]
    public async Task A_reissued_password_ends_sessions_and_makes_the_old_sheet_void()
    {
        var before = Done(await _world.SignInAsync(_username, _password));

        Done(await _world.Get<ReissuePassword>().RunAsync(new ReissuePassword.Request(Us123, June, _fred.Number), OfficerOf(Us123), Ct));

        (await CallerOf(before)).Should().Be(Caller.Anonymous);
        Refused(await _world.SignInAsync(_username, _password));
        var (username, password) = await _world.CredentialOfAsync(_fred);
        username.Should().Be(_username);
        Done(await _world.SignInAsync(username, password));
    }

    [Fact]
    public async Task A_sign_in_with_the_old_password_cannot_slip_in_behind_a_reissue()
    {
        var found = await _world.Get<ISignInStore>().FindCandidateAsync(_username, "192.0.2.1", _world.Clock.Now, Ct);
        Done(await _world.Get<ReissuePassword>().RunAsync(new ReissuePassword.Request(Us123, June, _fred.Number), OfficerOf(Us123), Ct));

        var session = Session.ForCandidate(found.Account!.Credential.GrantId, [1, 2, 3], _world.Clock.Now);
        var change = new SignInChange(_username, "192.0.2.1", _world.Clock.Now, session, null, null) { IssueNumber = found.Account.Credential.IssueNumber };

        Refused(await _world.Get<ISignInStore>().CommitAsync(change, Ct)).Should().Be(new SignInRefused());
    }

    [Fact]
    public async Task NONE_ends_sessions_at_once_and_ALL_lets_the_same_password_in_again()
    {
        var before = Done(await _world.SignInAsync(_username, _password));

        await SetAsync(AccessStatus.None, 1);
        (await CallerOf(before)).Should().Be(Caller.Anonymous);
        await SetAsync(AccessStatus.All, 2);

        (await CallerOf(before)).Should().Be(Caller.Anonymous, "an ended session stays ended");
        Done(await _world.SignInAsync(_username, _password));
    }

    [Fact]
    public async Task Withdrawing_the_last_entry_ends_sessions_at_once_and_reentry_waits_for_the_next_confirming()
    {
        var before = Done(await _world.SignInAsync(_username, _password));

        Done(await _world.Get<WithdrawEntry>().RunAsync(
            BoardWorld.EntryOf(Us123, _fred.Number, Named.Syllabus("0580")), OfficerOf(Us123), Ct));
        (await CallerOf(before)).Should().Be(Caller.Anonymous);
        Refused(await _world.SignInAsync(_username, _password));
        Done(await _world.Get<EnterCandidate>().RunAsync(
            BoardWorld.Wish(Us123, _fred.Number, Named.Syllabus("0580"), Named.Option("A")), OfficerOf(Us123), Ct));
        Refused(await _world.SignInAsync(_username, _password));
        await SetAsync(AccessStatus.All, 1);

        Done(await _world.SignInAsync(_username, _password));
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        var signedIn = Done(await _world.SignInAsync(_username, _password));

        Done(await _world.Get<SignOut>().RunAsync(signedIn.Caller, Ct));

        (await CallerOf(signedIn)).Should().Be(Caller.Anonymous);
        Refused(await _world.Get<SignOut>().RunAsync(Caller.Anonymous, Ct)).Code.Should().Be("NOT_SIGNED_IN");
    }

    [Fact]
    public async Task An_officer_with_a_second_factor_needs_it_and_each_code_serves_once()
    {
        byte[] key = [.. Enumerable.Range(0, 20).Select(one => (byte)one)];
        await _world.AddOfficerAsync("olive", key, Us123);

        Refused(await _world.SignInStaffAsync("olive")).Code.Should().Be("SECOND_FACTOR_NEEDED");
        Refused(await _world.SignInStaffAsync("olive", password: "wrong")).Code.Should().Be("SIGN_IN_REFUSED");
        Refused(await _world.SignInStaffAsync("olive", "000000")).Code.Should().Be("SIGN_IN_REFUSED");
        var signedIn = Done(await _world.SignInStaffAsync(" Olive ", _world.CodeOf(key)));
        Refused(await _world.SignInStaffAsync("olive", _world.CodeOf(key))).Code.Should().Be("SIGN_IN_REFUSED", "the code was used");

        signedIn.Caller.Administers(Us123).Should().BeTrue();
        signedIn.Caller.Administers(Uk12345).Should().BeFalse();
    }

    [Fact]
    public async Task Ten_wrong_codes_are_as_bad_as_ten_wrong_passwords()
    {
        byte[] key = [.. Enumerable.Range(0, 20).Select(one => (byte)one)];
        await _world.AddOfficerAsync("olive", key, Us123);
        for (var i = 0; i < 10; i++)
        {
            Refused(await _world.SignInStaffAsync("olive", "000000"));
        }

        Refused(await _world.SignInStaffAsync("olive", _world.CodeOf(key))).Code.Should().Be("SIGN_IN_REFUSED");
        Done(await _world.SignInStaffAsync("olive", _world.CodeOf(key), source: "198.51.100.7"));
    }

    private async Task FailAsync(string username, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Refused(await _world.SignInAsync(username, new Secret("AAAA-AAAA-AAAA-AAAA")));
        }
    }

    private async Task SetAsync(AccessStatus scope, int version) => Done(await _world.Get<SetResultsAccess>().RunAsync(
        new SetResultsAccess.Request(Us123, June, scope, version), OfficerOf(Us123), Ct));

    private Task<Caller> CallerOf(SignedIn signedIn) => _world.Get<SessionCallers>().FindAsync(signedIn.Token);

    private async Task<List<Domain.Candidates.Candidate>> CandidatesAsync()
    {
        await using var db = _world.Open(People.Board);
        return [.. db.Candidates.OrderBy(one => one.Number)];
    }
}
