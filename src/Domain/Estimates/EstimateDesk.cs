using Exams.Domain.Audit;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Estimates;

/// <summary>What a decision on estimates needs to know, read in one go for all rows. Not gated: the desk asks the caller's rights itself.</summary>
/// <param name="Centres">Those of the centres named that exist.</param>
/// <param name="Series">Those of the series named that the board knows.</param>
/// <param name="Syllabuses">Those of the syllabuses named that exist.</param>
/// <param name="Deadlines">The deadlines of the series.</param>
/// <param name="Standing">The estimates that there are.</param>
public sealed record EstimateFacts(
    IReadOnlyDictionary<CentreNumber, Centre> Centres,
    IReadOnlySet<Series> Series,
    IReadOnlyDictionary<SyllabusCode, Syllabus> Syllabuses,
    ILookup<Series, Deadline> Deadlines,
    IReadOnlyList<EstimatedEntry> Standing);

/// <summary>Estimates as they shall be: all of it is written, or none.</summary>
public sealed class EstimatesChange
{
    /// <summary>New estimates; they have no row yet.</summary>
    public HashSet<EstimatedEntry> Added { get; } = [];

    /// <summary>Estimates that have a row and are different now.</summary>
    public HashSet<EstimatedEntry> Changed { get; } = [];

    /// <summary>The news, one for each centre and series.</summary>
    public List<NewsItem> News { get; } = [];

    /// <summary>Who had it done.</summary>
    public List<AuditRecord> Audit { get; } = [];
}

/// <summary>Decides on rows one after the other, each seeing what those before it did, and gathers what is to be written. Pure.</summary>
/// <remarks>Domain 2.1, rules 6 and 8. Where the board has published no deadline for estimates, they are taken at any time. A syllabus need not be
/// offered yet: estimates come before the series' options do.</remarks>
public sealed class EstimateDesk
{
    private readonly Dictionary<(CentreNumber, Series, SyllabusCode), EstimatedEntry> _standing;
    private readonly HashSet<(CentreNumber, Series)> _told = [];
    private readonly Dictionary<(CentreNumber, Series), EntryCalendar> _calendars = [];
    private readonly EstimateFacts _facts;
    private readonly Caller _caller;
    private readonly DateTimeOffset _at;

    /// <summary>Opens the desk.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now: one instant for all rows.</param>
    public EstimateDesk(EstimateFacts facts, Caller caller, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (_facts, _caller, _at) = (facts, caller, at);
        _standing = facts.Standing.ToDictionary(one => (one.Centre, one.Series, one.Syllabus));
    }

    /// <summary>What is to be written for the rows that were not refused.</summary>
    public EstimatesChange Change { get; } = new();

    /// <summary>Sets an estimate, or leaves it alone.</summary>
    /// <param name="wish">The estimate as the centre wants it.</param>
    /// <returns>What became of it.</returns>
    public EstimateRow Set(EstimateWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var standing = _standing.GetValueOrDefault((wish.Centre, wish.Series, wish.Syllabus));
        List<Refusal> refusals = [.. Against(wish, standing)];
        if (refusals.Count > 0)
        {
            return new EstimateRow(EstimateAction.Refused, null, refusals);
        }

        if (standing?.Count == wish.Count)
        {
            return new EstimateRow(EstimateAction.Unchanged, standing, []);
        }

        if (standing is null)
        {
            standing = new EstimatedEntry(wish.Centre, wish.Series, wish.Syllabus, wish.Count, _at);
            _standing.Add((wish.Centre, wish.Series, wish.Syllabus), standing);
            Change.Added.Add(standing);
        }
        else
        {
            standing.Change(wish.Count, _at);
            (standing.Id == 0 ? Change.Added : Change.Changed).Add(standing);
        }

        Tell(wish);
        return new EstimateRow(EstimateAction.Set, standing, []);
    }

    private IEnumerable<Refusal> Against(EstimateWish wish, EstimatedEntry? standing)
    {
        // What is hidden and what is missing look alike.
        if (!_caller.Administers(wish.Centre) || !_facts.Centres.TryGetValue(wish.Centre, out var centre))
        {
            yield return new CentreNotFound(wish.Centre);
            yield break;
        }

        if (!_facts.Series.Contains(wish.Series))
        {
            yield return new SeriesNotFound(wish.Series);
            yield break;
        }

        if (!_facts.Syllabuses.TryGetValue(wish.Syllabus, out var syllabus))
        {
            yield return new SyllabusUnknown(wish.Syllabus);
        }
        else if (!centre.MayEnter(syllabus.Qualification))
        {
            yield return new CentreNotApproved(syllabus.Qualification);
        }

        if (wish.Count is < 0 or > EstimatedEntry.Most)
        {
            yield return new EstimateOutOfRange(wish.Count);
        }

        if (Calendar(centre, wish.Series).EstimatedEntriesCloseAt is { } closes && _at > closes && standing?.Count != wish.Count)
        {
            yield return new EstimatesClosed(wish.Series, closes);
        }
    }

    private EntryCalendar Calendar(Centre centre, Series series) =>
        _calendars.TryGetValue((centre.Number, series), out var known)
            ? known
            : _calendars[(centre.Number, series)] = new EntryCalendar(centre, _facts.Deadlines[series]);

    private void Tell(EstimateWish wish)
    {
        if (_told.Add((wish.Centre, wish.Series)))
        {
            Change.News.Add(new NewsItem(NewsType.EstimatedEntriesSet, _at) { Centre = wish.Centre, Series = wish.Series });
            Change.Audit.Add(new AuditRecord(_at, _caller, AuditAction.EstimatedEntriesSet) { Centre = wish.Centre, Series = wish.Series });
        }
    }
}
