using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Sessions;

/// <summary>Rules 29, 37 and 38, traps T8, T26 and T27.</summary>
public sealed class SignInTests
{
    private static readonly DateTimeOffset Now = Named.At("2026-08-11T05:00:00Z");

    [Fact]
    public void The_right_password_an_active_grant_and_an_active_entry_let_a_candidate_in() =>
        new CandidateAttempt(Account(), 0, 0).LetIn(isRight: true).Should().NotBeNull();

    [Theory]
    [InlineData(false, GrantState.Active, true, 0, 0)]
    [InlineData(true, GrantState.Suspended, true, 0, 0)]
    [InlineData(true, GrantState.Active, false, 0, 0)]
    [InlineData(true, GrantState.Active, true, 10, 10)]
    [InlineData(true, GrantState.Active, true, 0, 1_000)]
    public void Wrong_suspended_withdrawn_and_throttled_candidates_stay_out(
        bool isRight, GrantState state, bool hasActiveEntry, int fromHere, int fromAnywhere) =>
        new CandidateAttempt(Account(state, hasActiveEntry), fromHere, fromAnywhere).LetIn(isRight).Should().BeNull();

    [Fact]
    public void An_unknown_username_stays_out() => new CandidateAttempt(Account: null, 0, 0).LetIn(isRight: false).Should().BeNull();

    [Fact]
    public void Who_is_attacked_from_elsewhere_still_gets_in() =>
        new CandidateAttempt(Account(), FailuresFromHere: 9, FailuresFromAnywhere: 999).LetIn(isRight: true).Should().NotBeNull();

    [Theory]
    [InlineData(PasswordCheck.Right, 0, true)]
    [InlineData(PasswordCheck.Right, 10, false)]
    [InlineData(PasswordCheck.Wrong, 0, false)]
    [InlineData(PasswordCheck.Busy, 0, false)]
    public void A_user_gets_in_with_the_right_password_unless_throttled(PasswordCheck check, int failures, bool isIn)
    {
        var user = new User("olive", Named.Name("Olive"), null, UserRole.Officer, [Roll.Us123], "hash");

        (new UserAttempt(user, failures, failures).LetIn(check) is not null).Should().Be(isIn);
    }

    [Fact]
    public void A_window_of_failures_does_not_grow_with_what_is_counted_in_it()
    {
        var failures = new SignInFailures("who", "here", Now);
        for (var minute = 1; minute < 15; minute++)
        {
            failures.CountOne(Now.AddMinutes(minute));
        }

        failures.Count.Should().Be(15);
        failures.CountOne(Now.AddMinutes(15));
        (failures.Count, failures.WindowStartedAt).Should().Be((1, Now.AddMinutes(15)));
    }

    [Fact]
    public void A_session_is_over_when_it_is_ended_or_its_time_is_up()
    {
        var session = Session.ForCandidate(7, [1], Now);

        session.IsLive(Now.AddHours(2).AddTicks(-1)).Should().BeTrue();
        session.IsLive(Now.AddHours(2)).Should().BeFalse();
        session.End(Now.AddMinutes(1));
        session.IsLive(Now.AddMinutes(1)).Should().BeFalse();
        session.End(Now.AddMinutes(5));
        session.EndedAt.Should().Be(Now.AddMinutes(1));
    }

    [Fact]
    public void A_users_role_decides_what_kind_of_caller_it_is()
    {
        new User("b", Named.Name("B"), null, UserRole.Board, [], "hash").AsCaller(5).Should().BeOfType<Caller.Board>().Which.SessionId.Should().Be(5);
        new User("o", Named.Name("O"), null, UserRole.Officer, [Roll.Us123], "hash").AsCaller(5).Administers(Roll.Us123).Should().BeTrue();
    }

    private static CandidateAccount Account(GrantState state = GrantState.Active, bool hasActiveEntry = true) => new(
        new Credential(7, new CountingMint().MintCredential(null), Now), state, hasActiveEntry, 1, Roll.Us123, Roll.June, Named.Candidate("0001"));
}
