using Exams.Domain.Clients;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.World;
using static Exams.World.BoardWorld;

namespace Exams.Domain.Tests.Verbs;

/// <summary>API clients on a real database: who makes them, how they sign in, and what their secrets are worth when.</summary>
public sealed class ApiClientVerbTests : IAsyncLifetime
{
    private static readonly Caller Head = new Caller.Officer(0, "head", new HashSet<CentreNumber> { Us123 }, 0) { IsHead = true };
    private static readonly Permission[] Entries = [Scope(Permission.EntriesRead), Scope(Permission.EntriesWrite)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BoardWorld _world = null!; // Set by InitializeAsync before any test runs.

    public async ValueTask InitializeAsync()
    {
        _world = await OpenAsync();
        await _world.SeedAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_client_signs_in_and_is_a_caller_with_its_scopes_and_centres()
    {
        var minted = await CreateAsync();

        var signedIn = Done(await SignInAsync(minted.Client.ClientId, minted.Secret));

        var caller = (Caller.Client)await _world.Get<SessionCallers>().FindAsync(signedIn.Token);
        caller.Scopes.Order().Should().Equal(Entries);
        caller.Centres.Should().Equal(Us123);
        signedIn.ExpiresAt.Should().Be(_world.Clock.Now.AddHours(1));
        _world.Clock.Now += TimeSpan.FromHours(1);
        (await _world.Get<SessionCallers>().FindAsync(signedIn.Token)).IsSignedIn.Should().BeFalse();
    }

    [Fact]
    public async Task A_token_may_have_fewer_scopes_than_its_client_and_never_more()
    {
        var minted = await CreateAsync();

        var signedIn = Done(await SignInAsync(minted.Client.ClientId, minted.Secret, Scope(Permission.EntriesRead)));
        (await _world.Get<SessionCallers>().FindAsync(signedIn.Token)).Permissions.Should().Equal(Scope(Permission.EntriesRead));

        Refused(await SignInAsync(minted.Client.ClientId, minted.Secret, Scope(Permission.ResultsRead))).Code.Should().Be("SCOPE_NOT_GIVEN");
    }

    [Fact]
    public async Task Unknown_and_wrong_are_one_answer_and_failures_shut_nobody_out_who_has_the_secret()
    {
        var minted = await CreateAsync();

        Refused(await SignInAsync("NOBODY-HERE", minted.Secret)).Should().Be(new SignInRefused());
        for (var tries = 0; tries < Throttle.MostFromOneSource + 5; tries++)
        {
            Refused(await SignInAsync(minted.Client.ClientId, new Secret("wrong"))).Should().Be(new SignInRefused());
        }

        Done(await SignInAsync(minted.Client.ClientId, minted.Secret));
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_are_good_until_the_overlap_ends()
    {
        var first = await CreateAsync();

        var second = Done(await _world.Get<RotateClientSecret>().RunAsync(first.Client.ClientId, 24, Head, Ct));

        second.OverlapEndsAt.Should().Be(_world.Clock.Now.AddHours(24));
        Done(await SignInAsync(first.Client.ClientId, first.Secret));
        Done(await SignInAsync(first.Client.ClientId, second.Secret));
        _world.Clock.Now += TimeSpan.FromHours(24);
        Refused(await SignInAsync(first.Client.ClientId, first.Secret)).Should().Be(new SignInRefused());
        Done(await SignInAsync(first.Client.ClientId, second.Secret));
        Refused(await _world.Get<RotateClientSecret>().RunAsync(first.Client.ClientId, 169, Head, Ct)).Code.Should().Be("OVERLAP_TOO_LONG");
    }

    [Fact]
    public async Task A_client_that_is_ended_loses_secrets_and_tokens_at_once()
    {
        var minted = await CreateAsync();
        var token = Done(await SignInAsync(minted.Client.ClientId, minted.Secret)).Token;

        Done(await _world.Get<RevokeApiClient>().RunAsync(minted.Client.ClientId, Head, Ct)).RevokedAt.Should().Be(_world.Clock.Now);

        (await _world.Get<SessionCallers>().FindAsync(token)).IsSignedIn.Should().BeFalse();
        Refused(await SignInAsync(minted.Client.ClientId, minted.Secret)).Should().Be(new SignInRefused());
        Refused(await _world.Get<RevokeApiClient>().RunAsync(minted.Client.ClientId, Head, Ct)).Code.Should().Be("API_CLIENT_NOT_FOUND");
    }

    [Fact]
    public async Task Nobody_makes_or_ends_clients_for_centres_that_are_not_all_theirs()
    {
        Refused(await CreateAsync(Head, Entries, Us123, Uk12345)).Code.Should().Be("CENTRE_NOT_FOUND");
        Refused(await CreateAsync(People.Board, Entries, Named.Centre("ZZ999"))).Code.Should().Be("CENTRE_NOT_FOUND");
        var both = Done(await CreateAsync(People.Board, Entries, Us123, Uk12345));

        Refused(await _world.Get<RevokeApiClient>().RunAsync(both.Client.ClientId, Head, Ct)).Code.Should().Be("API_CLIENT_NOT_FOUND");
        Refused(await _world.Get<RotateClientSecret>().RunAsync(both.Client.ClientId, 0, Head, Ct)).Code.Should().Be("API_CLIENT_NOT_FOUND");
        Done(await _world.Get<RevokeApiClient>().RunAsync(both.Client.ClientId, People.Board, Ct));
    }

    [Fact]
    public async Task A_client_cannot_have_what_is_for_people_or_for_the_board_nor_nothing()
    {
        Refused(await CreateAsync(People.Board, [Scope(Permission.AccessWrite), Scope(Permission.ReleasesWrite)], Us123))
            .Should().BeOfType<ScopeNotForClients>().Which.Scopes.Should().HaveCount(2);
        Refused(await CreateAsync(People.Board, [], Us123)).Code.Should().Be("API_CLIENT_EMPTY");
        Refused(await CreateAsync(People.Board, Entries)).Code.Should().Be("API_CLIENT_EMPTY");
    }

    [Fact]
    public async Task A_head_sees_the_clients_of_the_own_centre_and_of_them_that_centre_alone()
    {
        var both = Done(await CreateAsync(People.Board, Entries, Us123, Uk12345));
        Done(await CreateAsync(People.Board, Entries, Uk12345));

        await using var db = _world.Open(Head);
        db.ApiClients.Select(client => client.ClientId).Should().Equal(both.Client.ClientId);
        db.ClientPlaces.Select(place => place.Centre).Should().Equal(Us123);
        await using var officers = _world.Open(OfficerOf(Us123));
        officers.ApiClients.Should().BeEmpty("clients are the head's");
    }

    [Theory]
    [InlineData(Permission.EntriesRead, 0, 1, 0)]
    [InlineData(Permission.CandidatesRead, 1, 0, 0)]
    [InlineData(Permission.ResultsRead, 0, 0, 1)]
    public async Task The_gate_opens_for_a_scope_what_the_scope_names_and_nothing_else(string scope, int candidates, int entries, int results)
    {
        foreach (var centre in new[] { Us123, Uk12345 })
        {
            await _world.GradeAsync(await _world.EnterAsync(centre, 1, "0580"), "0580", "A");
        }

        await _world.SetReleaseAsync("IGCSE", Audience.Centre, _world.Clock.Now);
        var client = new Caller.Client(1, "ABCDE-FGHJK", new HashSet<Permission> { Scope(scope) }, new HashSet<CentreNumber> { Us123 }, 0);

        await using var db = _world.Open(client);
        (db.Candidates.Count(), db.Entries.Count(), db.Results.Count()).Should().Be((candidates, entries, results));
    }

    private static Permission Scope(string name) => Named.Word<Permission>(name);

    private async Task<MintedClient> CreateAsync() => Done(await CreateAsync(Head, Entries, Us123));

    private Task<Outcome<MintedClient>> CreateAsync(Caller caller, Permission[] scopes, params CentreNumber[] centres) =>
        _world.Get<CreateApiClient>().RunAsync(new(Named.Name("School system"), scopes, centres), caller, Ct);

    private Task<Outcome<SignedIn>> SignInAsync(string clientId, Secret secret, params Permission[] scopes) =>
        _world.Get<SignInClient>().RunAsync(new(clientId, secret, scopes is [] ? null : scopes, "192.0.2.1"), Ct);
}
