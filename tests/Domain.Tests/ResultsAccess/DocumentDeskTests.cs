using Exams.Domain.Audit;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.World;

namespace Exams.Domain.Tests.ResultsAccess;

/// <summary>Rule 38: who fetches documents with passwords.</summary>
public sealed class DocumentDeskTests : AccessTests
{
    [Fact]
    public void The_centres_officer_fetches_and_it_is_recorded()
    {
        Desk().Fetch(Officer, step: null, Now).IsDone(out var change, out _).Should().BeTrue();

        change!.Document.FileName.Should().Be("US123_2026-06_sheets.pdf");
        (change.Audit!.Action, change.Audit.Actor, change.Audit.Centre).Should().Be((AuditAction.DocumentDownloaded, "officer:officer", Roll.Us123));
    }

    [Fact]
    public void Another_centres_document_looks_like_none()
    {
        foreach (var stranger in new[] { People.OfficerOf("US124"), People.CandidateAt("US123", "2026-06", "0001"), People.Nobody })
        {
            Refused(Desk().Fetch(stranger, step: null, Now)).Should().Be(new DocumentNotFound());
        }

        Refused((Desk() with { Document = null }).Fetch(Officer, step: null, Now)).Should().Be(new DocumentNotFound());
    }

    [Fact]
    public void Passwords_are_not_for_the_board() =>
        Refused(Desk().Fetch(People.Board, step: null, Now)).Code.Should().Be("DOCUMENT_FOR_OFFICERS");

    [Fact]
    public void What_has_expired_is_gone() =>
        Refused(Desk().Fetch(Officer, step: null, Now.AddDays(14))).Code.Should().Be("DOCUMENT_EXPIRED");

    [Fact]
    public void What_is_not_ready_says_how_far_it_is()
    {
        var documents = new AccessDocuments(CandidateResultsAccess.Initial(Roll.Us123, Roll.June), null, 3, Mint, Now);
        documents.Start(3);
        documents.Progress(1);

        var refusal = Refused((Desk() with { Document = new FetchedDocument(documents, IsZip: false) }).Fetch(Officer, step: null, Now));

        refusal.Should().Be(new DocumentNotReady(DocumentsState.Printing, 1, 3));
    }

    [Fact]
    public void The_second_factor_is_asked_of_whoever_has_one()
    {
        var desk = Desk(hasSecondFactor: true);

        Refused(desk.Fetch(Officer, step: null, Now)).Code.Should().Be("SECOND_FACTOR_NEEDED");
        Refused(desk.Fetch(Officer, _ => null, Now)).Code.Should().Be("SECOND_FACTOR_WRONG");
        desk.Fetch(Officer, _ => 59_000_000, Now).IsDone(out var change, out _).Should().BeTrue();
        change!.SecondFactor!.Step.Should().Be(59_000_000);
    }

    [Fact]
    public void A_second_factor_shown_within_ten_minutes_counts()
    {
        var desk = Desk(hasSecondFactor: true);
        desk.Session!.ShowSecondFactor(Now);

        desk.Fetch(Officer, step: null, Now.AddMinutes(10).AddTicks(-1)).IsDone(out _, out _).Should().BeTrue();
        Refused(desk.Fetch(Officer, step: null, Now.AddMinutes(10))).Code.Should().Be("SECOND_FACTOR_NEEDED");
    }

    [Fact]
    public void After_ten_wrong_codes_even_the_right_one_waits() =>
        Refused((Desk(hasSecondFactor: true) with { WrongCodes = 10 }).Fetch(Officer, _ => 1, Now)).Code.Should().Be("SECOND_FACTOR_WRONG");

    [Fact]
    public void A_link_is_good_for_a_minute_and_asks_for_the_second_factor_when_it_is_made()
    {
        Refused(Desk(hasSecondFactor: true).Link(Officer, step: null, [1], Now)).Code.Should().Be("SECOND_FACTOR_NEEDED");
        Desk(hasSecondFactor: true).Link(Officer, _ => 1, [1], Now).IsDone(out var made, out _).Should().BeTrue();

        (made!.Link!.ExpiresAt, made.Audit).Should().Be((Now.AddSeconds(60), null));
        Desk(hasSecondFactor: true).Fetch(Officer, step: null, Now, byLink: true).IsDone(out var fetched, out _).Should().BeTrue();
        fetched!.Audit.Should().NotBeNull();
    }

    private DocumentDesk Desk(bool hasSecondFactor = false)
    {
        var documents = new AccessDocuments(CandidateResultsAccess.Initial(Roll.Us123, Roll.June), null, 3, Mint, Now);
        documents.Start(3);
        documents.Finish(10, 20, Now);
        var user = new User("officer", Named.Name("Olive"), null, UserRole.Officer, [Roll.Us123], "hash");
        if (hasSecondFactor)
        {
            user.SetTotp([1]);
        }

        return new DocumentDesk(new FetchedDocument(documents, IsZip: false), user, Session.ForUser(user, [1], withSecondFactor: false, Now), 0);
    }
}
