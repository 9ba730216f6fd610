using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Qualifications;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.World;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.Domain.Tests.Transfers;

/// <summary>Rules 12 and 37, example E6, trap T17.</summary>
public sealed class TransferRuleTests
{
    // The first exam is on Monday, 15 June: ten working days before is Monday, 1 June.
    private static Move BeforeExams(string now) => Move.Ready(
        school => school.Slot("0580", "01", "2026-06-15", ExamSession.Am, 90).At(now), school => school.Slot("0580", "01", "2026-06-16", ExamSession.Am, 90));

    [Fact]
    public void E6_ten_working_days_before_the_first_exam_is_in_time()
    {
        BeforeExams("2026-06-01T16:00:00Z").Ask().Refusals.Should().BeEmpty();
    }

    [Fact]
    public void E6_nine_working_days_before_the_first_exam_is_refused_with_the_dates()
    {
        var move = BeforeExams("2026-06-02T16:00:00Z");

        move.Ask().Refusals.Should().Equal(new TransferTooLate(new DateOnly(2026, 6, 15), new DateOnly(2026, 6, 1)));
        move.Change.Should().BeNull();
    }

    [Fact]
    public void E6_for_one_syllabus_only_is_refused_and_names_the_alternative_venue()
    {
        var move = Move.Ready(school => school.Offers("0610", "A").Has("0610", "A"), school => school.Offers("0610", "A"));

        var refusal = move.Ask(syllabuses: ["0610"]).Refusals.Should().ContainSingle().Which;

        refusal.Should().BeOfType<WholeSeriesOnly>().Which.Syllabuses.Select(one => one.ToString()).Should().Equal("0580", "0610");
        refusal.Message.Should().Contain("alternative venue");
        move.Ask(syllabuses: []).Refusals.Should().AllBeOfType<WholeSeriesOnly>();
        move.Ask(syllabuses: ["0610", "0580", "0610"]).Refusals.Should().BeEmpty("that is the whole series");
    }

    [Fact]
    public void Rule_12_days_are_those_of_the_centre_and_weekends_do_not_count()
    {
        BeforeExams("2026-06-01T23:30:00Z").Ask().Refusals.Should().AllBeOfType<TransferTooLate>("half past midnight on Tuesday, British Summer Time");
        BeforeExams("2026-05-31T12:00:00Z").Ask().Refusals.Should().BeEmpty("a Sunday");
    }

    [Fact]
    public void Rule_12_whatever_the_days_the_limit_is_ten_working_days() =>
        Prop.ForAll(
            Gen.Choose(0, 60).Select(days => new DateOnly(2026, 5, 1).AddDays(days)).ToArbitrary(),
            Gen.Choose(0, 60).Select(days => new DateOnly(2026, 5, 1).AddDays(days)).ToArbitrary(),
            (today, exam) =>
            {
                var move = Move.Ready(school => school
                    .Slot("0580", "01", exam.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ExamSession.Pm, 60)
                    .At($"{today:yyyy-MM-dd}T12:00:00Z"));
                var counted = Enumerable.Range(1, Math.Max(0, exam.DayNumber - today.DayNumber)).Select(today.AddDays)
                    .Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
                var refusals = move.Ask().Refusals;
                var told = refusals.OfType<TransferTooLate>().SingleOrDefault();
                return (counted >= 10) == (refusals.Count == 0)
                    && (told is null || (WorkingDays.Between(told.LastDay, exam) >= 10 && WorkingDays.Between(told.LastDay.AddDays(1), exam) < 10));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rule_12_where_no_timetable_is_published_nothing_binds() =>
        Move.Ready(school => school.At("2026-06-30T12:00:00Z")).Ask().Refusals.Should().BeEmpty();

    [Fact]
    public void Rule_12_it_is_confirmed_before_the_first_exam_in_either_timetable_or_not_at_all()
    {
        var move = BeforeExams("2026-05-20T12:00:00Z").Accepted();
        move.Original.At("2026-06-15T07:00:00Z");
        move.Confirm().Refusals.Should().Equal(new TransferExamsBegun(new DateOnly(2026, 6, 15)));

        var earlierThere = Move.Ready(receiving: school => school.Slot("0580", "01", "2026-06-10", ExamSession.Am, 90));
        earlierThere.Ask();
        earlierThere.Original.At("2026-06-11T12:00:00Z");
        earlierThere.Accept().Refusals.Should().Equal(new TransferExamsBegun(new DateOnly(2026, 6, 10)));
    }

    [Fact]
    public void Rule_12_entries_are_locked_from_the_first_form_and_free_again_when_it_comes_to_nothing()
    {
        var move = Move.Ready(school => school.Option("0580", "B"));
        move.Ask().Refusals.Should().BeEmpty();

        move.Original.Submit("0580", "B").Refusals.Should().AllBeOfType<TransferPending>();
        move.Original.Withdraw("0580").Refusals.Should().AllBeOfType<TransferPending>();
        move.Ask().Refusals.Should().AllBeOfType<TransferPending>("one transfer at a time");

        move.Cancel(move.OriginalOfficer).Transfer!.EndedBy.Should().Be(TransferParty.OriginalCentre);
        move.Original.Submit("0580", "B").Action.Should().Be(EntryAction.Amended);
    }

    [Fact]
    public void Rule_12_nothing_is_confirmed_without_both_forms()
    {
        var move = Move.Ready();
        move.Ask();

        move.Confirm().Refusals.Should().Equal(new TransferStatusWrong(TransferStatus.Asked));
        move.Accept().Transfer!.Status.Should().Be(TransferStatus.Accepted);
        move.Confirm().Transfer!.Status.Should().Be(TransferStatus.Confirmed);
    }

    [Fact]
    public void Rule_12_the_receiving_centre_gives_a_new_number_and_the_person_stays_the_same()
    {
        var move = Move.Ready(school => school.Enrols("0001", uci: "681990012058G", isPrivate: true, born: "2009-03-14"));
        move.Accepted("0042").Confirm().Refusals.Should().BeEmpty();

        var (arrived, left) = (move.Change!.Arrived!, move.Change.Book.Candidate);
        (arrived.Centre, arrived.Number.ToString(), arrived.Status).Should().Be((move.Receiving.Centre, "0042", CandidateStatus.Active));
        arrived.Details.Should().Be(left.Details, "name, birth, UCI and the private flag go along");
        arrived.ExternalReference.Should().BeNull("keys are each client's own");
        (left.Number.ToString(), left.Status, left.IsMoving).Should().Be(("0001", CandidateStatus.TransferredOut, false));
    }

    [Fact]
    public void Rule_12_without_a_number_it_is_the_next_that_is_neither_used_nor_set_aside()
    {
        var move = Move.Ready().Uses("0001", "0002").SetsAside("0003", "0010").Accepted();
        move.Confirm();
        move.Change!.Arrived!.Number.ToString().Should().Be("0011");
    }

    [Fact]
    public void Rule_12_T17_the_entries_stay_as_history_and_stand_anew_on_time_at_the_receiving_centre()
    {
        var move = Move.Ready(school => school.Deadline(DeadlineKind.Entry, EntryTier.OnTime, "2019-01-01T00:00:00Z").Deadline(DeadlineKind.Entry, EntryTier.Late, "2030-01-01T00:00:00Z"));
        move.Accepted().Confirm();

        var (left, made) = (move.Change!.Left.Should().ContainSingle().Which, move.Change.Made.Should().ContainSingle().Which);
        (left.Centre, left.Status, left.Tier, left.WithdrawnAt).Should().Be((move.Original.Centre, EntryStatus.Transferred, EntryTier.Late, move.Original.Now));
        (made.Centre, made.Status, made.Tier, made.Syllabus, made.Option).Should()
            .Be((move.Receiving.Centre, EntryStatus.Active, EntryTier.OnTime, left.Syllabus, left.Option));
        move.Original.Submit("0580", "A").Refusals.Should().AllBeOfType<CandidateTransferredOut>();
        move.Original.Withdraw("0580").Refusals.Should().AllBeOfType<CandidateTransferredOut>();
        move.Ask().Refusals.Should().AllBeOfType<CandidateTransferredOut>();
    }

    [Fact]
    public void Rule_12_the_entry_fee_is_given_back_and_charged_and_no_late_fee_is()
    {
        var move = Move.Ready(school => school
            .Deadline(DeadlineKind.Entry, EntryTier.OnTime, "2019-01-01T00:00:00Z").Deadline(DeadlineKind.Entry, EntryTier.Late, "2030-01-01T00:00:00Z")
            .Fee(EntryTier.OnTime, 95m).Fee(EntryTier.Late, 50m));
        move.Accepted().Confirm();

        move.Change!.Fees.Select(line => (line.Centre, line.Kind, line.Price)).Should().Equal(
            (move.Original.Centre, FeeLineKind.TransferRefund, Entries.School.Pounds(-95m)), (move.Receiving.Centre, FeeLineKind.TransferCharge, Entries.School.Pounds(95m)));
    }

    [Fact]
    public void Rule_12_where_nothing_was_paid_nothing_is_given_back()
    {
        var move = Move.Ready();
        move.Accepted().Confirm();
        move.Change!.Fees.Should().BeEmpty();
    }

    [Fact]
    public void Rule_37_a_registration_that_was_transferred_loses_its_grant_at_once()
    {
        var move = Move.Ready(school => school.HasAccess(7));
        move.Ask();
        move.Change!.Suspended.Should().BeNull("nothing is lost before the board has confirmed");
        move.Accept();
        move.Confirm();

        move.Change.Suspended.Should().Be(7);
        move.Change.News.Should().ContainSingle(news => news.Type == NewsType.GrantSuspended).Which.Centre.Should().Be(move.Original.Centre);
    }

    [Fact]
    public void Rule_12_what_an_entry_retakes_and_carries_forward_goes_along_and_the_clients_key_does_not()
    {
        var move = Move.Ready(school => school.Deadline(DeadlineKind.RetakeEntry, EntryTier.OnTime, "2030-01-01T00:00:00Z").OfferedBefore("0610", "2025-11")
            .Prior("US123/2025-11/0009", "0610").Option("0610", "S", CarryForward.Staged).Offers("0610"), school => school.Offers("0610", "S"));
        move.Original.Submit("0610", "S", retakes: ("US123", "0009"), carriedFrom: "US123/2025-11/0009", reference: "mis-1").Refusals.Should().BeEmpty();
        move.Accepted().Confirm();

        var made = move.Change!.Made.Single(entry => entry.Syllabus == Named.Syllabus("0610"));
        var before = Named.Word<Registration>("US123/2025-11/0009");
        (made.Previous, made.CarriedFrom, made.ExternalReference).Should().Be((before, before, null));
    }

    [Fact]
    public void Rule_12_whatever_is_done_by_whomever_in_whatever_order_the_lock_and_the_state_agree() =>
        Prop.ForAll(
            Gen.Choose(0, 14).ArrayOf().ToArbitrary(),
            steps =>
            {
                var move = Move.Ready();
                Caller[] callers = [move.OriginalOfficer, move.ReceivingOfficer, People.Board];
                var confirmed = 0;
                return steps.All(step =>
                {
                    var by = callers[step % 3];
                    var decision = (step / 3) switch
                    {
                        0 => move.Ask(by),
                        1 => move.Accept(by: by),
                        2 => move.Confirm(by),
                        3 => move.Refuse(by: by),
                        _ => move.Cancel(by),
                    };
                    confirmed += move.Change?.Arrived is null ? 0 : 1;
                    var candidate = move.Original.Facts().Books.Values.First().Candidate;
                    var isOut = candidate.Status == CandidateStatus.TransferredOut;
                    return (decision.Transfer is null) == (decision.Refusals.Count > 0)
                        && candidate.IsMoving == (move.Transfer?.IsOpen ?? false)
                        && isOut == (move.Transfer?.Status == TransferStatus.Confirmed) && confirmed == (isOut ? 1 : 0)
                        && (move.Change is null || move.Change.Book.Entries.All(entry => entry.IsActive != isOut));
                });
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Both_centres_are_told_of_every_step_each_of_its_own_candidate()
    {
        var move = Move.Ready();
        Told(move.Ask()).Should().Equal("TransferAsked US123 0001 ", "TransferAsked GB045  ", "CandidateChanged US123 0001 ");
        Told(move.Accept("0042")).Should().Equal("TransferAccepted US123 0001 ", "TransferAccepted GB045  ");
        Told(move.Confirm()).Should().Equal(
            "TransferConfirmed US123 0001 ", "TransferConfirmed GB045 0042 ", "CandidateTransferred US123 0001 ", "CandidateRegistered GB045 0042 ", "EntryTransferred US123 0001 0580", "EntryMade GB045 0042 0580");
        var other = Move.Ready();
        other.Ask();
        other.Refuse("Not this year").Transfer!.Reason.Should().Be(Named.Name("Not this year"));
        other.Change!.News.Select(news => news.Type).Should().Equal(NewsType.TransferRefused, NewsType.TransferRefused, NewsType.CandidateChanged);
        other.Change.Audit.Select(record => record.Centre).Should().Equal(other.Original.Centre, other.Receiving.Centre);

        IEnumerable<string> Told(TransferDecision decision) => decision.Refusals.Count > 0
            ? throw new InvalidOperationException(decision.Refusals[0].Message)
            : move.Change!.News.Select(news => $"{news.Type} {news.Centre} {news.Candidate} {news.Syllabus}");
    }
}
