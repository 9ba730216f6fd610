using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.World;

namespace Exams.Domain.Tests.ResultsAccess;

/// <summary>Rules 29, 32, 37 and 38, traps T6 and T8: single candidates are added, suspended, and get new passwords.</summary>
public sealed class SelectionTests : AccessTests
{
    [Fact]
    public void Selecting_a_new_candidate_mints_one_password_and_prints_one_page()
    {
        var roll = Selected("0001");

        var change = Select(roll, "0002");

        change.Joining.Should().ContainSingle().Which.CandidateId.Should().Be(2);
        (change.Documents!.OnlyCandidate, change.Documents.Total).Should().Be((Named.Candidate("0002"), 1));
        change.Access.Version.Should().Be(2);
    }

    [Fact]
    public void Deselecting_suspends_at_once_and_selecting_again_restores_the_same_password()
    {
        var roll = Selected("0001", "0002");
        var before = roll.Passwords.ToArray();

        var out_ = Deselect(roll, "0002");
        var back = Select(roll, "0002");

        out_.Suspending.Should().ContainSingle();
        out_.News.Should().ContainSingle(item => item.Type == NewsType.GrantSuspended && item.Candidate == Named.Candidate("0002"));
        back.Restoring.Should().Equal(out_.Suspending);
        back.Joining.Should().BeEmpty();
        back.Documents.Should().BeNull("the sheet that was handed out is true again");
        roll.Passwords.Should().BeEquivalentTo(before);
    }

    [Fact]
    public void Selecting_somebody_who_has_access_changes_nobody()
    {
        var change = Select(Selected("0001"), "0001");

        change.Joining.Should().BeEmpty();
        change.Restoring.Should().BeEmpty();
        change.Documents.Should().BeNull();
        change.Stale.Should().Be(StaleReasons.None);
    }

    [Fact]
    public void The_last_selected_candidate_cannot_be_deselected() =>
        Refused(Selected("0001").Found().Deselect(Named.Candidate("0001"), 1, Officer, Now)).Code.Should().Be("NOBODY_SELECTED");

    [Fact]
    public void Somebody_without_access_cannot_be_deselected() =>
        Refused(Selected("0001").Found().Deselect(Named.Candidate("0002"), 1, Officer, Now)).Code.Should().Be("CANDIDATE_WITHOUT_ACCESS");

    [Fact]
    public void Single_candidates_change_only_where_access_is_SELECTED()
    {
        var roll = Roll.Of("0001", "0002");
        Set(roll);

        Refused(roll.Found().Deselect(Named.Candidate("0001"), 1, Officer, Now)).Code.Should().Be("ACCESS_NOT_SELECTED");
        Refused(roll.Found().Select(Named.Candidate("0001"), 1, Officer, Mint, Now)).Code.Should().Be("ACCESS_NOT_SELECTED");
    }

    [Fact]
    public void Unknown_and_unentitled_candidates_cannot_be_selected()
    {
        var roll = Selected("0001").Withdrawn("0003");

        Refused(roll.Found().Select(Named.Candidate("0009"), 1, Officer, Mint, Now)).Code.Should().Be("CANDIDATE_NOT_FOUND");
        Refused(roll.Found().Select(Named.Candidate("0003"), 1, Officer, Mint, Now)).Code.Should().Be("CANDIDATE_NOT_ENTITLED");
    }

    [Fact]
    public void A_stale_version_changes_no_selection()
    {
        Refused(Selected("0001").Found().Select(Named.Candidate("0002"), 0, Officer, Mint, Now)).Code.Should().Be("VERSION_STALE");
        Refused(Selected("0001", "0002").Found().Deselect(Named.Candidate("0002"), 7, Officer, Now)).Code.Should().Be("VERSION_STALE");
    }

    [Fact]
    public void A_reissue_keeps_the_username_changes_the_password_and_prints_one_page()
    {
        var roll = Selected("0001", "0002");
        var before = roll.Passwords[Named.Candidate("0001")];

        var change = roll.Does(roll.Found().Reissue(Named.Candidate("0001"), Officer, Mint, Now));

        change.Reissuing!.Credential.Username.Should().Be(before.Username);
        change.Reissuing.Credential.Hash.Should().NotEqual(before.Hash);
        (change.Documents!.OnlyCandidate, change.Documents.Total).Should().Be((Named.Candidate("0001"), 1));
        change.Stale.Should().Be(StaleReasons.PasswordReissued);
        change.Audit.Should().ContainSingle(record => record.Action == AuditAction.PasswordReissued && record.Candidate == Named.Candidate("0001"));
        change.Access.Version.Should().Be(change.ExpectedVersion, "the setting itself did not change");
    }

    [Fact]
    public void Only_who_has_access_gets_a_new_password_or_a_lifted_throttle()
    {
        var roll = Selected("0001", "0002");
        Deselect(roll, "0002");

        Refused(roll.Found().Reissue(Named.Candidate("0002"), Officer, Mint, Now)).Code.Should().Be("CANDIDATE_WITHOUT_ACCESS");
        Refused(roll.Found().LiftThrottle(Named.Candidate("0002"), Officer, Now)).Code.Should().Be("CANDIDATE_WITHOUT_ACCESS");
        Refused(roll.Found().LiftThrottle(Named.Candidate("0009"), Officer, Now)).Code.Should().Be("CANDIDATE_NOT_FOUND");
        Refused(roll.Found().LiftThrottle(Named.Candidate("0001"), People.OfficerOf("US124"), Now)).Code.Should().Be("CENTRE_NOT_FOUND");
    }

    [Fact]
    public void Lifting_a_throttle_names_the_username_and_who_did_it()
    {
        Selected("0001").Found().LiftThrottle(Named.Candidate("0001"), Officer, Now).IsDone(out var lifting, out _).Should().BeTrue();

        lifting!.Username.Should().Be("U1");
        (lifting.Audit.Action, lifting.Audit.Actor).Should().Be((AuditAction.ThrottleLifted, "officer:officer"));
    }

    [Fact]
    public void Who_loses_the_last_entry_loses_access_and_gets_it_back_only_with_the_next_confirming()
    {
        var roll = Roll.Of("0001", "0002");
        Set(roll);
        var before = roll.Passwords.ToArray();

        roll.LosesEntries("0002");
        roll.Found().Lines.Should().ContainSingle(line => line.IsActive);
        roll.IsEnteredAgain("0002");
        roll.Found().Lines.Should().ContainSingle(line => line.IsActive, "re-entry waits");
        roll.Found().Waiting.Should().Be(1);
        var confirmed = Set(roll);

        confirmed.Restoring.Should().ContainSingle();
        roll.Passwords.Should().BeEquivalentTo(before);
    }

    private Roll Selected(params string[] numbers)
    {
        var roll = Roll.Of("0001", "0002");
        Set(roll, AccessStatus.Selected, numbers);
        return roll;
    }

    private AccessChange Select(Roll roll, string number) =>
        roll.Does(roll.Found().Select(Named.Candidate(number), roll.Found().Access.Version, Officer, Mint, Now));

    private static AccessChange Deselect(Roll roll, string number) =>
        roll.Does(roll.Found().Deselect(Named.Candidate(number), roll.Found().Access.Version, Officer, Now));
}
