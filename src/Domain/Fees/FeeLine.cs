using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Fees;

/// <summary>One line of a centre's account with the board. Never changed: what is given back is a line of its own.</summary>
/// <remarks>Domain 2.7.</remarks>
public sealed class FeeLine
{
    private readonly Entry? _entry;

    /// <summary>Writes a line.</summary>
    /// <param name="entry">The entry it is about.</param>
    /// <param name="kind">Why.</param>
    /// <param name="tier">How late the entry or amendment was.</param>
    /// <param name="price">How much; negative when it is given back.</param>
    /// <param name="at">Now.</param>
    public FeeLine(Entry entry, FeeLineKind kind, EntryTier tier, Money price, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _entry = entry;
        Centre = entry.Centre;
        Series = entry.Series;
        Kind = kind;
        Tier = tier;
        Hundredths = price.Hundredths;
        Currency = price.Currency;
        At = at;
    }

    private FeeLine()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The entry's row.</summary>
    public long EntryId { get; private set; }

    /// <summary>The centre that pays or is paid.</summary>
    public CentreNumber Centre { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>Why.</summary>
    public FeeLineKind Kind { get; private set; }

    /// <summary>How late the entry or amendment was.</summary>
    public EntryTier Tier { get; private set; }

    /// <summary>How much, in hundredths; negative when it is given back.</summary>
    public long Hundredths { get; private set; }

    /// <summary>In which currency.</summary>
    public CurrencyCode Currency { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How much.</summary>
    public Money Price => new(Hundredths, Currency);

    /// <summary>Takes over the number of an entry that had none when the line was written. The store calls it when the entry has one.</summary>
    public void Number() => EntryId = _entry?.Id ?? EntryId;
}
