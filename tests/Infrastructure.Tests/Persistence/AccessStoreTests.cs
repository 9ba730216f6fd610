using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>Access as it is stored: what is committed, what is not, and what follows in the same transaction.</summary>
public abstract class AccessStoreTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private async Task<string> StateAsync()
    {
        await using var db = World.Open(People.Board);
        return $"accesses {await db.Accesses.CountAsync()} grants {await db.Grants.CountAsync()} credentials {await db.Credentials.CountAsync()} "
            + $"documents {await db.Documents.CountAsync()} jobs {await db.Set<Job>().CountAsync()} news {await db.News.CountAsync()} audit {await db.Audit.CountAsync()}";
    }

    [Fact]
    public async Task Confirming_writes_setting_grants_credentials_documents_job_news_and_audit()
    {
        await World.EnterAsync(Us123, 3, "0580", "9709");

        var changed = await World.ConfirmAllAsync(Us123);

        changed.Issued.Should().Be(3);
        changed.Access.Id.Should().BePositive();
        changed.Documents!.Id.Should().BePositive();
        (await StateAsync()).Should().Be("accesses 1 grants 3 credentials 3 documents 1 jobs 1 news 1 audit 4");
    }

    [Fact]
    public async Task Asking_twice_changes_no_password()
    {
        var candidates = await World.EnterAsync(Us123, 3, "0580");
        await World.ConfirmAllAsync(Us123);
        var before = await PasswordsAsync(candidates);

        (await World.ConfirmAllAsync(Us123, version: 1)).Issued.Should().Be(0);

        (await PasswordsAsync(candidates)).Should().Equal(before);
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        await World.EnterAsync(Us123, 3, "0580");
        await World.ConfirmAllAsync(Us123);
        var before = await StateAsync();

        var refusal = Refused(await SetAsync(AccessStatus.None, version: 0));

        refusal.Should().BeOfType<VersionStale>().Which.Current.Should().Be(1);
        (await StateAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Of_two_officers_at_once_one_wins_and_the_other_is_told()
    {
        await World.EnterAsync(Us123, 20, "0580");
        await using var other = await World.OpenAnotherAsync();

        var outcomes = await Task.WhenAll(new[] { World, other, World, other, World }.Select(world => Task.Run(() => SetAsync(AccessStatus.All, 0, world))));

        outcomes.Count(outcome => outcome.IsDone(out _, out _)).Should().Be(1);
        outcomes.Where(outcome => !outcome.IsDone(out _, out _)).Select(Refused).Should().AllBeOfType<VersionStale>();
        (await StateAsync()).Should().StartWith("accesses 1 grants 20 credentials 20 documents 1 jobs 1 news 1 audit 21");
    }

    [Fact]
    public async Task An_entry_that_changes_meanwhile_is_seen()
    {
        await World.EnterAsync(Us123, 2, "0580");
        var store = World.Get<IResultsAccessStore>();
        var roll = (await store.FindRollAsync(Us123, June, default))!;
        Done(await World.Get<WithdrawEntry>().RunAsync(
            BoardWorld.EntryOf(Us123, Named.Candidate("0001"), Named.Syllabus("0580")), OfficerOf(Us123), default));
        var change = Done(roll.Set(Wish(AccessStatus.All, 0), OfficerOf(Us123), World.Get<ICredentialMint>(), World.Clock.Now));

        Refused(await store.CommitAsync(change, default)).Should().BeOfType<ChangedMeanwhile>();

        (await StateAsync()).Should().StartWith("accesses 0 grants 0");
        (await World.ConfirmAllAsync(Us123)).Issued.Should().Be(1, "the verb decides again");
    }

    [Fact]
    public async Task A_failure_in_the_middle_leaves_nothing_behind()
    {
        await World.EnterAsync(Us123, 3, "0580");
        var store = World.Get<IResultsAccessStore>();
        var roll = (await store.FindRollAsync(Us123, June, default))!;
        var before = await StateAsync();
        var change = Done(roll.Set(Wish(AccessStatus.All, 0), OfficerOf(Us123), World.Get<ICredentialMint>(), World.Clock.Now));
        // The last thing that is written is the news: one whose key is told already breaks the whole at its very end.
        var once = new NewsItem(NewsType.ResultsAccessChanged, World.Clock.Now) { Once = "once" };
        var twice = new NewsItem(NewsType.ResultsAccessChanged, World.Clock.Now) { Once = "once" };

        await store.Invoking(one => one.CommitAsync(change with { News = [once, twice] }, default)).Should().ThrowAsync<Exception>();

        (await StateAsync()).Should().Be(before);
        World.Get<Infrastructure.Jobs.JobSignal>().Next.IsCompleted.Should().BeFalse("nobody is woken for nothing");
        (await World.ConfirmAllAsync(Us123)).Issued.Should().Be(3, "the writer's turn is free again");
    }

    [Fact]
    public async Task Setting_NONE_ends_sign_in_and_sessions_and_ALL_restores_the_same_password()
    {
        var candidates = await World.EnterAsync(Us123, 2, "0580");
        await World.ConfirmAllAsync(Us123);
        var (username, password) = await World.CredentialOfAsync(candidates[0]);
        var token = Done(await World.SignInAsync(username, password)).Token;
        (await World.Get<SessionCallers>().FindAsync(token)).Should().BeOfType<Caller.Candidate>();

        Done(await SetAsync(AccessStatus.None, 1)).Suspended.Should().Be(2);

        (await World.Get<SessionCallers>().FindAsync(token)).Should().Be(Caller.Anonymous);
        Refused(await World.SignInAsync(username, password)).Should().BeOfType<SignInRefused>();
        Done(await SetAsync(AccessStatus.All, 2)).Restored.Should().Be(2);
        Done(await World.SignInAsync(username, password)).Caller.Should().BeOfType<Caller.Candidate>();
        (await World.Get<SessionCallers>().FindAsync(token)).Should().Be(Caller.Anonymous, "what has ended stays ended");
    }

    [Fact]
    public async Task The_last_withdrawal_suspends_and_ends_sessions_at_once()
    {
        var candidate = (await World.EnterAsync(Us123, 1, "0580", "9709"))[0];
        await World.ConfirmAllAsync(Us123);
        var (username, password) = await World.CredentialOfAsync(candidate);
        var signedIn = Done(await World.SignInAsync(username, password));

        await WithdrawAsync("0580");
        (await World.Get<SessionCallers>().FindAsync(signedIn.Token)).IsSignedIn.Should().BeTrue("one entry still stands");
        await WithdrawAsync("9709");

        (await World.Get<SessionCallers>().FindAsync(signedIn.Token)).Should().Be(Caller.Anonymous);
        (await World.Get<SessionCallers>().RefreshAsync(signedIn.Caller)).Should().Be(Caller.Anonymous);
        await using var db = World.Open(People.Board);
        (await db.Set<Session>().SingleAsync()).EndedAt.Should().NotBeNull();
        (await db.Grants.SingleAsync()).State.Should().Be(GrantState.Suspended);
        (await db.Documents.SingleAsync()).Stale.Should().HaveFlag(StaleReasons.CandidatesChanged);
        (await db.News.Select(news => news.Type).ToListAsync()).Should().Contain([NewsType.GrantSuspended, NewsType.DocumentsStale]);
    }

    [Fact]
    public async Task A_reissue_changes_one_password_and_ends_its_sessions()
    {
        var candidates = await World.EnterAsync(Us123, 2, "0580");
        await World.ConfirmAllAsync(Us123);
        var before = await World.CredentialOfAsync(candidates[0]);
        var untouched = await World.CredentialOfAsync(candidates[1]);
        var token = Done(await World.SignInAsync(before.Username, before.Password)).Token;

        Done(await World.Get<ReissuePassword>().RunAsync(new ReissuePassword.Request(Us123, June, Named.Candidate("0001")), OfficerOf(Us123), default));

        var after = await World.CredentialOfAsync(candidates[0]);
        after.Username.Should().Be(before.Username);
        after.Password.Reveal().Should().NotBe(before.Password.Reveal());
        (await World.CredentialOfAsync(candidates[1])).Password.Reveal().Should().Be(untouched.Password.Reveal());
        (await World.Get<SessionCallers>().FindAsync(token)).Should().Be(Caller.Anonymous);
        Refused(await World.SignInAsync(before.Username, before.Password)).Should().BeOfType<SignInRefused>();
        Done(await World.SignInAsync(after.Username, after.Password));
        await using var db = World.Open(People.Board);
        (await db.Credentials.MaxAsync(credential => credential.IssueNumber)).Should().Be(2);
        (await db.Audit.CountAsync(record => record.Action == AuditAction.PasswordReissued)).Should().Be(1);
    }

    [Fact]
    public async Task A_reissue_leaves_the_single_sheets_of_others_true()
    {
        await World.EnterAsync(Us123, 3, "0580");
        await World.ConfirmAllAsync(Us123);
        foreach (var number in new[] { "0001", "0002", "0001" })
            Done(await World.Get<ReissuePassword>().RunAsync(new ReissuePassword.Request(Us123, June, Named.Candidate(number)), OfficerOf(Us123), default));

        await using var db = World.Open(People.Board);
        (await db.Documents.OrderBy(one => one.Id).Select(one => one.Stale).ToListAsync()).Should().Equal(
            StaleReasons.PasswordReissued, StaleReasons.PasswordReissued, StaleReasons.None, StaleReasons.None);
    }

    [Fact]
    public async Task No_password_lies_in_the_clear_in_any_file()
    {
        var candidates = await World.EnterAsync(Us123, 40, "0580");
        await World.ConfirmAllAsync(Us123);
        await World.RunJobsAsync();
        var passwords = await PasswordsAsync(candidates);
        foreach (var password in passwords)
            await World.SignInAsync("nobody", new Secret(password));

        var found = 0;
        var files = Directory.GetFiles(World.Folder.Path, "*", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            var bytes = await ReadSharedAsync(file);
            found += passwords.Count(password => Holds(bytes, password) || Holds(bytes, password.Replace("-", "", StringComparison.Ordinal)));
        }

        found.Should().Be(0);
        files.Should().Contain(file => file.EndsWith(".sealed", StringComparison.Ordinal));
        passwords.Should().OnlyHaveUniqueItems().And.HaveCount(40);
    }

    private async Task WithdrawAsync(string syllabus) => Done(await World.Get<WithdrawEntry>().RunAsync(
        BoardWorld.EntryOf(Us123, Named.Candidate("0001"), Named.Syllabus(syllabus)), OfficerOf(Us123), default));

    private static SetResultsAccess.Request Wish(AccessStatus status, int version) => new(
        Us123, June, status, version, QueriesAccepted: true, Contact: new TypedContact("Ms Query", null, "query@example.org"));

    private Task<Outcome<AccessChanged>> SetAsync(AccessStatus status, int version, BoardWorld? world = null) =>
        (world ?? World).Get<SetResultsAccess>().RunAsync(Wish(status, version), OfficerOf(Us123), default);

    private async Task<List<string>> PasswordsAsync(IEnumerable<Candidate> candidates)
    {
        List<string> passwords = [];
        foreach (var candidate in candidates)
            passwords.Add((await World.CredentialOfAsync(candidate)).Password.Reveal());
        return passwords;
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes(text)) >= 0;
}

public sealed class AccessStoreOnSqliteTests() : AccessStoreTests(null);

public sealed class AccessStoreOnPostgresTests(PrivatePostgres postgres) : AccessStoreTests(postgres);
