using Exams.Domain.Audit;
using Exams.Domain.Jobs;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.ResultsAccess;

/// <summary>Rules 26 to 32, example E11, traps T6 and T7.</summary>
public sealed class SettingTests : AccessTests
{
    [Fact]
    public void A_centre_begins_with_no_candidates()
    {
        var access = Roll.Of("0001").Found().Access;

        (access.Status, access.Version, access.Contact, access.QueriesAccepted).Should().Be((AccessStatus.None, 0, null, false));
    }

    [Fact]
    public void ALL_with_three_active_and_one_withdrawn_gives_three_grants_and_three_pages()
    {
        var change = Set(Roll.Of("0001", "0002", "0003").Withdrawn("0004"));

        change.Joining.Should().HaveCount(3);
        change.Documents!.Total.Should().Be(3);
        change.Jobs.OfType<PrintDocuments>().Should().ContainSingle();
    }

    [Fact]
    public void A_fourth_candidate_waits_for_the_next_confirming_and_then_joins_alone()
    {
        var roll = Roll.Of("0001", "0002", "0003");
        Set(roll);
        roll.With("0004");
        roll.Found().Waiting.Should().Be(1);

        var again = Set(roll);

        again.Joining.Should().ContainSingle().Which.CandidateId.Should().Be(4);
        again.Documents!.Total.Should().Be(4);
        roll.Found().Waiting.Should().Be(0);
    }

    [Fact]
    public void Asking_twice_changes_no_password()
    {
        var roll = Roll.Of("0001", "0002", "0003");
        Set(roll);
        var before = roll.Passwords.ToArray();

        var again = Set(roll);

        again.Joining.Should().BeEmpty();
        again.Reissuing.Should().BeNull();
        Mint.Credentials.Should().Be(3);
        roll.Passwords.Should().BeEquivalentTo(before);
    }

    [Fact]
    public void Confirming_is_one_change_with_setting_grants_credentials_documents_job_news_and_audit()
    {
        Roll.Of("0001").Found().Set(Wish(0), Officer, Mint, Now).IsDone(out var change, out _).Should().BeTrue();

        (change!.Access.Status, change.Access.Version, change.ExpectedVersion).Should().Be((AccessStatus.All, 1, 0));
        (change.Access.ConfirmedBy, change.Access.ConfirmedAt).Should().Be(("officer:officer", Now));
        change.Joining.Should().ContainSingle().Which.Credential.Username.Should().Be("U1");
        change.Documents!.State.Should().Be(DocumentsState.Pending);
        change.News.Should().ContainSingle(item => item.Type == NewsType.ResultsAccessChanged && item.Centre == Roll.Us123);
        change.Audit.Select(record => record.Action).Should().Equal(AuditAction.ResultsAccessChanged, AuditAction.CredentialsIssued);
    }

    [Fact]
    public void What_is_decided_changes_nothing_before_it_is_committed()
    {
        var roll = Roll.Of("0001").Found();

        roll.Set(Wish(0), Officer, Mint, Now).IsDone(out var change, out _).Should().BeTrue();

        roll.Access.Status.Should().Be(AccessStatus.None);
        roll.Access.Should().NotBeSameAs(change!.Access);
    }

    [Fact]
    public void NONE_suspends_everybody_at_once_and_ALL_restores_the_same_credentials()
    {
        var roll = Roll.Of("0001", "0002");
        Set(roll);
        var before = roll.Passwords.ToArray();

        var closed = Set(roll, AccessStatus.None);
        var reopened = Set(roll);

        closed.Suspending.Should().HaveCount(2);
        closed.Documents.Should().BeNull();
        reopened.Restoring.Should().BeEquivalentTo(closed.Suspending);
        reopened.Joining.Should().BeEmpty();
        roll.Passwords.Should().BeEquivalentTo(before);
    }

    [Fact]
    public void NONE_needs_neither_contact_nor_tick_and_forgets_neither()
    {
        var roll = Roll.Of("0001");
        Set(roll);

        var wish = Wish(1, AccessStatus.None) with { Contact = null, QueriesAccepted = null };
        var closed = roll.Does(roll.Found().Set(wish, Officer, Mint, Now));

        closed.Access.Contact!.Name.Should().Be(Named.Name("Ms Ray"));
        closed.Access.QueriesAccepted.Should().BeTrue();
    }

    [Fact]
    public void Moving_from_ALL_to_SELECTED_suspends_the_rest()
    {
        var roll = Roll.Of("0001", "0002", "0003");
        Set(roll);

        var change = Set(roll, AccessStatus.Selected, "0002");

        change.Suspending.Should().HaveCount(2);
        change.Joining.Should().BeEmpty();
        change.Documents!.Total.Should().Be(1);
        roll.Found().Lines.Where(line => line.IsActive).Should().ContainSingle().Which.Number.Should().Be(Named.Candidate("0002"));
    }

    [Fact]
    public void SELECTED_without_anybody_is_refused()
    {
        Refused(Roll.Of("0001"), Wish(0, AccessStatus.Selected)).Code.Should().Be("NOBODY_SELECTED");
        Refused(Roll.Of("0001"), Wish(0, AccessStatus.Selected) with { Candidates = [] }).Code.Should().Be("NOBODY_SELECTED");
    }

    [Fact]
    public void Candidates_named_with_ALL_or_NONE_are_refused_because_they_would_be_forgotten()
    {
        Refused(Roll.Of("0001"), Wish(0, AccessStatus.All, "0001")).Code.Should().Be("CANDIDATES_NOT_WANTED");
        Refused(Roll.Of("0001"), Wish(0, AccessStatus.None, "0001")).Code.Should().Be("CANDIDATES_NOT_WANTED");
    }

    [Fact]
    public void A_repeated_number_counts_once() =>
        Set(Roll.Of("0001"), AccessStatus.Selected, "0001", "0001").Joining.Should().ContainSingle();

    [Fact]
    public void Selecting_somebody_whom_the_centre_does_not_have_is_refused_with_the_numbers()
    {
        var refusal = Refused(Roll.Of("0001"), Wish(0, AccessStatus.Selected, "0009", "0001", "0008"));

        refusal.Should().BeOfType<CandidateNotFound>().Which.Candidates.Should().Equal(Named.Candidate("0008"), Named.Candidate("0009"));
        refusal.Path.Should().Equal("candidates");
    }

    [Fact]
    public void Selecting_somebody_without_an_active_entry_is_refused() =>
        Refused(Roll.Of("0001").Withdrawn("0002"), Wish(0, AccessStatus.Selected, "0001", "0002")).Code.Should().Be("CANDIDATE_NOT_ENTITLED");

    [Fact]
    public void A_centre_without_anybody_entitled_is_refused()
    {
        Refused(Roll.Of(), Wish(0)).Code.Should().Be("NOBODY_ENTITLED");
        Refused(Roll.Of().Withdrawn("0001"), Wish(0)).Code.Should().Be("NOBODY_ENTITLED");
    }

    [Fact]
    public void Without_the_tick_access_is_refused()
    {
        Refused(Roll.Of("0001"), Wish(0) with { QueriesAccepted = null }).Code.Should().Be("QUERIES_NOT_ACCEPTED");
        Refused(Roll.Of("0001"), Wish(0) with { QueriesAccepted = false }).Code.Should().Be("QUERIES_NOT_ACCEPTED");
    }

    [Fact]
    public void Without_a_whole_contact_access_is_refused()
    {
        Refused(Roll.Of("0001"), Wish(0) with { Contact = null }).Code.Should().Be("QUERY_CONTACT_INCOMPLETE");
        Refused(Roll.Of("0001"), Wish(0) with { Contact = new TypedContact("Ms Ray", null, null) }).Code.Should().Be("QUERY_CONTACT_INCOMPLETE");
    }

    [Fact]
    public void An_email_address_alone_is_contact_enough() =>
        Set(Roll.Of("0001")).Access.Contact!.Telephone.Should().BeNull();

    [Theory]
    [InlineData(-1)]
    [InlineData(20_161)]
    [InlineData(int.MinValue)]
    public void A_delay_out_of_range_is_refused(int minutes) =>
        Refused(Roll.Of("0001"), Wish(0) with { DelayMinutes = minutes }).Code.Should().Be("DELAY_OUT_OF_RANGE");

    [Fact]
    public void A_stale_version_is_refused_and_says_which_one_stands()
    {
        var roll = Roll.Of("0001");
        Set(roll);

        var refusal = Refused(roll, Wish(0));

        refusal.Should().BeOfType<VersionStale>().Which.Current.Should().Be(1);
    }

    [Fact]
    public void An_unknown_series_is_refused() =>
        Refused(Roll.Of().InUnknownSeries(), Wish(0)).Code.Should().Be("SERIES_NOT_FOUND");

    [Fact]
    public void To_everybody_else_the_centre_looks_as_if_it_were_not_there()
    {
        foreach (var stranger in new[] { People.OfficerOf("US124"), People.CandidateAt("US123", "2026-06", "0001"), People.Nobody })
        {
            Roll.Of("0001").Found().Set(Wish(0), stranger, Mint, Now).IsDone(out _, out var refusal).Should().BeFalse();
            refusal.Should().Be(new CentreNotFound(Roll.Us123), "{0}", stranger.AuditName);
        }
    }

    [Fact]
    public void Ten_thousand_candidates_are_confirmed_in_one_go()
    {
        var roll = new Roll().With([.. Enumerable.Range(1, 9_999).Select(number => $"{number:0000}")]);

        roll.Found().Set(Wish(0), Officer, Mint, Now).IsDone(out var change, out _).Should().BeTrue();

        change!.Joining.Should().HaveCount(9_999);
        change.Joining.Select(joined => joined.Credential.Username).Should().OnlyHaveUniqueItems();
    }

    // Both writes look at each other's versions, so this should never be found; if it is, it must not mean access.
    [Fact]
    public void An_active_grant_without_an_active_entry_is_no_access_and_the_next_confirming_suspends_it()
    {
        RollLine[] lines = [new(1, Named.Candidate("0001"), true, null, null, null), new(2, Named.Candidate("0002"), false, 12, GrantState.Active, "U2")];
        var roll = new AccessRoll(CandidateResultsAccess.Initial(Roll.Us123, Roll.June), lines);

        roll.Set(Wish(0), Officer, Mint, Now).IsDone(out var change, out _).Should().BeTrue();

        change!.Suspending.Should().Equal(12);
        change.Documents!.Total.Should().Be(1);
        Refused(roll.Reissue(Named.Candidate("0002"), Officer, Mint, Now)).Code.Should().Be("CANDIDATE_WITHOUT_ACCESS");
    }

    [Fact]
    public void Who_has_no_active_entry_does_not_wait()
    {
        var roll = Roll.Of("0001").Withdrawn("0002");
        Set(roll);

        roll.Found().Waiting.Should().Be(0);
    }
}
