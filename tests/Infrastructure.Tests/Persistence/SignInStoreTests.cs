using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.Infrastructure.Security;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>Signing in against what is stored: throttles, second factors, links.</summary>
public abstract class SignInStoreTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static readonly Secret _wrong = new("AAAA-AAAA-AAAA-AAAA");
    private static readonly Secret _own = new("correct horse battery");

    private async Task<(string Username, Secret Password)> CandidateAsync()
    {
        var candidate = (await World.EnterAsync(Us123, 1, "0580"))[0];
        await World.ConfirmAllAsync(Us123);
        return await World.CredentialOfAsync(candidate);
    }

    private async Task<Secret> OfficerAsync()
    {
        var desk = World.Get<UserDesk>();
        (await desk.AddAsync("Olive", Named.Name("Olive Officer"), null, UserRole.Officer, [Us123], _own, default)).Should().BeTrue();
        return (await desk.SetTotpAsync("olive", default))!;
    }

    private Task<Outcome<SignedIn>> SignInAsync(string? code) =>
        World.Get<SignIn>().RunAsync(new SignIn.Request("OLIVE", _own, code, "192.0.2.9"), default);

    private string CodeOf(Secret address, int steps = 0)
    {
        var text = address.Reveal();
        var secret = text[(text.IndexOf("secret=", StringComparison.Ordinal) + 7)..text.IndexOf("&issuer", StringComparison.Ordinal)];
        var bits = string.Concat(secret.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        return Totp.Code(key, Totp.StepAt(World.Clock.Now) + steps);
    }

    [Fact]
    public async Task A_username_may_be_typed_in_any_way()
    {
        var (username, password) = await CandidateAsync();

        var signedIn = Done(await World.SignInAsync($" {username.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)}", password));

        signedIn.Caller.Should().BeOfType<Caller.Candidate>().Which.Number.Should().Be(Named.Candidate("0001"));
        (await World.Get<SessionCallers>().FindAsync(signedIn.Token)).Should().Be(signedIn.Caller);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("olive\0")]
    [InlineData("\0olive")]
    [InlineData("ABCDE-FGH\0J")]
    public async Task A_username_that_no_database_can_keep_is_nobodys(string username)
    {
        await OfficerAsync();

        (await World.Get<SignIn>().RunAsync(new SignIn.Request(username, _own, null, "192.0.2.9"), default)).Should().BeOfType<Outcome<SignedIn>>()
            .Which.IsDone(out _, out var refusal).Should().BeFalse();
        refusal.Should().BeOfType<SignInRefused>();
        (await World.SignInAsync(username, _own)).IsDone(out _, out refusal).Should().BeFalse();
        refusal.Should().BeOfType<SignInRefused>();
    }

    [Fact]
    public async Task A_document_name_that_no_database_can_keep_is_none() =>
        (await World.Get<IDocumentStore>().FindAsync(new string('\0', 32), session: 0, default)).Document.Should().BeNull();

    [Fact]
    public async Task A_session_ends_by_itself_to_the_second()
    {
        var (username, password) = await CandidateAsync();
        var token = Done(await World.SignInAsync(username, password)).Token;

        World.Clock.Now += Session.CandidateLife - TimeSpan.FromSeconds(1);
        (await World.Get<SessionCallers>().FindAsync(token)).IsSignedIn.Should().BeTrue();
        World.Clock.Now += TimeSpan.FromSeconds(1);
        (await World.Get<SessionCallers>().FindAsync(token)).IsSignedIn.Should().BeFalse();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_no_other()
    {
        var (username, password) = await CandidateAsync();
        var first = Done(await World.SignInAsync(username, password));
        var second = Done(await World.SignInAsync(username, password));

        Done(await World.Get<SignOut>().RunAsync(first.Caller, default));

        (await World.Get<SessionCallers>().FindAsync(first.Token)).Should().Be(Caller.Anonymous);
        (await World.Get<SessionCallers>().FindAsync(second.Token)).IsSignedIn.Should().BeTrue();
    }

    [Fact]
    public async Task A_forged_or_foreign_token_is_nobody()
    {
        await CandidateAsync();
        foreach (var token in new[] { "", "x", new string('A', 43), new string('A', 100_000), "' OR 1=1 --" })
            (await World.Get<SessionCallers>().FindAsync(new Secret(token))).Should().Be(Caller.Anonymous);
    }

    [Fact]
    public async Task Ten_failures_from_one_source_throttle_it_and_nobody_else()
    {
        var (username, password) = await CandidateAsync();
        for (var i = 0; i < Throttle.MostFromOneSource; i++)
            Refused(await World.SignInAsync(username, _wrong)).Should().BeOfType<SignInRefused>();

        Refused(await World.SignInAsync(username.ToLowerInvariant(), password)).Should().BeOfType<SignInRefused>("however it is typed");
        Done(await World.SignInAsync(username, password, source: "198.51.100.7"));

        World.Clock.Now += Throttle.Window;
        Done(await World.SignInAsync(username, password));
    }

    [Fact]
    public async Task A_storm_of_good_and_bad_sign_ins_is_counted_one_by_one()
    {
        var candidates = await World.EnterAsync(Us123, 20, "0580");
        await World.ConfirmAllAsync(Us123);
        List<(string Username, Secret Password)> credentials = [];
        foreach (var candidate in candidates)
            credentials.Add(await World.CredentialOfAsync(candidate));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
            (Wrong: i % 4 == 0, Outcome: await World.SignInAsync(credentials[i % 20].Username, i % 4 == 0 ? _wrong : credentials[i % 20].Password, $"192.0.2.{i}")))));

        foreach (var (wrong, outcome) in outcomes)
            outcome.IsDone(out _, out _).Should().Be(!wrong);
        await using var db = World.Open(People.Board);
        (await db.Set<SignInFailures>().SumAsync(failures => failures.Count)).Should().Be(50);
        (await db.Set<Session>().CountAsync()).Should().Be(150);
        (await db.Audit.CountAsync(record => record.Action == Domain.Audit.AuditAction.SignedIn)).Should().Be(150);
    }

    [Fact]
    public async Task An_officer_lifts_a_throttle()
    {
        var (username, password) = await CandidateAsync();
        for (var i = 0; i < Throttle.MostFromOneSource; i++)
            await World.SignInAsync(username, _wrong);

        Done(await World.Get<LiftThrottle>().RunAsync(new LiftThrottle.Request(Us123, June, Named.Candidate("0001")), OfficerOf(Us123), default));

        Done(await World.SignInAsync(username, password));
    }

    [Fact]
    public async Task Failures_are_counted_without_keeping_what_was_typed()
    {
        await World.SignInAsync("K7M2-P9XQ-RT4D-WB3H", _wrong);

        await using var db = World.Open(People.Board);
        (await db.Set<SignInFailures>().SingleAsync()).Who.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public async Task Failures_are_swept_when_their_window_is_over()
    {
        await World.SignInAsync("nobody", _wrong);
        World.Clock.Now += Throttle.Window;

        await World.Get<Sweeper>().SweepAsync(default);

        await using var db = World.Open(People.Board);
        (await db.Set<SignInFailures>().CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_one_time_code_serves_once_even_for_two_at_once()
    {
        var address = await OfficerAsync();
        Refused(await SignInAsync(null)).Should().BeOfType<SecondFactorNeeded>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SignInAsync(CodeOf(address)))));

        outcomes.Count(outcome => outcome.IsDone(out _, out _)).Should().Be(1);
        Refused(await SignInAsync(CodeOf(address))).Should().BeOfType<SignInRefused>();
        World.Clock.Now += TimeSpan.FromSeconds(30);
        Done(await SignInAsync(CodeOf(address))).Caller.Administers(Us123).Should().BeTrue();
    }

    [Fact]
    public async Task A_username_is_taken_once()
    {
        await OfficerAsync();

        (await World.Get<UserDesk>().AddAsync("oLIVE", Named.Name("Another"), null, UserRole.Board, [], _own, default)).Should().BeFalse();
    }

    [Fact]
    public async Task A_document_is_fetched_by_session_with_a_fresh_code_or_by_a_link_that_serves_once()
    {
        var address = await OfficerAsync();
        await World.EnterAsync(Us123, 1, "0580");
        var name = (await World.ConfirmAllAsync(Us123)).Documents!.PdfName;
        var officer = Done(await SignInAsync(CodeOf(address))).Caller;
        Refused(await FetchAsync(officer)).Should().BeOfType<DocumentNotReady>();
        await World.RunJobsAsync();

        Done(await FetchAsync(officer)).Name.Should().Be(name);
        World.Clock.Now += Session.SecondFactorLife;
        Refused(await FetchAsync(officer)).Should().BeOfType<SecondFactorNeeded>();
        Refused(await FetchAsync(officer, "000000")).Should().BeOfType<SecondFactorWrong>();
        Done(await FetchAsync(officer, CodeOf(address)));
        var link = Done(await World.Get<CreateDownloadLink>().RunAsync(new CreateDownloadLink.Request(name), officer, default)).Token;
        Done(await World.Get<FetchDocument>().RunAsync(name, link, default));
        Refused(await World.Get<FetchDocument>().RunAsync(name, link, default)).Should().BeOfType<DocumentNotFound>("a link serves once");
        World.Get<DocumentFiles>().Open(Guid.ParseExact(name, "N")).Should().NotBeNull();
        await using var db = World.Open(People.Board);
        (await db.Audit.CountAsync(record => record.Action == Domain.Audit.AuditAction.DocumentDownloaded)).Should().Be(3);

        Task<Outcome<FetchedDocument>> FetchAsync(Caller caller, string? code = null) =>
            World.Get<FetchDocument>().RunAsync(new FetchDocument.Request(name, code), caller, default);
    }
}

public sealed class SignInStoreOnSqliteTests() : SignInStoreTests(null);

public sealed class SignInStoreOnPostgresTests(PrivatePostgres postgres) : SignInStoreTests(postgres);
