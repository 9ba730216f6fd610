using Exams.Domain.KeyDates;
using Exams.Domain.Qualifications;

namespace Exams.Domain.Fees;

/// <summary>The board's fees in one series.</summary>
/// <param name="fees">All of them.</param>
public sealed class FeeList(IReadOnlyList<Fee> fees)
{
    /// <summary>What an entry costs, or what being late adds.</summary>
    /// <param name="syllabus">The syllabus.</param>
    /// <param name="tier"><see cref="EntryTier.OnTime"/> for the entry itself.</param>
    /// <returns>The price; null when the board has set none.</returns>
    public Money? For(Syllabus syllabus, EntryTier tier)
    {
        ArgumentNullException.ThrowIfNull(syllabus);
        return fees.Where(fee => fee.Tier == tier && fee.PrecisionFor(syllabus.Code, syllabus.Qualification) >= 0)
            .MaxBy(fee => fee.PrecisionFor(syllabus.Code, syllabus.Qualification))?.Price;
    }
}
