using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>What follows from each step of a transfer that nothing speaks against.</summary>
internal static class TransferWriting
{
    /// <summary>The original centre asked: the candidate is locked.</summary>
    public static TransferChange Ask(EntryBook book, CentreNumber to, Caller caller, DateTimeOffset at)
    {
        var transfer = new Transfer(book.Candidate, to, at);
        book.Candidate.BeginTransfer();
        return new TransferChange(transfer, book, at)
        {
            Form = new TransferForm(transfer, book.Candidate.Name),
            FormEntries = [.. book.Entries.Where(entry => entry.IsActive).OrderBy(entry => entry.Syllabus).Select(entry => new TransferredEntry(transfer, entry))],
        }.Told(NewsType.TransferAsked, AuditAction.TransferAsked, caller).Locked();
    }

    /// <summary>The receiving centre accepted.</summary>
    public static TransferChange Accept(Transfer transfer, EntryBook book, CandidateNumber? number, Caller caller, DateTimeOffset at)
    {
        transfer.Accept(number, at);
        return new TransferChange(transfer, book, at).Told(NewsType.TransferAccepted, AuditAction.TransferAccepted, caller);
    }

    /// <summary>The board refused: the candidate is free again.</summary>
    public static TransferChange Refuse(Transfer transfer, EntryBook book, DisplayName? reason, Caller caller, DateTimeOffset at)
    {
        transfer.Refuse(reason, at);
        book.Candidate.EndTransfer();
        return new TransferChange(transfer, book, at).Told(NewsType.TransferRefused, AuditAction.TransferRefused, caller).Locked();
    }

    /// <summary>It was called off: the candidate is free again.</summary>
    public static TransferChange Cancel(Transfer transfer, EntryBook book, TransferParty by, Caller caller, DateTimeOffset at)
    {
        transfer.Cancel(by, at);
        book.Candidate.EndTransfer();
        return new TransferChange(transfer, book, at).Told(NewsType.TransferCancelled, AuditAction.TransferCancelled, caller).Locked();
    }

    /// <summary>The board confirmed: what stood at the original centre stays as history, and stands at the receiving centre from now on.</summary>
    /// <remarks>Rule 12: on time and without late fee. What was paid for an entry, late fees left out, is given back to the one centre and
    /// charged to the other, so the pair is worth nothing to the board. The other centre's own key is not taken along: it means nothing there.</remarks>
    public static TransferChange Confirm(
        Transfer transfer, EntryBook book, CandidateNumber number, IReadOnlyDictionary<long, Money?> paid, Caller caller, DateTimeOffset at)
    {
        var arrived = new Candidate(transfer.ReceivingCentre, transfer.Series, number, book.Candidate.Details);
        var change = new TransferChange(transfer, book, at) { Arrived = arrived, Suspended = book.ActiveGrant }
            .Told(NewsType.TransferConfirmed, AuditAction.TransferConfirmed, caller, number);
        change.News.Add(OfOriginal(NewsType.CandidateTransferred));
        change.News.Add(OfNew(NewsType.CandidateRegistered));
        change.Audit.Add(new AuditRecord(at, caller, AuditAction.CandidateRegistered) { Centre = transfer.ReceivingCentre, Series = transfer.Series, Candidate = number });
        foreach (var entry in book.Entries.Where(entry => entry.IsActive).OrderBy(entry => entry.Syllabus).ToList())
        {
            var made = new Entry(arrived, entry.Syllabus, entry.Option, at, new EntryTerms(EntryTier.OnTime, entry.Previous, entry.CarriedFrom));
            entry.Transfer(at);
            change.Left.Add(entry);
            change.Made.Add(made);
            if (paid.GetValueOrDefault(entry.Id) is { Hundredths: > 0 } price)
            {
                change.Fees.Add(new FeeLine(entry, FeeLineKind.TransferRefund, entry.Tier, price.Refunded(), at));
                change.Fees.Add(new FeeLine(made, FeeLineKind.TransferCharge, EntryTier.OnTime, price, at));
            }

            change.News.Add(OfOriginal(NewsType.EntryTransferred, entry.Syllabus));
            change.News.Add(OfNew(NewsType.EntryMade, entry.Syllabus));
        }

        if (change.Suspended is not null)
        {
            change.News.Add(OfOriginal(NewsType.GrantSuspended));
            change.Audit.Add(new AuditRecord(at, caller, AuditAction.GrantSuspended)
            {
                Centre = transfer.OriginalCentre,
                Series = transfer.Series,
                Candidate = transfer.Number,
                Detail = "transferred to another centre",
            });
        }

        transfer.Confirm(at);
        book.Candidate.TransferOut();
        return change;

        NewsItem OfNew(NewsType type, SyllabusCode? syllabus = null) =>
            new(type, at) { Centre = transfer.ReceivingCentre, Series = transfer.Series, Candidate = number, Syllabus = syllabus };
        NewsItem OfOriginal(NewsType type, SyllabusCode? syllabus = null) =>
            new(type, at) { Centre = transfer.OriginalCentre, Series = transfer.Series, Candidate = transfer.Number, Syllabus = syllabus };
    }

    // The registration says whether it is locked, so it has changed, too.
    private static TransferChange Locked(this TransferChange change)
    {
        var transfer = change.Transfer;
        change.News.Add(new NewsItem(NewsType.CandidateChanged, change.At) { Centre = transfer.OriginalCentre, Series = transfer.Series, Candidate = transfer.Number });
        return change;
    }

    // Each centre hears of it as its own news: the one of its candidate, the other of a transfer, and of a candidate once there is one.
    private static TransferChange Told(this TransferChange change, NewsType news, AuditAction action, Caller caller, CandidateNumber? number = null)
    {
        var transfer = change.Transfer;
        change.News.Add(new NewsItem(news, change.At) { Centre = transfer.OriginalCentre, Series = transfer.Series, Candidate = transfer.Number });
        change.News.Add(new NewsItem(news, change.At) { Centre = transfer.ReceivingCentre, Series = transfer.Series, Candidate = number });
        change.Audit.Add(new AuditRecord(change.At, caller, action)
        {
            Centre = transfer.OriginalCentre,
            Series = transfer.Series,
            Candidate = transfer.Number,
            Detail = $"to {transfer.ReceivingCentre}",
        });
        change.Audit.Add(new AuditRecord(change.At, caller, action)
        {
            Centre = transfer.ReceivingCentre,
            Series = transfer.Series,
            Candidate = number,
            Detail = $"from {transfer.OriginalCentre}, {transfer.Number} there",
        });
        return change;
    }
}
