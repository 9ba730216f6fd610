using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Fees;
using Exams.Domain.Files;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>Decides on rows one after the other, each seeing what those before it did, and gathers what is to be written. Pure.</summary>
/// <param name="facts">What is known of the candidates and entries that the rows name.</param>
/// <param name="caller">Who asks.</param>
/// <param name="at">Now: one instant for all rows.</param>
public sealed class EntryDesk(EntryFacts facts, Caller caller, DateTimeOffset at)
{
    private readonly Dictionary<(CentreNumber, Series, ExternalReference), Entry> _references = new(facts.References);

    private readonly HashSet<(long Candidate, SyllabusCode Syllabus)> _submitted = [];

    /// <summary>What is to be written for the rows that were not refused.</summary>
    public EntriesChange Change { get; } = new(at);

    /// <summary>Makes, amends, or leaves alone.</summary>
    /// <param name="wish">The entry as the client wants it.</param>
    /// <returns>What became of it.</returns>
    public EntryRow Submit(EntryWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (facts.Unknown(wish.Candidate, caller) is { } unknown)
        {
            return EntryRow.Refused(unknown);
        }

        var book = facts.Books[wish.Candidate];
        var standing = book.Standing(wish.Syllabus);
        var refusals = book.Against(wish, facts.Priors, at);
        if (wish.Reference is { } key && _references.TryGetValue(Key(book, key), out var owner) && owner != standing && owner.IsActive)
        {
            refusals = [.. refusals, new ExternalReferenceTaken(key)];
        }

        // One request is one instant: an entry that is changed twice in it would be paid for twice.
        if (refusals.Count == 0 && !_submitted.Add((book.Candidate.Id, wish.Syllabus)))
        {
            refusals = [new EntryTwice(wish.Syllabus)];
        }

        if (refusals.Count > 0)
        {
            return EntryRow.Refused(refusals);
        }

        var action = EntryBook.IsSo(wish, standing) ? EntryAction.Unchanged : standing is null ? EntryAction.Made : EntryAction.Amended;
        var entry = action switch
        {
            EntryAction.Made => Make(book, wish),
            EntryAction.Amended => Amend(book, standing!, wish),
            _ => standing!,
        };
        if (wish.Reference is { } reference)
        {
            _references[Key(book, reference)] = entry;
        }

        return new EntryRow(action, entry, [], Timetable.Clashes(book.Slots));
    }

    /// <summary>Makes an entry that must not be there yet.</summary>
    /// <param name="wish">The entry.</param>
    /// <returns>What became of it.</returns>
    public EntryRow Enter(EntryWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (facts.Unknown(wish.Candidate, caller) is not null || facts.Books[wish.Candidate] is not { } book || book.Standing(wish.Syllabus) is not { } standing)
        {
            return Submit(wish);
        }

        // What is wrong with the wish itself is told before what stands in its way.
        var refusals = book.Against(wish, facts.Priors, at);
        return EntryRow.Refused(refusals.Count > 0 ? refusals : [new AlreadyEntered(standing.Syllabus, standing.Option)]);
    }

    /// <summary>Withdraws.</summary>
    /// <param name="reference">Which entry.</param>
    /// <returns>What became of it; an entry that was withdrawn before is left as it is.</returns>
    public EntryRow Withdraw(EntryReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (reference is EntryReference.BySyllabus { Candidate: var named } && facts.Unknown(named, caller) is { } unknown)
        {
            return EntryRow.Refused(unknown);
        }

        if (!facts.Entries.TryGetValue(reference, out var found) || !caller.Administers(found.Book.Candidate.Centre))
        {
            return EntryRow.Refused(new EntryNotFound((reference as EntryReference.BySyllabus)?.Syllabus));
        }

        return Withdraw(found.Book, found.Entry);
    }

    /// <summary>Does what a row of a file says.</summary>
    /// <param name="step">The row.</param>
    /// <returns>What became of it.</returns>
    internal EntryRow Follow(EntryStep step)
    {
        var wish = step.Wish;
        if (step.Mark == EntryMark.Entered || facts.Unknown(wish.Candidate, caller) is not null)
        {
            return Submit(wish);
        }

        var book = facts.Books[wish.Candidate];
        if (step.Mark == EntryMark.Private)
        {
            return book.Candidate.IsPrivate ? Submit(wish) : EntryRow.Refused(new CandidateNotPrivate(book.Candidate.Number));
        }

        return book.Named(wish) is { } entry ? Withdraw(book, entry) : EntryRow.Refused(new EntryNotFound(wish.Syllabus));
    }

    private EntryRow Withdraw(EntryBook book, Entry entry)
    {
        if (book.Locked() is { } locked)
        {
            return EntryRow.Refused(locked);
        }

        if (!entry.IsActive)
        {
            return new EntryRow(EntryAction.Unchanged, entry, [], []);
        }

        entry.Withdraw(at);
        Write(book, entry, NewsType.EntryWithdrawn, AuditAction.EntryWithdrawn);
        Refund(book, entry);
        if (book.ActiveGrant is not null && !book.Entries.Any(other => other.IsActive))
        {
            Suspend(book);
        }

        return new EntryRow(EntryAction.Withdrawn, entry, [], []);
    }

    private Entry Make(EntryBook book, EntryWish wish)
    {
        Registration? previous = wish.Retakes is { } one ? new Registration(one.Centre, book.Offer.SeriesBefore[wish.Syllabus], one.Number) : null;
        var tier = book.Offer.Calendar.TierAt(previous is not null, at)!.Value;
        var entry = book.Make(wish, new EntryTerms(tier, previous, wish.CarriedFrom, wish.Reference), at);
        Write(book, entry, NewsType.EntryMade, AuditAction.EntryMade);
        Charge(book, entry, FeeLineKind.Entry, EntryTier.OnTime);
        ChargeLate(book, entry, tier);
        return entry;
    }

    private Entry Amend(EntryBook book, Entry entry, EntryWish wish)
    {
        var costs = entry.Option != wish.Option;
        entry.Amend(wish.Option, wish.CarriedFrom, wish.Reference, at);
        Write(book, entry, NewsType.EntryAmended, AuditAction.EntryAmended);
        if (costs)
        {
            ChargeLate(book, entry, book.Offer.Calendar.TierAt(entry.Previous is not null, at)!.Value);
        }

        return entry;
    }

    private void ChargeLate(EntryBook book, Entry entry, EntryTier tier)
    {
        if (tier != EntryTier.OnTime)
        {
            Charge(book, entry, FeeLineKind.Late, tier);
        }
    }

    private void Charge(EntryBook book, Entry entry, FeeLineKind kind, EntryTier tier)
    {
        if (book.Offer.Fees.For(book.Offer.Syllabuses[entry.Syllabus], tier) is { } price)
        {
            Change.Fees.Add(new FeeLine(entry, kind, tier, price, at));
        }
    }

    // While entries are open the entry fee comes back; what being late cost does not.
    private void Refund(EntryBook book, Entry entry)
    {
        var paid = facts.Paid.GetValueOrDefault(entry.Id);
        if (paid is { Hundredths: > 0 } && book.Offer.Calendar.TierAt(entry.Previous is not null, at) is { } tier)
        {
            Change.Fees.Add(new FeeLine(entry, FeeLineKind.Refund, tier, paid.Value.Refunded(), at));
        }
    }

    private void Suspend(EntryBook book)
    {
        Change.Suspended.Add(book);
        Change.News.Add(News(NewsType.GrantSuspended, book));
        Change.Audit.Add(Audit(AuditAction.GrantSuspended, book, "last entry withdrawn"));
    }

    private void Write(EntryBook book, Entry entry, NewsType news, AuditAction action)
    {
        Change.Write(entry, book.Candidate);
        Change.News.Add(News(news, book, entry.Syllabus));
        Change.Audit.Add(Audit(action, book, $"{entry.Syllabus} {entry.Option}".TrimEnd()));
    }

    private NewsItem News(NewsType type, EntryBook book, SyllabusCode? syllabus = null) => new(type, at)
    {
        Centre = book.Candidate.Centre,
        Series = book.Candidate.Series,
        Candidate = book.Candidate.Number,
        Syllabus = syllabus,
    };

    private AuditRecord Audit(AuditAction action, EntryBook book, string detail) => new(at, caller, action)
    {
        Centre = book.Candidate.Centre,
        Series = book.Candidate.Series,
        Candidate = book.Candidate.Number,
        Detail = detail,
    };

    private static (CentreNumber, Series, ExternalReference) Key(EntryBook book, ExternalReference reference) =>
        (book.Candidate.Centre, book.Candidate.Series, reference);
}
