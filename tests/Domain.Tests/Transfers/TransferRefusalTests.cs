using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Tests.Entries;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Transfers;

/// <summary>Who may not do what with a transfer, and what else speaks against one.</summary>
public sealed class TransferRefusalTests
{
    [Fact]
    public void Only_the_candidates_own_centre_asks()
    {
        var move = Move.Ready();

        move.Ask(move.ReceivingOfficer).Refusals.Should().Equal(new CentreNotFound(move.Original.Centre));
        move.Ask(candidate: "0099").Refusals.Should().ContainSingle().Which.Should().BeOfType<CandidateNotFound>()
            .Which.Candidates.Should().Equal(Named.Candidate("0099"));
        move.Ask(People.Board).Refusals.Should().BeEmpty("the board may fill in a form for a centre");
    }

    [Fact]
    public void Everything_that_speaks_against_a_form_is_told_at_once()
    {
        var move = new Move(School.In("2026-06").Offers("0580", "A"), School.In("2026-06", "GB045"));

        move.Ask(toNobody: true).Refusals.Should().Equal(new ReceivingCentreNotFound(move.Receiving.Centre), new NothingToTransfer(Named.Candidate("0001")));
        move.Ask(toItself: true).Refusals.Should().Contain(new TransferToSameCentre(move.Original.Centre));
    }

    [Fact]
    public void A_third_centre_learns_nothing_of_a_transfer()
    {
        var move = Move.Ready();
        move.AsAThird().Should().OnlyContain(decision => decision.Refusals.Single() is TransferNotFound, "there is none");
        move.Ask();
        move.AsAThird().Should().OnlyContain(decision => decision.Refusals.Single() is TransferNotFound, "there is one");
    }

    [Fact]
    public void Only_the_receiving_centre_accepts_and_only_the_board_confirms_and_refuses()
    {
        var move = Move.Ready();
        move.Ask();

        move.Accept(by: move.OriginalOfficer).Refusals.Should().Equal(new NotReceivingCentre(move.Receiving.Centre));
        move.Accept().Refusals.Should().BeEmpty();
        foreach (var officer in new[] { move.OriginalOfficer, move.ReceivingOfficer })
        {
            move.Confirm(officer).Refusals.Should().Equal(new BoardOnly());
            move.Refuse(by: officer).Refusals.Should().Equal(new BoardOnly());
        }

        move.Transfer!.Status.Should().Be(TransferStatus.Accepted);
    }

    [Fact]
    public void Either_centre_takes_its_form_back_until_the_board_has_confirmed()
    {
        foreach (var party in new[] { TransferParty.OriginalCentre, TransferParty.ReceivingCentre, TransferParty.Board })
        {
            var move = Move.Ready().Accepted();
            var transfer = move.Cancel(party switch
            {
                TransferParty.OriginalCentre => move.OriginalOfficer,
                TransferParty.ReceivingCentre => move.ReceivingOfficer,
                _ => People.Board,
            }).Transfer!;

            (transfer.Status, transfer.EndedBy, transfer.IsOpen).Should().Be((TransferStatus.Cancelled, party, false));
            move.Change!.Book.Candidate.IsMoving.Should().BeFalse();
            move.Original.Withdraw("0580").Action.Should().Be(EntryAction.Withdrawn);
        }
    }

    [Fact]
    public void What_has_ended_stays_ended()
    {
        var confirmed = Move.Ready().Accepted();
        confirmed.Confirm();
        var refused = Move.Ready().Accepted();
        refused.Refuse();
        foreach (var move in new[] { confirmed, refused })
        {
            var wrong = new TransferStatusWrong(move.Transfer!.Status);
            foreach (var again in new Func<TransferDecision>[] { () => move.Accept(), () => move.Confirm(), () => move.Refuse(), () => move.Cancel(move.OriginalOfficer) })
            {
                again().Refusals.Should().Equal(wrong);
                move.Change.Should().BeNull();
            }
        }
    }

    [Fact]
    public void Accepting_twice_changes_nothing_and_another_number_is_taken_over()
    {
        var move = Move.Ready().Accepted("0042");

        move.Accept("0042").Refusals.Should().BeEmpty();
        move.Change.Should().BeNull();
        move.Accept("0043").Transfer!.WantedNumber.Should().Be(Named.Candidate("0043"));
        move.Change.Should().NotBeNull();
    }

    [Fact]
    public void A_number_that_is_used_there_is_refused_also_when_it_was_taken_meanwhile()
    {
        var move = Move.Ready().Uses("0042");
        move.Ask();
        move.Accept("0042").Refusals.Should().Equal(new CandidateNumberTaken(Named.Candidate("0042")));
        move.Accept("0043").Refusals.Should().BeEmpty();
        move.Uses("0043").Confirm().Refusals.Should().Equal(new CandidateNumberTaken(Named.Candidate("0043")));
        move.Accept("0044").Refusals.Should().BeEmpty();
        move.Confirm().Refusals.Should().BeEmpty();
    }

    [Fact]
    public void A_centre_without_a_free_number_receives_nobody()
    {
        var move = Move.Ready().Uses([.. Enumerable.Range(1, 9_999).Select(number => $"{number:0000}")]);
        move.Accepted().Confirm().Refusals.Should().Equal(new NumbersExhausted(1));
    }

    [Fact]
    public void Somebody_who_is_registered_there_already_is_not_registered_twice()
    {
        var move = Move.Ready(school => school.Enrols("0001", uci: "681990012058G")).Knows("0077");
        move.Ask();
        move.Accept().Refusals.Should().ContainSingle().Which.Should().BeOfType<CandidateAlreadyRegistered>().Which.Number.Should().Be(Named.Candidate("0077"));
    }

    [Fact]
    public void Rule_6_the_receiving_centre_must_be_approved_for_every_qualification()
    {
        var move = new Move(
            School.In("2026-06").Offers("0580", "A").Offers("9709", "Mathematics", "AL", ["A"]).Has("0580", "A").Has("9709", "A"),
            School.In("2026-06", "GB045", approvedFor: ["IGCSE"]).Offers("0580", "A").Offers("9709", "Mathematics", "AL", ["A"]));
        move.Ask();

        move.Accept().Refusals.Should().Equal(new ReceivingCentreNotApproved(Named.Qualification("AL"), Named.Syllabus("9709")));
    }

    [Fact]
    public void Rule_5_the_receiving_centre_must_offer_each_option_in_its_zone()
    {
        var move = new Move(
            School.In("2026-06").Offers("0580", "A").Offers("0610", "A").Offers("0500", "").Has("0580", "A").Has("0610", "A").Has("0500", ""),
            School.In("2026-06", "GB045").Offers("0580", "B", "C").Offers("0500", "", "D"));
        move.Ask();

        move.Accept().Refusals.OfType<OptionNotOfferedThere>().Select(one => $"{one.Syllabus} {string.Join(",", one.Offered)}")
            .Should().Equal("0500 ,D", "0580 B,C", "0610 ");
    }

    [Fact]
    public void What_no_longer_holds_when_the_board_confirms_is_refused_then()
    {
        var move = Move.Ready(receiving: school => school.Offers("0610", "A")).Accepted();
        var elsewhere = new Move(move.Original, School.In("2026-06", "GB045", approvedFor: ["AL"]).Offers("0580", "A"));
        elsewhere.Take(move.Transfer!).Confirm().Refusals.Should().AllBeOfType<ReceivingCentreNotApproved>();
    }
}
