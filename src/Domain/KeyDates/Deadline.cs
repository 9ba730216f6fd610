using Exams.Domain.Centres;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.KeyDates;

/// <summary>The last instant for something in a series, for all centres, those of a zone, or those of some countries.</summary>
/// <remarks>Deadlines are the board's data, never code: they differ by series, countries, kind and tier (rule 8, trap T23).</remarks>
public sealed class Deadline
{
    /// <summary>Makes a deadline.</summary>
    /// <param name="series">The series.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="tier">Which fee it is the end of.</param>
    /// <param name="at">The last instant that is still in time.</param>
    /// <param name="zone">Only for centres of this zone; null for any.</param>
    /// <param name="countries">Only for centres of these countries; none for any.</param>
    public Deadline(Series series, DeadlineKind kind, EntryTier tier, DateTimeOffset at, Zone? zone = null, IEnumerable<DisplayName>? countries = null)
    {
        Series = series;
        Kind = kind;
        Tier = tier;
        At = at.ToUniversalTime();
        Zone = zone;
        Countries = [.. (countries ?? []).Distinct().OrderBy(country => country.ToString(), StringComparer.Ordinal)];
    }

    private Deadline()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>What it is for.</summary>
    public DeadlineKind Kind { get; private set; }

    /// <summary>Which fee it is the end of.</summary>
    public EntryTier Tier { get; private set; }

    /// <summary>The last instant that is still in time, in UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The zone it is for; null when it is for all.</summary>
    public Zone? Zone { get; private set; }

    /// <summary>The countries it is for, sorted; empty when it is for all.</summary>
    public IReadOnlyList<DisplayName> Countries { get; private set; } = [];

    /// <summary>Whether it is for a centre.</summary>
    /// <param name="centre">The centre.</param>
    /// <returns>True when zone and countries fit.</returns>
    public bool IsFor(Centre centre)
    {
        ArgumentNullException.ThrowIfNull(centre);
        return (Zone is null || Zone == centre.Zone) && (Countries.Count == 0 || Countries.Contains(centre.Country));
    }

    /// <summary>Whether the instant has passed; at the instant itself it is still in time.</summary>
    /// <param name="now">Now.</param>
    /// <returns>True ever after.</returns>
    public bool HasPassed(DateTimeOffset now) => now > At;

    /// <summary>Moves it. The board may give more time, also after a deadline has passed, but never take time that has passed already.</summary>
    /// <param name="at">The new instant.</param>
    public void Move(DateTimeOffset at) => At = at.ToUniversalTime();

    /// <summary>Whether another deadline is for the same thing and the same centres, in this or another tier.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when they differ in tier and instant only.</returns>
    public bool IsBeside(Deadline other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Series == other.Series && Kind == other.Kind && Zone == other.Zone && Countries.SequenceEqual(other.Countries);
    }

    /// <summary>Whether another deadline beside it makes no sense with it: a dearer tier ends later than a cheaper one.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when the order of the instants is not that of the tiers.</returns>
    public bool Contradicts(Deadline other) => IsBeside(other) && Tier != other.Tier && (Tier < other.Tier ? At >= other.At : At <= other.At);

    /// <summary>How closely it is drawn: one for countries stands before one for a zone, and that before one for all.</summary>
    internal int Precision => Countries.Count > 0 ? 2 : Zone is null ? 0 : 1;
}
