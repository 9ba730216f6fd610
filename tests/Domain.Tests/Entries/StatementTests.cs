using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Entries;

/// <summary>Which statements of entry are printed, and who fetches them.</summary>
public sealed class StatementTests
{
    private static readonly DateTimeOffset Now = Named.At("2026-03-01T12:00:00Z");
    private static readonly Series June = Named.Series("2026-06");
    private static readonly CentreNumber Us123 = Named.Centre("US123");

    private readonly CountingMint _mint = new();

    [Fact]
    public void Everybody_who_is_entered_gets_one_when_nobody_is_named()
    {
        var order = Done(Roll().Print(null, People.OfficerOf("US123"), _mint, Now));

        (order.Documents.Kind, order.Documents.Total, order.Documents.AreForAll).Should().Be((DocumentsKind.StatementsOfEntry, 2, true));
        new FetchedDocument(order.Documents, IsZip: false).FileName.Should().Be("US123_2026-06_statements.pdf");
    }

    [Fact]
    public void Those_who_are_named_get_one_each_however_often_they_are_named()
    {
        var order = Done(Roll().Print([Named.Candidate("0002"), Named.Candidate("0002")], People.Board, _mint, Now));

        (order.Documents.Total, order.Documents.OnlyCandidate, order.Documents.AreForAll).Should().Be((1, Named.Candidate("0002"), false));
        new FetchedDocument(order.Documents, IsZip: true).FileName.Should().Be("US123_2026-06_0002_statement.zip");
        order.Audit.Candidate.Should().Be(Named.Candidate("0002"));
    }

    [Fact]
    public void Who_is_unknown_or_not_entered_is_named_in_the_refusal()
    {
        Refused([Named.Candidate("0009"), Named.Candidate("0001"), Named.Candidate("0008")]).Should()
            .BeOfType<CandidateNotFound>().Which.Candidates.Should().Equal(Named.Candidate("0008"), Named.Candidate("0009"));
        Refused([Named.Candidate("0003")]).Should().BeOfType<CandidateNotEntitled>().Which.Candidates.Should().Equal(Named.Candidate("0003"));
        Refused([]).Code.Should().Be("NOBODY_ENTITLED");
    }

    [Fact]
    public void Statements_for_everybody_that_are_on_their_way_are_not_ordered_twice_but_a_few_may_be()
    {
        var coming = Roll() with { Last = Done(Roll().Print(null, People.Board, _mint, Now)).Documents };

        Refusal(coming.Print(null, People.Board, _mint, Now)).Should().Be(new PrintingUnderWay(0, 2));
        Done(coming.Print([Named.Candidate("0001")], People.Board, _mint, Now)).Documents.Total.Should().Be(1);
    }

    [Fact]
    public void An_unknown_series_and_a_client_that_may_not_read_candidates_are_refused()
    {
        Refusal((Roll() with { SeriesIsKnown = false }).Print(null, People.Board, _mint, Now)).Code.Should().Be("SERIES_NOT_FOUND");
        Refusal(Roll().Print(null, Client(Permission.EntriesRead), _mint, Now)).Should().Be(new PermissionNeeded(Permission.CandidatesRead));
        Done(Roll().Print(null, Client(Permission.EntriesRead, Permission.CandidatesRead), _mint, Now)).Documents.Total.Should().Be(2);
    }

    [Fact]
    public void Whoever_may_read_candidates_and_entries_of_the_centre_fetches_them_without_a_second_factor()
    {
        var desk = Desk();

        foreach (var caller in new Caller[] { People.OfficerOf("US123"), People.Board, Client(Permission.EntriesRead, Permission.CandidatesRead) })
            Done(desk.Fetch(caller, step: null, Now)).Audit!.Detail.Should().Be("US123_2026-06_statements.pdf");
    }

    [Fact]
    public void For_everybody_else_they_look_like_none()
    {
        var desk = Desk();

        foreach (var stranger in new Caller[] { People.OfficerOf("GB045"), Client(Permission.EntriesRead), Client(Permission.CandidatesRead), People.CandidateAt("US123", "2026-06", "0001"), People.Nobody })
            Refusal(desk.Fetch(stranger, step: null, Now)).Should().Be(new DocumentNotFound());
    }

    [Fact]
    public void What_is_not_ready_or_has_expired_is_said_of_statements_too()
    {
        Refusal(Desk(ready: false).Fetch(People.Board, step: null, Now)).Should().Be(new DocumentNotReady(DocumentsState.Pending, 0, 2));
        Refusal(Desk().Fetch(People.Board, step: null, Now.AddDays(14))).Code.Should().Be("DOCUMENT_EXPIRED");
    }

    [Fact]
    public void News_of_statements_is_of_entries_and_news_of_sheets_of_access()
    {
        var statements = Done(Roll().Print(null, People.Board, _mint, Now)).Documents;
        var sheets = new AccessDocuments(CandidateResultsAccess.Initial(Us123, June), null, 1, _mint, Now);

        foreach (var type in new[] { NewsType.DocumentsProgressed, NewsType.DocumentsReady, NewsType.DocumentsStale, NewsType.DocumentsFailed, NewsType.DocumentsExpired })
        {
            sheets.NewsOf(type).Should().Be(type);
            statements.NewsOf(type).ToString().Should().Be(type.ToString().Replace("Documents", "Statements", StringComparison.Ordinal));
            NewsMeaning.Of(statements.NewsOf(type)).Needs.ToString().Should().Be(Permission.EntriesRead);
        }
    }

    private static StatementRoll Roll() => new(Us123, June, new Dictionary<CandidateNumber, bool>
    {
        [Named.Candidate("0001")] = true,
        [Named.Candidate("0002")] = true,
        [Named.Candidate("0003")] = false,
    });

    private DocumentDesk Desk(bool ready = true)
    {
        var documents = Done(Roll().Print(null, People.Board, _mint, Now)).Documents;
        if (ready)
            documents.Finish(1, 1, Now);
        return new DocumentDesk(new FetchedDocument(documents, IsZip: false), null, null, 0);
    }

    private Refusal Refused(IReadOnlyList<CandidateNumber> selected) => Refusal(Roll().Print(selected, People.Board, _mint, Now));

    private static T Done<T>(Outcome<T> outcome)
        where T : class => outcome.IsDone(out var done, out var refusal) ? done : throw new InvalidOperationException(refusal.Message);

    private static Refusal Refusal<T>(Outcome<T> outcome)
        where T : class => outcome.IsDone(out _, out var refusal) ? throw new InvalidOperationException("It was not refused.") : refusal;

    private static Caller.Client Client(params string[] scopes) =>
        new Caller.Client(4, "client", scopes.Select(Named.Word<Permission>).ToHashSet(), new HashSet<CentreNumber> { Us123 }, 4);
}
