using Exams.Domain.Jobs;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.ResultsAccess;

/// <summary>Rules 21, 32, 34 and 35, trap T5: what sheets say may change, passwords do not, and what has been released is frozen.</summary>
public sealed class SheetTests : AccessTests
{
    private static readonly TypedContact MrGray = new("Mr Gray", "305 555 0100", null);

    [Fact]
    public void Changing_the_contact_makes_documents_stale_says_why_and_changes_no_password()
    {
        var roll = Confirmed();
        var before = roll.Passwords.ToArray();

        var change = roll.Does(roll.Found().ChangeContact(MrGray, 1, Officer, Now));

        (change.Stale, change.Documents, change.Access.Version).Should().Be((StaleReasons.ContactChanged, null, 2));
        change.News.Should().Contain(item => item.Type == NewsType.DocumentsStale);
        roll.Found().LastDocuments!.Stale.Should().Be(StaleReasons.ContactChanged);
        roll.Passwords.Should().BeEquivalentTo(before);
    }

    [Fact]
    public void Naming_the_same_contact_again_makes_nothing_stale()
    {
        var roll = Confirmed();

        var change = roll.Does(roll.Found().ChangeContact(new TypedContact("Ms Ray", null, "ray@school.example"), 1, Officer, Now));

        change.Stale.Should().Be(StaleReasons.None);
        change.News.Should().NotContain(item => item.Type == NewsType.DocumentsStale);
    }

    [Fact]
    public void Reprinting_prints_everybody_with_access_and_changes_no_password()
    {
        var roll = Confirmed();
        roll.Does(roll.Found().ChangeContact(MrGray, 1, Officer, Now));

        var change = roll.Does(roll.Found().Reprint(only: null, Officer, Mint, Now));

        (change.Documents!.Total, change.Stale).Should().Be((2, StaleReasons.None));
        change.Jobs.OfType<PrintDocuments>().Should().ContainSingle();
        Mint.Credentials.Should().Be(2);
        roll.Found().LastDocuments!.Stale.Should().Be(StaleReasons.None);
    }

    [Fact]
    public void One_sheet_can_be_reprinted_alone()
    {
        var roll = Confirmed();

        var change = roll.Does(roll.Found().Reprint(Named.Candidate("0002"), Officer, Mint, Now));

        (change.Documents!.OnlyCandidate, change.Documents.Total).Should().Be((Named.Candidate("0002"), 1));
        Refused(roll.Found().Reprint(Named.Candidate("0009"), Officer, Mint, Now)).Code.Should().Be("CANDIDATE_NOT_FOUND");
    }

    [Fact]
    public void Documents_that_wait_their_turn_are_not_ordered_twice()
    {
        var roll = Confirmed().Found();
        var waiting = new AccessRoll(roll.Access, roll.Lines) { LastDocuments = new AccessDocuments(roll.Access, null, 2, Mint, Now) };

        Refused(waiting.Reprint(only: null, Officer, Mint, Now)).Should().BeOfType<PrintingUnderWay>().Which.Total.Should().Be(2);
    }

    [Fact]
    public void Without_access_there_is_no_contact_delay_or_sheet_to_change()
    {
        var roll = Roll.Of("0001").Found();

        Refused(roll.ChangeContact(MrGray, 0, Officer, Now)).Code.Should().Be("ACCESS_NOT_GIVEN");
        Refused(roll.ChangeDelay(60, 0, Officer, Now)).Code.Should().Be("ACCESS_NOT_GIVEN");
        Refused(roll.Reprint(only: null, Officer, Mint, Now)).Code.Should().Be("ACCESS_NOT_GIVEN");
    }

    [Fact]
    public void A_stale_version_changes_neither_contact_nor_delay()
    {
        Refused(Confirmed().Found().ChangeContact(MrGray, 0, Officer, Now)).Code.Should().Be("VERSION_STALE");
        Refused(Confirmed().Found().ChangeDelay(60, 2, Officer, Now)).Code.Should().Be("VERSION_STALE");
    }

    [Fact]
    public void Changing_the_delay_before_the_release_makes_documents_stale()
    {
        var roll = Confirmed().Released("IGCSE", Audience.Candidate, "2026-08-11T05:00:00Z");

        var change = roll.Does(roll.Found().ChangeDelay(120, 1, Officer, Now));

        (change.Stale, change.Access.DelayMinutes).Should().Be((StaleReasons.DelayChanged, 120));
        change.Jobs.Should().BeEmpty("the board's own announcement will find the delay");
    }

    [Fact]
    public void Once_results_are_out_for_a_centres_candidates_its_delay_is_frozen()
    {
        var roll = Confirmed().Released("IGCSE", Audience.Candidate, "2026-07-01T12:00:00Z").Released("ALEVEL", Audience.Candidate, "2026-08-11T05:00:00Z");

        var refusal = Refused(roll.Found().ChangeDelay(1, 1, Officer, Now));

        refusal.Should().BeOfType<DelayFrozen>().Which.ReleasedAt.Should().Be(Now);
        Refused(roll, Wish(1) with { DelayMinutes = 1 }).Code.Should().Be("DELAY_FROZEN");
    }

    [Fact]
    public void A_frozen_delay_may_be_confirmed_as_it_is()
    {
        var roll = Confirmed().Released("IGCSE", Audience.Candidate, "2026-07-01T12:00:00Z");

        roll.Does(roll.Found().Set(Wish(1) with { DelayMinutes = 0 }, Officer, Mint, Now)).Access.DelayMinutes.Should().Be(0);
    }

    [Fact]
    public void A_delay_that_still_runs_may_be_ended_and_the_release_is_announced_at_once()
    {
        var roll = Confirmed().Released("IGCSE", Audience.Candidate, "2026-07-01T13:00:00Z");
        roll.Does(roll.Found().ChangeDelay(180, 1, Officer, Now));
        var later = Now.AddHours(2);

        var change = roll.Does(roll.Found().ChangeDelay(0, 2, Officer, later));

        change.Jobs.OfType<AnnounceRelease>().Should().ContainSingle()
            .Which.Should().Be(new AnnounceRelease(Roll.June, Named.Qualification("IGCSE"), Audience.Candidate, Roll.Us123, later));
    }

    [Fact]
    public void A_delay_that_still_runs_may_grow_and_the_announcement_moves_with_it()
    {
        var roll = Confirmed().Released("IGCSE", Audience.Candidate, "2026-07-01T13:00:00Z");
        roll.Does(roll.Found().ChangeDelay(180, 1, Officer, Now));

        var change = roll.Does(roll.Found().ChangeDelay(240, 2, Officer, Now.AddHours(2)));

        change.Jobs.OfType<AnnounceRelease>().Should().ContainSingle().Which.DueAt.Should().Be(Named.At("2026-07-01T17:00:00Z"));
    }

    [Fact]
    public void The_centres_own_release_does_not_freeze_the_delay()
    {
        var roll = Confirmed().Released("IGCSE", Audience.Centre, "2026-06-30T00:00:00Z").Released("IGCSE", Audience.Candidate, "2026-08-11T05:00:00Z");

        roll.Found().ChangeDelay(60, 1, Officer, Now).IsDone(out _, out _).Should().BeTrue();
    }

    [Fact]
    public void Confirming_says_which_documents_became_stale_and_why()
    {
        var roll = Confirmed();
        roll.With("0003");

        var change = roll.Does(roll.Found().Set(Wish(1) with { Contact = MrGray, DelayMinutes = 60 }, Officer, Mint, Now));

        change.Stale.Should().Be(StaleReasons.ContactChanged | StaleReasons.DelayChanged | StaleReasons.CandidatesChanged);
    }

    [Fact]
    public void Documents_are_fetched_only_while_they_are_ready_and_for_fourteen_days()
    {
        var documents = new AccessDocuments(CandidateResultsAccess.Initial(Roll.Us123, Roll.June), null, 3, Mint, Now);
        documents.CanBeFetched(Now).Should().BeFalse();
        documents.MarkStale(StaleReasons.ContactChanged);
        documents.Start(2);
        documents.Progress(5);

        (documents.Done, documents.Stale, documents.CanBeFetched(Now)).Should().Be((2, StaleReasons.None, false));
        documents.Finish(100, 200, Now);
        documents.CanBeFetched(Now.AddDays(14).AddTicks(-1)).Should().BeTrue();
        documents.CanBeFetched(Now.AddDays(14)).Should().BeFalse();
        documents.Expire(Now);
        documents.CanBeFetched(Now).Should().BeFalse();
    }

    [Fact]
    public void Pdf_and_zip_have_names_that_differ_and_say_nothing_of_the_centre()
    {
        var documents = new AccessDocuments(CandidateResultsAccess.Initial(Roll.Us123, Roll.June), null, 3, Mint, Now);

        documents.PdfName.Should().NotBe(documents.ZipName).And.NotContain("US123");
        new FetchedDocument(documents, IsZip: true).FileName.Should().Be("US123_2026-06_sheets.zip");
    }

    private Roll Confirmed()
    {
        var roll = Roll.Of("0001", "0002");
        Set(roll);
        return roll;
    }
}
