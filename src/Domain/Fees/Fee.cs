using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Fees;

/// <summary>A line of the board's fee list: what an entry costs, or what being late adds to it.</summary>
/// <remarks>Fees are the board's data. The one for a syllabus stands before the one for its qualification, and that before the one for all.</remarks>
public sealed class Fee
{
    /// <summary>The dearest, in hundredths: a million of whatever it is.</summary>
    public const long MostHundredths = 100_000_000;

    /// <summary>Makes a fee.</summary>
    /// <param name="series">The series.</param>
    /// <param name="tier"><see cref="EntryTier.OnTime"/> for the entry itself; a later tier for what is added.</param>
    /// <param name="price">How much.</param>
    /// <param name="qualification">Only for syllabuses of this qualification; null for any.</param>
    /// <param name="syllabus">Only for this syllabus; null for any.</param>
    public Fee(Series series, EntryTier tier, Money price, QualificationCode? qualification = null, SyllabusCode? syllabus = null)
    {
        Series = series;
        Tier = tier;
        Hundredths = price.Hundredths;
        Currency = price.Currency;
        Qualification = qualification;
        Syllabus = syllabus;
    }

    private Fee()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>Whether it is for the entry itself or for being late.</summary>
    public EntryTier Tier { get; private set; }

    /// <summary>How much, in hundredths.</summary>
    public long Hundredths { get; private set; }

    /// <summary>In which currency.</summary>
    public CurrencyCode Currency { get; private set; }

    /// <summary>The qualification it is for; null when it is for all.</summary>
    public QualificationCode? Qualification { get; private set; }

    /// <summary>The syllabus it is for; null when it is for all.</summary>
    public SyllabusCode? Syllabus { get; private set; }

    /// <summary>How much.</summary>
    public Money Price => new(Hundredths, Currency);

    /// <summary>Sets another price. What was charged before stays as it was charged.</summary>
    /// <param name="price">The price from now on.</param>
    public void Reprice(Money price)
    {
        Hundredths = price.Hundredths;
        Currency = price.Currency;
    }

    /// <summary>How closely it is drawn; -1 when it is not for the syllabus.</summary>
    internal int PrecisionFor(SyllabusCode syllabus, QualificationCode qualification) =>
        (Syllabus is not null && Syllabus != syllabus) || (Qualification is not null && Qualification != qualification)
            ? -1
            : Syllabus is not null ? 2 : Qualification is not null ? 1 : 0;
}
