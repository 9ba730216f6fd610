using Exams.Domain.Audit;
using Exams.Domain.Entries;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>Decides on rows one after the other, each seeing what those before it did, and gathers what is to be written. Pure.</summary>
public sealed class CandidateDesk
{
    private const int OldestYears = 120;

    private readonly Dictionary<Registration, Candidate> _byNumber = [];
    private readonly Dictionary<(CentreNumber, Series, ExternalReference), Candidate> _byKey = [];
    private readonly Dictionary<(CentreNumber, Series, Uci), Candidate> _byUci = [];
    private readonly CandidateFacts _facts;
    private readonly Caller _caller;
    private readonly DateTimeOffset _at;

    /// <summary>Opens the desk.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now: one instant for all rows.</param>
    public CandidateDesk(CandidateFacts facts, Caller caller, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (_facts, _caller, _at) = (facts, caller, at);
        Change = new CandidatesChange(at);
        foreach (var candidate in facts.Candidates)
        {
            Know(candidate);
        }
    }

    /// <summary>What is to be written for the rows that were not refused.</summary>
    public CandidatesChange Change { get; }

    /// <summary>Registers, changes, or leaves alone.</summary>
    /// <param name="wish">The candidate as the client wants it.</param>
    /// <returns>What became of it.</returns>
    public CandidateRow Upsert(CandidateWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (Misplaced(wish.Centre, wish.Series) is { } misplaced)
        {
            return CandidateRow.Refused(misplaced);
        }

        var byKey = wish.Reference is { } key ? _byKey.GetValueOrDefault((wish.Centre, wish.Series, key)) : null;
        var byNumber = wish.Number is { } number ? _byNumber.GetValueOrDefault(new Registration(wish.Centre, wish.Series, number)) : null;
        List<Refusal> refusals = [.. AgainstDetails(wish, byKey ?? byNumber)];
        if (byKey is not null && wish.Number is { } other && other != byKey.Number)
        {
            refusals.Add(new CandidateNumberIsFinal(byKey.Number));
        }
        else if (byKey is null && byNumber is not null && !IsTheSame(wish, byNumber))
        {
            refusals.Add(new CandidateNumberTaken(byNumber.Number));
        }

        if (refusals.Count > 0)
        {
            return CandidateRow.Refused(refusals);
        }

        // What a wish leaves open is filled in only now: it must not help to tell that somebody is the same.
        return (byKey ?? byNumber) is { } known ? Alter(known, wish.Completed(known)) : Add(wish);
    }

    /// <summary>Registers a candidate who must be new.</summary>
    /// <param name="wish">The candidate.</param>
    /// <returns>What became of it.</returns>
    public CandidateRow Register(CandidateWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (Misplaced(wish.Centre, wish.Series) is { } misplaced)
        {
            return CandidateRow.Refused(misplaced);
        }

        List<Refusal> refusals = [.. AgainstDetails(wish, null)];
        if (wish.Number is { } number && _byNumber.ContainsKey(new Registration(wish.Centre, wish.Series, number)))
        {
            refusals.Insert(0, new CandidateNumberTaken(number));
        }

        if (wish.Reference is { } key && _byKey.ContainsKey((wish.Centre, wish.Series, key)))
        {
            refusals.Add(new ExternalReferenceTaken(key));
        }

        return refusals.Count > 0 ? CandidateRow.Refused(refusals) : Add(wish);
    }

    /// <summary>Sets numbers aside.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="count">How many, in a row.</param>
    /// <param name="from">The first that would do.</param>
    /// <returns>The block, or the refusal.</returns>
    public Outcome<NumberBlock> SetAside(CentreNumber centre, Series series, int count, CandidateNumber from)
    {
        if (Misplaced(centre, series) is { } misplaced)
        {
            return misplaced;
        }

        if (_facts.Numbers[(centre, series)].Block(count, from) is not { } found)
        {
            return new NumbersExhausted(count);
        }

        var block = new NumberBlock(centre, series, found.First, found.Last, _at);
        Change.Blocks.Add(block);
        Change.Audit.Add(new AuditRecord(_at, _caller, AuditAction.NumbersSetAside)
        {
            Centre = centre,
            Series = series,
            Detail = $"{block.First} to {block.Last}",
        });
        return block;
    }

    // What is hidden and what is missing look alike.
    private Refusal? Misplaced(CentreNumber centre, Series series) =>
        !_caller.Administers(centre) || !_facts.Centres.Contains(centre) ? new CentreNotFound(centre)
        : !_facts.Series.Contains(series) ? new SeriesNotFound(series)
        : null;

    private IEnumerable<Refusal> AgainstDetails(CandidateWish wish, Candidate? known)
    {
        var today = DateOnly.FromDateTime(_at.UtcDateTime);
        if (wish.Details.DateOfBirth is { } born && (born > today || born < today.AddYears(-OldestYears)))
        {
            yield return new DateOfBirthUnlikely(born);
        }

        if (wish.Details.Uci is { } uci && _byUci.TryGetValue((wish.Centre, wish.Series, uci), out var owner) && owner != known)
        {
            yield return new CandidateAlreadyRegistered(uci, owner.Number);
        }

        if (known is { Status: CandidateStatus.TransferredOut })
        {
            yield return new CandidateTransferredOut(known.Number);
        }

        if (known is { IsMoving: true } && known.Details != known.Completed(wish.Completed(known).Details))
        {
            yield return new TransferPending(known.Number);
        }
    }

    // A number that was given by hand is taken over by the client's key when it is plainly the same person's; a typing mistake in a
    // number must not turn one candidate into another.
    private static bool IsTheSame(CandidateWish wish, Candidate known) =>
        (wish.Reference is null || known.ExternalReference is null)
        && (wish.Details.Name == known.Name
            || (wish.Details.Uci is not null && wish.Details.Uci == known.Uci)
            || (wish.Details.DateOfBirth is not null && wish.Details.DateOfBirth == known.DateOfBirth));

    private CandidateRow Alter(Candidate known, CandidateWish wish)
    {
        var name = known.Name;
        if (!known.Change(wish.Details, wish.Reference))
        {
            return new CandidateRow(CandidateAction.Unchanged, known, []);
        }

        if (name != known.Name)
        {
            Change.Renamed.Add(known);
        }

        Write(known, NewsType.CandidateChanged, AuditAction.CandidateChanged);
        return new CandidateRow(CandidateAction.Changed, known, []);
    }

    private CandidateRow Add(CandidateWish wish)
    {
        var numbers = _facts.Numbers.GetValueOrDefault((wish.Centre, wish.Series));
        if ((wish.Number ?? numbers?.Next()) is not { } number)
        {
            return CandidateRow.Refused(new NumbersExhausted(1));
        }

        numbers?.Take(number);
        var candidate = new Candidate(wish.Centre, wish.Series, number, wish.Details, wish.Reference);
        Write(candidate, NewsType.CandidateRegistered, AuditAction.CandidateRegistered);
        return new CandidateRow(CandidateAction.Registered, candidate, []);
    }

    private void Write(Candidate candidate, NewsType news, AuditAction action)
    {
        Know(candidate);
        Change.Write(candidate);
        Change.News.Add(new NewsItem(news, _at) { Centre = candidate.Centre, Series = candidate.Series, Candidate = candidate.Number });
        Change.Audit.Add(new AuditRecord(_at, _caller, action) { Centre = candidate.Centre, Series = candidate.Series, Candidate = candidate.Number });
    }

    private void Know(Candidate candidate)
    {
        _byNumber[new Registration(candidate.Centre, candidate.Series, candidate.Number)] = candidate;
        if (candidate.ExternalReference is { } key)
        {
            _byKey[(candidate.Centre, candidate.Series, key)] = candidate;
        }

        // Whoever left may come back, under another number.
        if (candidate is { Uci: { } uci, Status: CandidateStatus.Active })
        {
            _byUci[(candidate.Centre, candidate.Series, uci)] = candidate;
        }
    }
}
