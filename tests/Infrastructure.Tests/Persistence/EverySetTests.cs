using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Clients;
using Exams.Domain.Entries;
using Exams.Domain.Estimates;
using Exams.Domain.Fees;
using Exams.Domain.Files;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Qualifications;
using Exams.Domain.Receipts;
using Exams.Domain.Releases;
using Exams.Domain.Results;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>Opens every set for every kind of caller. A new entity fails here until somebody decides who reads it.</summary>
public abstract class EverySetTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    /// <summary>What a caller reads of an entity: nothing, everything, or what is theirs.</summary>
    public enum Share
    {
        Nothing,
        Everything,
        Own,
    }

    private static readonly Dictionary<Type, (Share Officer, Share Candidate)> _decided = new()
    {
        [typeof(Qualification)] = (Share.Everything, Share.Everything),
        [typeof(Syllabus)] = (Share.Everything, Share.Everything),
        [typeof(EntryOption)] = (Share.Everything, Share.Everything),
        [typeof(ReleaseDate)] = (Share.Everything, Share.Everything),
        [typeof(Deadline)] = (Share.Everything, Share.Everything),
        [typeof(TimetableSlot)] = (Share.Everything, Share.Everything),
        [typeof(Fee)] = (Share.Everything, Share.Nothing),
        [typeof(FeeLine)] = (Share.Own, Share.Nothing),
        [typeof(NumberBlock)] = (Share.Own, Share.Nothing),
        [typeof(EstimatedEntry)] = (Share.Own, Share.Nothing),
        [typeof(Transfer)] = (Share.Own, Share.Nothing),
        [typeof(TransferForm)] = (Share.Own, Share.Nothing),
        [typeof(TransferredEntry)] = (Share.Own, Share.Nothing),
        [typeof(ApiClient)] = (Share.Nothing, Share.Nothing),
        [typeof(ClientPlace)] = (Share.Nothing, Share.Nothing),
        [typeof(ClientSecret)] = (Share.Nothing, Share.Nothing),
        [typeof(Centre)] = (Share.Own, Share.Own),
        [typeof(Candidate)] = (Share.Own, Share.Own),
        [typeof(Entry)] = (Share.Own, Share.Own),
        [typeof(Result)] = (Share.Own, Share.Own),
        [typeof(CandidateResultsAccess)] = (Share.Own, Share.Own),
        [typeof(Grant)] = (Share.Own, Share.Own),
        [typeof(AccessDocuments)] = (Share.Own, Share.Nothing),
        [typeof(NewsItem)] = (Share.Own, Share.Own),
        [typeof(AuditRecord)] = (Share.Own, Share.Nothing),
        [typeof(Credential)] = (Share.Nothing, Share.Nothing),
        [typeof(User)] = (Share.Nothing, Share.Nothing),
        [typeof(Session)] = (Share.Nothing, Share.Nothing),
        [typeof(SignInFailures)] = (Share.Nothing, Share.Nothing),
        [typeof(DownloadLink)] = (Share.Nothing, Share.Nothing),
        [typeof(UploadedFile)] = (Share.Nothing, Share.Nothing),
        [typeof(Export)] = (Share.Own, Share.Nothing),
        [typeof(Job)] = (Share.Nothing, Share.Nothing),
        [typeof(Receipt)] = (Share.Nothing, Share.Nothing),
        [typeof(Webhook)] = (Share.Nothing, Share.Nothing),
        [typeof(WebhookDelivery)] = (Share.Nothing, Share.Nothing),
        [typeof(DeliveryAttempt)] = (Share.Nothing, Share.Nothing),
    };

    private static readonly Money _pounds = new(9_500, Named.Word<CurrencyCode>("GBP"));

    private Candidate _candidate = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var centre in new[] { Us123, Uk12345 })
        {
            var candidates = await World.EnterAsync(centre, 2, "0580");
            await World.GradeAsync(candidates, "0580", "B");
            await World.Get<Writer>().WriteAsync("test", async writing =>
            {
                var entry = await writing.Db.Entries.FirstAsync(one => one.Centre == centre);
                var line = new FeeLine(entry, FeeLineKind.Entry, EntryTier.OnTime, _pounds, World.Clock.Now);
                line.Number();
                writing.Db.Add(line);
                writing.Db.Add(new EstimatedEntry(centre, June, Named.Syllabus("0580"), 30, World.Clock.Now));
                writing.Db.Add(new NumberBlock(centre, June, Named.Candidate("0101"), Named.Candidate("0110"), World.Clock.Now));
            }, default);
            await MoveAsync(candidates[1]);
            await World.ConfirmAllAsync(centre);
            _candidate = candidates[0];
        }

        await World.SetReleaseAsync("IGCSE", Audience.Centre, World.Clock.Now);
        await World.SetReleaseAsync("IGCSE", Audience.Candidate, World.Clock.Now);
        await World.Get<Writer>().WriteAsync("test", writing =>
        {
            writing.Order([new Domain.Jobs.AnnounceRelease(June, Named.Qualification("IGCSE"), Audience.Candidate, null, World.Clock.Now)], World.Clock.Now);
            writing.Db.Add(new User("somebody", Named.Name("Some Body"), null, UserRole.Board, [], "x"));
            writing.Db.Add(new UploadedFile("a", OfficerOf(Us123), 1, World.Clock.Now));
            writing.Db.Add(ExportOf("a", OfficerOf(Us123)));
            writing.Db.Add(ExportOf("b", People.Board));
            writing.Db.Add(new SignInFailures("who", "where", World.Clock.Now));
            writing.Db.Add(new Deadline(June, DeadlineKind.Entry, EntryTier.OnTime, World.Clock.Now.AddYears(1)));
            writing.Db.Add(new TimetableSlot(June, Named.Zone(1), Named.Syllabus("0580"), Named.Component("11"), new DateOnly(2026, 5, 4), ExamSession.Am, 90));
            writing.Db.Add(new Fee(June, EntryTier.OnTime, _pounds));
            writing.Db.Add(new Receipt(new ReceiptKey("client:x", "key", [1]), World.Clock.Now));
            return Task.CompletedTask;
        }, default);
        Done(await World.Get<CreateApiClient>().RunAsync(
            new(Named.Name("School system"), [Named.Word<Permission>(Permission.EntriesRead)], [Us123, Uk12345]), People.Board, default));
        var client = await World.ClientAsync(Us123, Permission.EventsRead, Permission.WebhooksWrite);
        var webhook = Done(await World.Get<CreateWebhook>().RunAsync(new("http://127.0.0.1:9/", null, null), client, default)).Webhook;
        Done(await World.Get<TestWebhook>().RunAsync(webhook.Id, client, default));
        await World.DeliverAsync();
        await World.RunJobsAsync();
        var (username, password) = await World.CredentialOfAsync(_candidate);
        var session = Done(await World.SignInAsync(username, password)).Caller.SessionId;
        await World.Get<Writer>().WriteAsync("test", writing =>
        {
            writing.Db.Add(new DownloadLink([1], "name", session, World.Clock.Now));
            return Task.CompletedTask;
        }, default);
    }

    private Export ExportOf(string name, Caller caller) =>
        new(name, new ExportWish(ExportKind.Entries, ExportFormat.Csv), [Us123], [], caller, World.Clock.Now);

    // To a centre of which no other caller here is an officer.
    private async Task MoveAsync(Candidate candidate)
    {
        var third = Named.Centre("ZZ999");
        await World.Get<Writer>().WriteAsync("test", async writing =>
        {
            var transfer = new Transfer(candidate, third, World.Clock.Now);
            writing.Db.Add(transfer);
            await writing.Db.SaveChangesAsync();
            var form = new TransferForm(transfer, candidate.Name);
            form.Number();
            var entry = new TransferredEntry(transfer, await writing.Db.Entries.FirstAsync(one => one.CandidateId == candidate.Id));
            entry.Number();
            writing.Db.AddRange(form, entry);
        }, default);
    }

    [Fact]
    public void Every_entity_is_decided_on()
    {
        using var db = World.Open(People.Board);

        db.Model.GetEntityTypes().Select(entity => entity.ClrType).Should().BeEquivalentTo(_decided.Keys);
    }

    [Fact]
    public async Task The_board_and_jobs_read_all_there_is()
    {
        foreach (var entity in _decided.Keys)
        {
            (await CountAsync(People.Board, entity)).Should().BePositive($"the test wants rows of {entity.Name}");
            (await CountAsync(new Caller.System("test"), entity)).Should().Be(await CountAsync(People.Board, entity));
        }
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_reads_nothing()
    {
        foreach (var entity in _decided.Keys)
            (await CountAsync(Caller.Anonymous, entity)).Should().Be(0, $"{entity.Name} is not for strangers");
    }

    [Fact]
    public async Task An_officer_of_no_centre_reads_the_catalogue_only()
    {
        foreach (var (entity, (officer, _)) in _decided)
        {
            var expected = officer == Share.Everything ? await CountAsync(People.Board, entity) : await CommonAsync(entity);
            (await CountAsync(OfficerOf(), entity)).Should().Be(expected, entity.Name);
        }
    }

    [Fact]
    public async Task An_officer_reads_own_centres_and_no_others()
    {
        foreach (var (entity, (officer, _)) in _decided)
            await CheckAsync(OfficerOf(Us123), entity, officer);
    }

    [Fact]
    public async Task An_officer_of_both_centres_reads_both()
    {
        foreach (var (entity, (officer, _)) in _decided.Where(one => one.Value.Officer == Share.Own && one.Key != typeof(AuditRecord) && one.Key != typeof(Export)))
            (await CountAsync(OfficerOf(Us123, Uk12345), entity)).Should().Be(await CountAsync(People.Board, entity), entity.Name);
    }

    [Fact]
    public async Task A_candidate_reads_own_things_and_no_others()
    {
        var candidate = await World.SignedInAsync(_candidate);
        foreach (var (entity, (_, share)) in _decided)
            await CheckAsync(candidate, entity, share);
        await using var db = World.Open(candidate);
        (await db.Candidates.SingleAsync()).Id.Should().Be(_candidate.Id);
        (await db.Entries.SingleAsync()).CandidateId.Should().Be(_candidate.Id);
        (await db.Results.SingleAsync()).CandidateId.Should().Be(_candidate.Id);
        (await db.Grants.SingleAsync()).CandidateId.Should().Be(_candidate.Id);
        (await db.Centres.SingleAsync()).Number.Should().Be(Uk12345);
    }

    private async Task CheckAsync(Caller caller, Type entity, Share share)
    {
        var (all, theirs) = (await CountAsync(People.Board, entity), await CountAsync(caller, entity));
        switch (share)
        {
            case Share.Nothing:
                theirs.Should().Be(0, $"{entity.Name} is not for {caller.AuditName}");
                break;
            case Share.Everything:
                theirs.Should().Be(all, $"{entity.Name} is for everybody");
                break;
            default:
                theirs.Should().BeInRange(1, all - 1, $"{entity.Name} is partly for {caller.AuditName}");
                break;
        }
    }

    // News about every centre have none of their own; an export belongs to whoever ordered it, wherever that was.
    private async Task<int> CommonAsync(Type entity)
    {
        await using var db = World.Open(People.Board);
        var owner = OfficerOf().AuditName;
        if (entity == typeof(Export))
            return await db.Exports.CountAsync(export => export.Owner == owner);
        return entity == typeof(NewsItem) ? await db.News.CountAsync(news => news.Centre == null) : 0;
    }

    private async Task<int> CountAsync(Caller caller, Type entity)
    {
        await using var db = World.Open(caller);
        return await Rows.CountAsync(db, entity);
    }
}

public sealed class EverySetOnSqliteTests() : EverySetTests(null);

public sealed class EverySetOnPostgresTests(PrivatePostgres postgres) : EverySetTests(postgres);
