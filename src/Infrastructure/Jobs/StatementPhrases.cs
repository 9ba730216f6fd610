using System.Globalization;
using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Jobs;

/// <summary>How a statement of entry puts days, lengths, and what is special about an entry.</summary>
internal static class StatementPhrases
{
    /// <summary>A day as the centre writes days.</summary>
    public static string Day(DateOnly day, Wording wording) =>
        day.ToString(wording == Wording.EnUs ? "MMMM d, yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day and a part of it, short enough for a table.</summary>
    public static string When(DateOnly day, ExamSession session, Wording wording)
    {
        var written = day.ToString(wording == Wording.EnUs ? "ddd, MMM d, yyyy" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);
        return $"{written}, {session switch { ExamSession.Am => "AM", ExamSession.Pm => "PM", _ => "evening" }}";
    }

    /// <summary>Minutes as hours and minutes.</summary>
    public static string Length(int minutes) => minutes switch
    {
        < 60 => $"{minutes} min",
        _ when minutes % 60 == 0 => $"{minutes / 60} h",
        _ => $"{minutes / 60} h {minutes % 60} min",
    };

    /// <summary>How late an entry was, whether it is a retake, and whose marks it carries.</summary>
    public static string Remarks(Entry entry) => string.Join("; ", new[]
    {
        entry.Tier switch { EntryTier.Late => "late", EntryTier.VeryLate => "very late", _ => null },
        entry.Previous is { } previous ? $"retake of {Place(previous)}" : null,
        entry.CarriedFrom is { } carried ? $"marks carried from {Place(carried)}" : null,
    }.OfType<string>());

    private static string Place(Registration registration) => $"{registration.Series.Display}, {registration.Centre} {registration.Number}";
}
