using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>Signing in while others write: it waits for nobody whose work does not touch it, and for everybody whose work does.</summary>
public abstract class SignInBesideTurnsTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private protected Writer Writer => World.Get<Writer>();

    [Fact]
    public async Task It_does_not_wait_for_a_turn_in_which_rules_are_applied()
    {
        var (_, username, password) = await GrantedAsync();
        var turn = Writer.InTurnAsync<string>(
            async () =>
            {
                await HoldAsync();
                return "done";
            },
            default);
        await _begun.Task.WaitAsync(_patience);

        var signedIn = Done(await World.SignInAsync(username, password).WaitAsync(_patience));
        (await World.SignInAsync(username, new Secret("AAAA-AAAA-AAAA-AAAA")).WaitAsync(_patience)).IsDone(out _, out _).Should().BeFalse();
        Done(await World.Get<SignOut>().RunAsync(signedIn.Caller, default).WaitAsync(_patience));

        turn.IsCompleted.Should().BeFalse();
        _go.SetResult();
        await turn;
    }

    [Fact]
    public async Task It_waits_for_what_becomes_of_its_grant()
    {
        var (grant, username, password) = await GrantedAsync();
        var turn = Writer.WriteAsync(
            "test",
            async writing =>
            {
                await writing.SuspendAsync([grant], World.Clock.Now, default);
                await HoldAsync();
            },
            default);
        await _begun.Task.WaitAsync(_patience);

        var signIn = World.SignInAsync(username, password);
        (await Task.WhenAny(signIn, Task.Delay(500))).Should().NotBe(signIn, "nobody knows yet");
        _go.SetResult();
        await turn;
        Refused(await signIn.WaitAsync(_patience)).Should().BeOfType<SignInRefused>();
    }

    [Fact]
    public async Task News_are_not_written_aside()
    {
        var write = () => Writer.WriteAsideAsync("test", writing => Tell(writing), default);

        await write.Should().ThrowAsync<InvalidOperationException>();

        await using var db = World.Open(new Caller.System("test"));
        (await db.News.CountAsync(news => news.Done == 7)).Should().Be(0);
    }

    private Task Tell(Writing writing)
    {
        writing.Tell(new NewsItem(NewsType.BoardLoaded, World.Clock.Now) { Done = 7 });
        return Task.CompletedTask;
    }

    protected Task HoldAsync()
    {
        _begun.SetResult();
        return _go.Task;
    }

    protected async Task<(long Grant, string Username, Secret Password)> GrantedAsync()
    {
        var candidate = (await World.EnterAsync(Us123, 1, "0580"))[0];
        await World.ConfirmAllAsync(Us123);
        var (username, password) = await World.CredentialOfAsync(candidate);
        await using var db = World.Open(new Caller.System("test"));
        return (await db.Grants.Select(grant => grant.Id).SingleAsync(), username, password);
    }

    protected Task WhileHeldAsync() => _begun.Task.WaitAsync(_patience);

    protected void Go() => _go.SetResult();
}

public sealed class SignInBesideTurnsOnSqliteTests() : SignInBesideTurnsTests(null);

public sealed class SignInBesideTurnsOnPostgresTests(PrivatePostgres postgres) : SignInBesideTurnsTests(postgres)
{
    [Fact]
    public async Task It_does_not_wait_for_a_turn_that_has_written()
    {
        var (_, username, password) = await GrantedAsync();
        var turn = Writer.WriteAsync(
            "test",
            async writing =>
            {
                await writing.InsertAsync([new NewsItem(NewsType.BoardLoaded, World.Clock.Now)], default);
                await HoldAsync();
            },
            default);
        await WhileHeldAsync();

        Done(await World.SignInAsync(username, password).WaitAsync(TimeSpan.FromSeconds(20)));

        turn.IsCompleted.Should().BeFalse();
        Go();
        await turn;
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_that_began_while_it_waited()
    {
        var (grant, username, password) = await GrantedAsync();
        var token = Done(await World.SignInAsync(username, password)).Token;
        await SetEndedAsync(World.Clock.Now);

        // Somebody signs in: the row of the password is held, and the session is not committed yet.
        await using var db = World.Open(new Caller.System("test"));
        db.BeginWriting();
        var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("SELECT 1 FROM credentials FOR SHARE");
        await db.Set<Session>().Where(session => session.GrantId == grant).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, (DateTimeOffset?)null));
        var reissue = World.Get<ReissuePassword>().RunAsync(new ReissuePassword.Request(Us123, June, Named.Candidate("0001")), OfficerOf(Us123), default);
        (await Task.WhenAny(reissue, Task.Delay(500))).Should().NotBe(reissue);
        await transaction.CommitAsync();
        Done(await reissue.WaitAsync(TimeSpan.FromSeconds(20)));

        (await World.Get<SessionCallers>().FindAsync(token)).Should().Be(Caller.Anonymous);

        async Task SetEndedAsync(DateTimeOffset at)
        {
            await using var before = World.Open(new Caller.System("test"));
            before.BeginWriting();
            await before.Set<Session>().Where(session => session.GrantId == grant).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, (DateTimeOffset?)at));
        }
    }
}
