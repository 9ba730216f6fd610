using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>Decides on a transfer and gathers what is to be written. Pure.</summary>
/// <remarks>Domain 2.5, rules 12 and 37, example E6. The ten working days are counted to the day on which the original centre asks, in its
/// own time zone and by its own zone's timetable; where the board has published none for the candidate's components, nothing binds.</remarks>
/// <param name="facts">What is known.</param>
/// <param name="caller">Who asks.</param>
/// <param name="at">Now.</param>
public sealed class TransferDesk(TransferFacts facts, Caller caller, DateTimeOffset at)
{
    /// <summary>How many working days before the first exam a transfer is asked for at the latest.</summary>
    public const int WorkingDaysBefore = 10;

    /// <summary>What is to be written; null when nothing is.</summary>
    public TransferChange? Change { get; private set; }

    /// <summary>The original centre asks.</summary>
    /// <param name="wish">Who, and where to.</param>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public TransferDecision Ask(TransferWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (facts.Entries.Unknown(wish.Candidate, caller) is { } unknown)
        {
            return TransferDecision.Refused(unknown);
        }

        var book = facts.Entries.Books[wish.Candidate];
        if (book.Locked() is { } locked)
        {
            return TransferDecision.Refused(locked);
        }

        List<Refusal> refusals = [.. AgainstAsking(wish, book)];
        return refusals.Count > 0 ? TransferDecision.Refused(refusals) : Written(TransferWriting.Ask(book, wish.ReceivingCentre, caller, at));
    }

    /// <summary>The receiving centre accepts.</summary>
    /// <param name="number">The candidate number there; null for the next free one.</param>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public TransferDecision Accept(CandidateNumber? number)
    {
        if (Visible() is not var (transfer, book))
        {
            return TransferDecision.Refused(new TransferNotFound());
        }

        if (!caller.Administers(transfer.ReceivingCentre))
        {
            return TransferDecision.Refused(new NotReceivingCentre(transfer.ReceivingCentre));
        }

        if (!transfer.IsOpen)
        {
            return TransferDecision.Refused(new TransferStatusWrong(transfer.Status));
        }

        if (transfer.Status == TransferStatus.Accepted && transfer.WantedNumber == number)
        {
            return new TransferDecision(transfer, []);
        }

        List<Refusal> refusals = [.. AgainstReceiving(book, number)];
        return refusals.Count > 0 ? TransferDecision.Refused(refusals) : Written(TransferWriting.Accept(transfer, book, number, caller, at));
    }

    /// <summary>The board confirms.</summary>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public TransferDecision Confirm()
    {
        if (AgainstTheBoard(out var transfer, out var book) is { } refusal)
        {
            return TransferDecision.Refused(refusal);
        }

        if (transfer.Status != TransferStatus.Accepted)
        {
            return TransferDecision.Refused(new TransferStatusWrong(transfer.Status));
        }

        List<Refusal> refusals = [.. AgainstReceiving(book, transfer.WantedNumber)];
        var number = transfer.WantedNumber ?? facts.Numbers.Next();
        if (number is null)
        {
            refusals.Add(new NumbersExhausted(1));
        }

        return refusals.Count > 0
            ? TransferDecision.Refused(refusals)
            : Written(TransferWriting.Confirm(transfer, book, number!.Value, facts.Entries.Paid, caller, at));
    }

    /// <summary>The board refuses.</summary>
    /// <param name="reason">Why; null when it does not say.</param>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public TransferDecision Refuse(DisplayName? reason)
    {
        if (AgainstTheBoard(out var transfer, out var book) is { } refusal)
        {
            return TransferDecision.Refused(refusal);
        }

        return transfer.IsOpen
            ? Written(TransferWriting.Refuse(transfer, book, reason, caller, at))
            : TransferDecision.Refused(new TransferStatusWrong(transfer.Status));
    }

    /// <summary>A centre takes its form back, or the board calls it off.</summary>
    /// <returns>The transfer, or everything that speaks against it.</returns>
    public TransferDecision Cancel()
    {
        if (Visible() is not var (transfer, book))
        {
            return TransferDecision.Refused(new TransferNotFound());
        }

        if (!transfer.IsOpen)
        {
            return TransferDecision.Refused(new TransferStatusWrong(transfer.Status));
        }

        // Whoever looks after both centres takes back the form that came first.
        var by = caller.IsBoard ? TransferParty.Board : caller.Administers(transfer.OriginalCentre) ? TransferParty.OriginalCentre : TransferParty.ReceivingCentre;
        return Written(TransferWriting.Cancel(transfer, book, by, caller, at));
    }

    private TransferDecision Written(TransferChange change)
    {
        Change = change;
        return new TransferDecision(change.Transfer, []);
    }

    // What is hidden and what is missing look alike.
    private (Transfer Transfer, EntryBook Book)? Visible() =>
        facts.Transfer is { } transfer && (caller.Administers(transfer.OriginalCentre) || caller.Administers(transfer.ReceivingCentre))
            ? (transfer, facts.Entries.Books[new CandidateReference.ById(transfer.CandidateId)])
            : null;

    private Refusal? AgainstTheBoard(out Transfer transfer, out EntryBook book)
    {
        if (Visible() is not { } visible)
        {
            (transfer, book) = (null!, null!); // Nobody looks at them after a refusal.
            return new TransferNotFound();
        }

        (transfer, book) = visible;
        return caller.IsBoard ? null : new BoardOnly();
    }

    private IEnumerable<Refusal> AgainstAsking(TransferWish wish, EntryBook book)
    {
        List<SyllabusCode> entered = [.. book.Entries.Where(entry => entry.IsActive).Select(entry => entry.Syllabus).Order()];
        if (wish.ReceivingCentre == book.Candidate.Centre)
        {
            yield return new TransferToSameCentre(wish.ReceivingCentre);
        }
        else if (facts.Receiving is null)
        {
            yield return new ReceivingCentreNotFound(wish.ReceivingCentre);
        }

        if (entered.Count == 0)
        {
            yield return new NothingToTransfer(book.Candidate.Number);
        }
        else if (wish.Syllabuses is { } some && !entered.ToHashSet().SetEquals(some))
        {
            yield return new WholeSeriesOnly(entered);
        }

        if (FirstExam(book) is { } first && WorkingDays.Between(Today(book), first) < WorkingDaysBefore)
        {
            yield return new TransferTooLate(first, WorkingDays.Before(first, WorkingDaysBefore));
        }
    }

    // Asked when the form comes in and again when the board confirms: approvals and options may have changed in between.
    private IEnumerable<Refusal> AgainstReceiving(EntryBook book, CandidateNumber? number)
    {
        var there = new EntryBook(facts.Receiving!, book.Candidate, book.Entries);
        if (new[] { book, there }.Select(one => (First: FirstExam(one), Today: Today(one))).Where(one => one.First <= one.Today).Min(one => one.First) is { } begun)
        {
            yield return new TransferExamsBegun(begun);
        }

        var standing = book.Entries.Where(entry => entry.IsActive).OrderBy(entry => entry.Syllabus).ToList();
        foreach (var of in standing.Where(entry => there.Offer.Syllabuses.ContainsKey(entry.Syllabus)).GroupBy(entry => there.Offer.Syllabuses[entry.Syllabus].Qualification))
        {
            if (!there.Offer.Centre.MayEnter(of.Key))
            {
                yield return new ReceivingCentreNotApproved(of.Key, of.First().Syllabus);
            }
        }

        foreach (var entry in standing)
        {
            List<OptionCode> offered = [.. there.Offer.Options[entry.Syllabus].Select(one => one.Option).Order()];
            if (!offered.Contains(entry.Option) || (entry.Option.IsBlank && offered.Count > 1))
            {
                yield return new OptionNotOfferedThere(entry.Syllabus, entry.Option, offered);
            }
        }

        if (number is { } wanted && facts.Used.Contains(wanted))
        {
            yield return new CandidateNumberTaken(wanted);
        }

        if (facts.KnownAs is { } known)
        {
            yield return new CandidateAlreadyRegistered(book.Candidate.Uci!.Value, known) { Path = ["transfer"] };
        }
    }

    private static DateOnly? FirstExam(EntryBook book) => book.Slots is [var first, ..] ? first.Date : null;

    private DateOnly Today(EntryBook book) => DateOnly.FromDateTime(book.Offer.Centre.TimeZone.Local(at).DateTime);
}
