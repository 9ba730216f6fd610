using Exams.Domain.Candidates;
using Exams.Domain.KeyDates;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>One candidate's entries in a series, and what may be done to them. Pure: what is decided here is written by nobody yet.</summary>
/// <param name="offer">What the board offers the centre in the series.</param>
/// <param name="candidate">The candidate.</param>
/// <param name="entries">All of the candidate's entries, active or not.</param>
public sealed class EntryBook(EntryOffer offer, Candidate candidate, IEnumerable<Entry> entries)
{
    private readonly List<Entry> _entries = [.. entries];

    /// <summary>What the board offers.</summary>
    public EntryOffer Offer { get; } = offer;

    /// <summary>The candidate.</summary>
    public Candidate Candidate { get; } = candidate;

    /// <summary>All entries, active or not.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>The candidate's grant when it is active; null otherwise.</summary>
    public long? ActiveGrant { get; init; }

    /// <summary>Whether somebody with the same identifier has active entries at another centre in the series.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The exams that the candidate takes, in the order of time.</summary>
    public IReadOnlyList<TimetableSlot> Slots => Offer.Timetable.Of(
        from entry in _entries
        where entry.IsActive
        from option in Offer.Options[entry.Syllabus]
        where option.Option == entry.Option
        from component in option.Components
        select (entry.Syllabus, component));

    /// <summary>The active entry for a syllabus; null when there is none.</summary>
    /// <param name="syllabus">The syllabus.</param>
    /// <returns>The entry.</returns>
    public Entry? Standing(SyllabusCode syllabus) => _entries.Find(entry => entry.Syllabus == syllabus && entry.IsActive);

    /// <summary>Everything that speaks against a wish, in the order in which a person would look at it.</summary>
    /// <param name="wish">What the client wants.</param>
    /// <param name="priors">The entries of earlier series that it may refer to.</param>
    /// <param name="at">Now.</param>
    /// <returns>Empty when nothing does.</returns>
    internal IReadOnlyList<Refusal> Against(EntryWish wish, PriorEntries priors, DateTimeOffset at)
    {
        if (Locked() is { } locked)
        {
            return [locked];
        }

        if (!Offer.Syllabuses.TryGetValue(wish.Syllabus, out var syllabus) || !Offer.Options.Contains(wish.Syllabus))
        {
            return [new SyllabusNotFound(wish.Syllabus)];
        }

        var standing = Standing(wish.Syllabus);
        List<Refusal> refusals = [];
        Check(!Offer.Centre.MayEnter(syllabus.Qualification), () => new CentreNotApproved(syllabus.Qualification));
        var option = Option(wish);
        Check(option is null, () => new OptionNotFound(wish.Option, [.. Offer.Options[wish.Syllabus].Select(one => one.Option).Order()]));
        if (standing is null)
        {
            refusals.AddRange(AgainstOthers(syllabus));
            Check(Candidate.IsPrivate && !syllabus.IsOpenToPrivate, () => new NotOpenToPrivate(wish.Syllabus));
            Check(Candidate.IsPrivate && IsElsewhere, () => new PrivateElsewhere());
        }

        refusals.AddRange(AgainstRetake(wish, standing, priors));
        if (option is not null)
        {
            refusals.AddRange(AgainstCarrying(wish, option, priors));
        }

        var isRetake = standing is null ? wish.Retakes is not null : standing.Previous is not null;
        Check(
            Offer.Calendar.TierAt(isRetake, at) is null && !IsTheSame(wish, standing),
            () => new EntriesClosed(Offer.Series, Offer.Calendar.ClosesAt(isRetake)!.Value));
        return refusals;

        void Check(bool isWrong, Func<Refusal> refusal)
        {
            if (isWrong)
            {
                refusals.Add(refusal());
            }
        }
    }

    /// <summary>Whether an entry stands as it is wanted already.</summary>
    internal static bool IsSo(EntryWish wish, Entry? standing) =>
        IsTheSame(wish, standing) && (wish.Reference is null || standing!.ExternalReference == wish.Reference);

    // A client's own key is none of the board's business: it may be given after the deadline, too.
    private static bool IsTheSame(EntryWish wish, Entry? standing) =>
        standing is not null && standing.Option == wish.Option && standing.CarriedFrom == wish.CarriedFrom;

    /// <summary>The entry that a row of a file names: with its option, or for a blank one whichever stands; null when there is none.</summary>
    internal Entry? Named(EntryWish wish) => _entries
        .Where(entry => entry.Syllabus == wish.Syllabus && (wish.Option.IsBlank || entry.Option == wish.Option) && entry.Status != EntryStatus.Transferred)
        .OrderBy(entry => entry.IsActive).ThenBy(entry => entry.Id).LastOrDefault();

    /// <summary>Makes an entry: a withdrawn one with the same option stands again, otherwise there is a new one.</summary>
    internal Entry Make(EntryWish wish, EntryTerms terms, DateTimeOffset at)
    {
        if (_entries.Find(entry => entry.Syllabus == wish.Syllabus && entry.Option == wish.Option && entry.Status == EntryStatus.Withdrawn) is { } withdrawn)
        {
            withdrawn.Reenter(at, terms);
            return withdrawn;
        }

        var entry = new Entry(Candidate, wish.Syllabus, wish.Option, at, terms);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Why nothing may be changed at all; null when it may.</summary>
    internal Refusal? Locked() =>
        Candidate.Status == CandidateStatus.TransferredOut ? new CandidateTransferredOut(Candidate.Number)
        : Candidate.IsMoving ? new TransferPending(Candidate.Number)
        : null;

    private EntryOption? Option(EntryWish wish)
    {
        var offered = Offer.Options[wish.Syllabus].ToList();
        return wish.Option.IsBlank && offered.Count > 1 ? null : offered.Find(one => one.Option == wish.Option);
    }

    private IEnumerable<Refusal> AgainstOthers(Syllabus syllabus)
    {
        foreach (var entry in _entries.Where(entry => entry.IsActive))
        {
            if (Offer.Syllabuses.GetValueOrDefault(entry.Syllabus) is not { } other)
            {
                continue;
            }

            if (syllabus.DisallowedWith.Contains(other.Code) || other.DisallowedWith.Contains(syllabus.Code))
            {
                yield return new CombinationDisallowed(syllabus.Code, other.Code);
            }
            else if (Offer.AreTheSame(syllabus, other))
            {
                yield return new SameTitle(syllabus.Code, other.Code);
            }
        }
    }

    private IEnumerable<Refusal> AgainstRetake(EntryWish wish, Entry? standing, PriorEntries priors)
    {
        if (wish.Retakes is not { } previous)
        {
            yield break;
        }

        Series? before = Offer.SeriesBefore.TryGetValue(wish.Syllabus, out var found) ? found : null;
        if (standing is not null)
        {
            if (before is not { } then || standing.Previous != new Registration(previous.Centre, then, previous.Number))
            {
                yield return new RetakeIsFinal(wish.Syllabus);
            }
        }
        else if (!Offer.Calendar.HasRetakes)
        {
            yield return new RetakeNotAllowed(Offer.Series);
        }
        else if (before is not { } then || Prior(priors, new Registration(previous.Centre, then, previous.Number), wish.Syllabus) is null)
        {
            yield return new NotARetake(wish.Syllabus, before);
        }
    }

    private IEnumerable<Refusal> AgainstCarrying(EntryWish wish, EntryOption option, PriorEntries priors)
    {
        if (option.CarryForward == CarryForward.None)
        {
            if (wish.CarriedFrom is not null)
            {
                yield return new NothingCarried(wish.Option);
            }
        }
        else if (wish.CarriedFrom is not { } from)
        {
            yield return new CarriedFromMissing(wish.Option);
        }
        else if (!CarryForwardWindow.Allows(from.Series, Offer.Series))
        {
            yield return new CarryForwardTooFar(from.Series, Offer.Series);
        }
        else if (Prior(priors, from, wish.Syllabus) is not { } source)
        {
            yield return new CarriedEntryNotFound(from, wish.Syllabus);
        }
        else if (source.CarryForward != CarryForward.None)
        {
            yield return new CarriedTwice(from);
        }
    }

    private PriorEntry? Prior(PriorEntries priors, Registration registration, SyllabusCode syllabus) =>
        priors.Find(registration, syllabus) is { } prior && prior.IsOf(Candidate) ? prior : null;
}
