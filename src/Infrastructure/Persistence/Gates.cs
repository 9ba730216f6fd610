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
using Exams.Domain.Releases;
using Exams.Domain.Results;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence;

/// <summary>What each gate lets through, set by set. An entity that is not decided on here stops the start.</summary>
/// <remarks>Rules 2, 20, 21 and 36. In SQL the answer must be the one that <see cref="ReleaseSchedule.Visible"/> gives.</remarks>
internal static class Gates
{
    public static void Apply(ModelBuilder model, ExamsDb db)
    {
        ReleaseSql.Apply(model);
        switch (db.Gate)
        {
            case Gate.Open:
                return;
            case Gate.Centre:
                Centre(model, db);
                break;
            case Gate.Candidate:
                Candidate(model, db);
                break;
        }

        // Whatever a gate does not name stays shut, and a new entity is shut to everybody until somebody decides.
        foreach (var entity in model.Model.GetEntityTypes().Where(entity => entity.GetDeclaredQueryFilters().Count == 0))
            ShutOne(model, entity.ClrType);
    }

    private static void Centre(ModelBuilder model, ExamsDb db)
    {
        Catalogue(model);
        model.Entity<Centre>().HasQueryFilter(centre => db.OwnCentres.Contains(centre.Number));
        model.Entity<Candidate>().HasQueryFilter(candidate => db.MayReadCandidates && db.OwnCentres.Contains(candidate.Centre));
        model.Entity<Entry>().HasQueryFilter(entry => db.MayReadEntries && db.OwnCentres.Contains(entry.Centre));
        model.Entity<FeeLine>().HasQueryFilter(line => db.MayReadEntries && db.OwnCentres.Contains(line.Centre));
        model.Entity<NumberBlock>().HasQueryFilter(block => db.MayReadCandidates && db.OwnCentres.Contains(block.Centre));
        model.Entity<EstimatedEntry>().HasQueryFilter(estimate => db.MayReadEntries && db.OwnCentres.Contains(estimate.Centre));
        Transfers(model, db);
        model.Entity<Fee>().HasQueryFilter(_ => true);
        model.Entity<CandidateResultsAccess>().HasQueryFilter(access => db.MayReadAccess && db.OwnCentres.Contains(access.Centre));
        model.Entity<Grant>().HasQueryFilter(grant => db.MayReadAccess && db.OwnCentres.Contains(grant.Centre));
        model.Entity<AccessDocuments>().HasQueryFilter(documents => db.OwnCentres.Contains(documents.Centre)
            && ((documents.Kind == DocumentsKind.Sheets && db.MayReadAccess)
                || (documents.Kind == DocumentsKind.StatementsOfEntry && db.MayReadCandidates && db.MayReadEntries)));
        model.Entity<AuditRecord>().HasQueryFilter(record => db.MayReadAccess && record.Centre != null && db.OwnCentres.Contains(record.Centre.Value));
        model.Entity<NewsItem>().HasQueryFilter(news => db.HeardTypes.Contains(news.Type) && (news.Centre == null || db.OwnCentres.Contains(news.Centre.Value))
            && (news.Owner == db.OwnName || (news.Owner == null && news.Type != NewsType.ExportReady)));
        model.Entity<ClientPlace>().HasQueryFilter(place => db.ManagesClients && db.OwnCentres.Contains(place.Centre));
        model.Entity<Webhook>().HasQueryFilter(webhook => db.ManagesWebhooks
            && ((webhook.ClientRow != null && webhook.ClientRow == db.ClientRow) || (webhook.UserRow != null && webhook.UserRow == db.UserRow)));
        model.Entity<WebhookDelivery>().HasQueryFilter(delivery => db.Webhooks.Any(webhook => webhook.Id == delivery.WebhookRow));
        model.Entity<DeliveryAttempt>().HasQueryFilter(attempt => db.WebhookDeliveries.Any(delivery => delivery.Id == attempt.DeliveryRow));
        model.Entity<ApiClient>().HasQueryFilter(client => db.ClientPlaces.Any(place => place.ClientRow == client.Id));
        model.Entity<Export>().HasQueryFilter(export => export.Owner == db.OwnName);
        model.Entity<Result>().HasQueryFilter(result => db.MayReadResults && db.OwnCentres.Contains(result.Centre) && db.ReleaseDates.Any(date =>
            date.Series == result.Series && date.Qualification == result.Qualification && date.Audience == Audience.Centre
            && date.At <= db.Instant));
    }

    // Both centres see a transfer; whom and what it is about is shut to the receiving centre again when it comes to nothing.
    private static void Transfers(ModelBuilder model, ExamsDb db)
    {
        model.Entity<Transfer>().HasQueryFilter(transfer => db.MayReadEntries
            && (db.OwnCentres.Contains(transfer.OriginalCentre) || db.OwnCentres.Contains(transfer.ReceivingCentre)));
        model.Entity<TransferForm>().HasQueryFilter(form => db.MayReadCandidates && (db.OwnCentres.Contains(form.OriginalCentre)
            || (db.OwnCentres.Contains(form.ReceivingCentre) && db.Transfers.Any(transfer => transfer.Id == form.TransferId
                && transfer.Status != TransferStatus.Refused && transfer.Status != TransferStatus.Cancelled))));
        model.Entity<TransferredEntry>().HasQueryFilter(entry => db.MayReadEntries && (db.OwnCentres.Contains(entry.OriginalCentre)
            || (db.OwnCentres.Contains(entry.ReceivingCentre) && db.Transfers.Any(transfer => transfer.Id == entry.TransferId
                && transfer.Status != TransferStatus.Refused && transfer.Status != TransferStatus.Cancelled))));
    }

    private static void Candidate(ModelBuilder model, ExamsDb db)
    {
        Catalogue(model);
        model.Entity<Centre>().HasQueryFilter(centre => centre.Number == db.OwnCentre);
        model.Entity<Candidate>().HasQueryFilter(candidate => candidate.Id == db.CandidateId);
        model.Entity<Entry>().HasQueryFilter(entry => entry.CandidateId == db.CandidateId);
        model.Entity<CandidateResultsAccess>().HasQueryFilter(access => access.Centre == db.OwnCentre && access.Series == db.OwnSeries);
        model.Entity<Grant>().HasQueryFilter(grant => grant.Id == db.GrantId && grant.CandidateId == db.CandidateId);
        model.Entity<NewsItem>().HasQueryFilter(news => news.Type == NewsType.ResultsReleased && news.Audience == Audience.Candidate
            && news.Centre == db.OwnCentre && news.Series == db.OwnSeries && (news.Owner == null || news.Owner == db.OwnName));

        // A suspended grant shuts the gate in the statement itself, whatever a session may still say.
        model.Entity<Result>().HasQueryFilter(result => result.CandidateId == db.CandidateId
            && db.Grants.Any(grant => grant.State == GrantState.Active)
            && db.ReleaseDates.Any(date =>
                date.Series == result.Series && date.Qualification == result.Qualification && date.Audience == Audience.Candidate
                && ReleaseSql.Later(date.At, db.Accesses.Select(access => access.DelayMinutes).FirstOrDefault()) <= db.Instant));
    }

    // What the board publishes to everybody who is signed in.
    private static void Catalogue(ModelBuilder model)
    {
        model.Entity<Qualification>().HasQueryFilter(_ => true);
        model.Entity<Syllabus>().HasQueryFilter(_ => true);
        model.Entity<EntryOption>().HasQueryFilter(_ => true);
        model.Entity<Deadline>().HasQueryFilter(_ => true);
        model.Entity<TimetableSlot>().HasQueryFilter(_ => true);
        model.Entity<ReleaseDate>().HasQueryFilter(_ => true);
    }

    private static void ShutOne(ModelBuilder model, Type entity)
    {
        var row = System.Linq.Expressions.Expression.Parameter(entity);
        var never = System.Linq.Expressions.Expression.Lambda(System.Linq.Expressions.Expression.Constant(false), row);
        model.Entity(entity).HasQueryFilter(never);
    }
}
