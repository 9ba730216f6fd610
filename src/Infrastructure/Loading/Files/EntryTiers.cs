using Exams.Domain.KeyDates;

namespace Exams.Infrastructure.Loading.Files;

/// <summary>Tiers as files spell them; an empty cell means on time.</summary>
internal static class EntryTiers
{
    private static readonly (string, EntryTier)[] _names = [("ON_TIME", EntryTier.OnTime), ("LATE", EntryTier.Late), ("VERY_LATE", EntryTier.VeryLate)];

    public static EntryTier Read(CsvRow row) => row.Choice("tier", mayBeEmpty: true, _names);

    public static string Name(EntryTier tier) => _names.First(one => one.Item2 == tier).Item1;
}
