using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.ResultsAccess;

/// <summary>Finds documents for those who fetch them, and keeps links.</summary>
internal sealed class DocumentStore(ExamsDbSource source, Writer writer, FailureNames names, SessionCallers callers) : IDocumentStore
{
    private const int NameLength = 32;

    public async Task<DocumentDesk> FindAsync(string name, long session, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("documents"));
        // PostgreSQL cannot even be asked for U+0000.
        var documents = name.Length != NameLength || name.Contains('\0', StringComparison.Ordinal)
            ? null
            : await db.Documents.FirstOrDefaultAsync(one => one.PdfName == name || one.ZipName == name, ct);
        var held = session == 0 ? null : await db.Set<Session>().FirstOrDefaultAsync(one => one.Id == session && one.EndedAt == null, ct);
        var user = held?.UserId is { } id ? await db.Set<User>().FirstOrDefaultAsync(one => one.Id == id, ct) : null;
        return new DocumentDesk(
            documents is null ? null : new FetchedDocument(documents, documents.ZipName == name),
            user,
            held,
            user is null ? 0 : await WrongCodesAsync(db, user, ct));
    }

    public async Task<UsedLink?> UseLinkAsync(byte[] tokenHash, DateTimeOffset now, CancellationToken ct)
    {
        DownloadLink? link = null;
        await writer.WriteAsync("documents", async writing =>
        {
            var links = writing.Db.Set<DownloadLink>();
            var used = await links.Where(one => one.TokenHash == tokenHash && one.UsedAt == null && one.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, (DateTimeOffset?)now), ct);
            if (used > 0)
                link = await links.AsNoTracking().SingleAsync(one => one.TokenHash == tokenHash, ct);
        }, ct);
        if (link is null)
            return null;
        var caller = await callers.FindAsync(link.SessionId);
        return caller.IsSignedIn ? new UsedLink(link, caller) : null;
    }

    public Task<Outcome<DocumentChange>> CommitAsync(DocumentChange change, CancellationToken ct) =>
        writer.WriteAsync<DocumentChange>("documents", async writing =>
        {
            var db = writing.Db;
            if (change.SecondFactor is { } shown)
            {
                var used = await db.Set<User>().Where(user => user.Id == shown.UserId && user.TotpLastStep < shown.Step)
                    .ExecuteUpdateAsync(set => set.SetProperty(user => user.TotpLastStep, shown.Step), ct);
                if (used == 0)
                    return new ChangedMeanwhile();
                await db.Set<Session>().Where(session => session.Id == shown.SessionId)
                    .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecondFactorAt, (DateTimeOffset?)shown.At), ct);
            }

            if (change.Link is { } link)
                db.Add(link);
            if (change.Audit is { } audit)
                writing.Note(audit);
            return change;
        }, ct);

    private async Task<int> WrongCodesAsync(ExamsDb db, User user, CancellationToken ct)
    {
        var (who, since) = (names.Of(user.Username), db.Instant - Throttle.Window);
        return await db.Set<SignInFailures>()
            .Where(one => one.Who == who && one.Source == Throttle.SecondFactorSource && one.WindowStartedAt > since)
            .SumAsync(one => one.Count, ct);
    }
}
