using Exams.Domain.News;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.World;
using static Exams.World.BoardWorld;

namespace Exams.Domain.Tests.Verbs;

/// <summary>Results access on a real database: rules 26 to 32, and two officers at once.</summary>
public sealed class AccessVerbTests : IAsyncLifetime
{
    private static readonly Caller Officer = OfficerOf(Us123);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BoardWorld _world = null!; // Set by InitializeAsync before any test runs.

    public async ValueTask InitializeAsync()
    {
        _world = await OpenAsync();
        await _world.SeedAsync();
        await _world.EnterAsync(Us123, 3, "0580");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Of_two_officers_at_once_one_is_told_that_the_other_was_first_and_nothing_of_his_happened()
    {
        var wishes = new[] { AccessStatus.All, AccessStatus.Selected }.Select(scope => _world.Get<SetResultsAccess>().RunAsync(
            Wish(scope, 0, scope == AccessStatus.Selected ? ["0001"] : []), Officer, Ct));

        var outcomes = await Task.WhenAll(wishes);

        outcomes.Count(outcome => outcome.IsDone(out _, out _)).Should().Be(1);
        Refused(outcomes.Single(outcome => !outcome.IsDone(out _, out _))).Code.Should().Be("VERSION_STALE");
        (await NewsAsync(NewsType.ResultsAccessChanged)).Should().ContainSingle();
    }

    [Fact]
    public async Task Asking_twice_changes_no_password()
    {
        Done(await SetAsync(AccessStatus.All, 0));
        var before = await CredentialsAsync();

        var again = Done(await SetAsync(AccessStatus.All, 1));

        (again.Issued, again.Restored, again.Suspended, again.Access.Version).Should().Be((0, 0, 0, 2));
        (await CredentialsAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task A_candidate_entered_later_joins_with_the_next_confirming_alone()
    {
        Done(await SetAsync(AccessStatus.All, 0));
        var before = await CredentialsAsync();
        await _world.EnterAsync(Us123, 1, "0580");

        var again = Done(await SetAsync(AccessStatus.All, 1));

        again.Issued.Should().Be(1);
        (await CredentialsAsync()).Should().HaveCount(4).And.Contain(before);
    }

    [Fact]
    public async Task A_refused_wish_leaves_no_trace()
    {
        Refused(await SetAsync(AccessStatus.Selected, 0, "0001", "0009")).Code.Should().Be("CANDIDATE_NOT_FOUND");

        (await CredentialsAsync()).Should().BeEmpty();
        (await NewsAsync(NewsType.ResultsAccessChanged)).Should().BeEmpty();
        (await _world.RunJobsAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Unknown_and_foreign_centres_and_series_are_refused_alike()
    {
        var unknown = Refused(await _world.Get<SetResultsAccess>().RunAsync(
            Wish(AccessStatus.All, 0, []) with { Centre = Named.Centre("ZZ999") }, OfficerOf(Named.Centre("ZZ999")), Ct));
        var foreign = Refused(await _world.Get<SetResultsAccess>().RunAsync(
            Wish(AccessStatus.All, 0, []) with { Centre = Uk12345 }, Officer, Ct));

        unknown.Should().Be(new CentreNotFound(Named.Centre("ZZ999")));
        foreign.Should().Be(new CentreNotFound(Uk12345));
        Refused(await _world.Get<SetResultsAccess>().RunAsync(
            Wish(AccessStatus.All, 0, []) with { Series = Named.Series("2031-03") }, Officer, Ct)).Code.Should().Be("SERIES_NOT_FOUND");
    }

    [Fact]
    public async Task Deselecting_and_selecting_again_goes_round_on_disk_with_the_same_password()
    {
        Done(await SetAsync(AccessStatus.Selected, 0, "0001", "0002"));
        var before = await CredentialsAsync();

        Done(await _world.Get<DeselectCandidate>().RunAsync(new DeselectCandidate.Request(Us123, June, Named.Candidate("0002"), 1), Officer, Ct));
        var back = Done(await _world.Get<SelectCandidate>().RunAsync(
            new SelectCandidate.Request(Us123, June, Named.Candidate("0002"), 2), Officer, Ct));
        var joined = Done(await _world.Get<SelectCandidate>().RunAsync(
            new SelectCandidate.Request(Us123, June, Named.Candidate("0003"), 3), Officer, Ct));

        (back.Restored, back.Issued, joined.Issued).Should().Be((1, 0, 1));
        (await CredentialsAsync()).Should().HaveCount(3).And.Contain(before);
    }

    [Fact]
    public async Task Contact_delay_and_release_date_make_documents_stale_and_reprinting_makes_them_true()
    {
        Done(await SetAsync(AccessStatus.All, 0));
        await _world.RunJobsAsync();
        await _world.SetReleaseAsync("IGCSE", Audience.Centre, Start.AddDays(10));

        Done(await _world.Get<ChangeQueryContact>().RunAsync(
            new ChangeQueryContact.Request(Us123, June, new TypedContact("Mr Gray", "305 555 0100", null), 1), Officer, Ct));
        Done(await _world.Get<ChangeDelay>().RunAsync(new ChangeDelay.Request(Us123, June, 30, 2), Officer, Ct));
        Done(await _world.Get<SetReleaseDate>().RunAsync(
            new SetReleaseDate.Request(June, Named.Qualification("IGCSE"), Audience.Candidate, Start.AddDays(11)), People.Board, Ct));

        (await LastDocumentsAsync()).Stale.Should().Be(
            StaleReasons.ContactChanged | StaleReasons.DelayChanged | StaleReasons.ReleaseScheduleChanged);
        (await NewsAsync(NewsType.DocumentsStale)).Should().HaveCount(3);
        var before = await CredentialsAsync();
        Done(await _world.Get<ReprintDocuments>().RunAsync(new ReprintDocuments.Request(Us123, June), Officer, Ct));
        await _world.RunJobsAsync();
        (await LastDocumentsAsync()).Should().Match<AccessDocuments>(one => one.Stale == StaleReasons.None && one.State == DocumentsState.Ready);
        (await CredentialsAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task A_release_date_of_a_qualification_that_nobody_takes_makes_nothing_stale()
    {
        Done(await SetAsync(AccessStatus.All, 0));
        await _world.RunJobsAsync();
        await _world.SetReleaseAsync("PREU", Audience.Centre, Start.AddDays(10));

        Done(await _world.Get<SetReleaseDate>().RunAsync(
            new SetReleaseDate.Request(June, Named.Qualification("PREU"), Audience.Candidate, Start.AddDays(11)), People.Board, Ct));

        (await LastDocumentsAsync()).Stale.Should().Be(StaleReasons.None);
    }

    private static SetResultsAccess.Request Wish(AccessStatus scope, int version, string[] candidates) => new(
        Us123,
        June,
        scope,
        version,
        candidates.Length == 0 ? null : [.. candidates.Select(Named.Candidate)],
        QueriesAccepted: true,
        new TypedContact("Ms Ray", null, "ray@school.example"));

    private Task<Outcome<AccessChanged>> SetAsync(AccessStatus scope, int version, params string[] candidates) =>
        _world.Get<SetResultsAccess>().RunAsync(Wish(scope, version, candidates), Officer, Ct);

    private async Task<List<(string Username, string Hash)>> CredentialsAsync()
    {
        await using var db = _world.Open(new Caller.System("test"));
        return [.. db.Credentials.AsEnumerable().Select(one => (one.Username, Convert.ToHexString(one.Hash)))];
    }

    private async Task<List<NewsItem>> NewsAsync(NewsType type)
    {
        await using var db = _world.Open(new Caller.System("test"));
        return [.. db.News.Where(item => item.Type == type)];
    }

    private async Task<AccessDocuments> LastDocumentsAsync()
    {
        await using var db = _world.Open(new Caller.System("test"));
        return db.Documents.OrderByDescending(one => one.Id).First();
    }
}
