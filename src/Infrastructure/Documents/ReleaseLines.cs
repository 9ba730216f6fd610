using System.Globalization;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Documents;

/// <summary>Turns release instants into the lines of a sheet, in the reader's zone and the reader's way of writing dates.</summary>
public static class ReleaseLines
{
    /// <summary>Groups qualifications that are released at the same instant and writes each instant out in local time.</summary>
    /// <param name="releases">Qualification title and the instant at which this candidate may see it, the centre's delay included.</param>
    /// <param name="zone">The centre's time zone.</param>
    /// <param name="wording">Decides day-month order and the clock.</param>
    /// <returns>One line per minute, earliest first; a release within a minute is out at its end; titles in the order given.</returns>
    public static IReadOnlyList<SheetRelease> For(
        IEnumerable<(string Qualification, DateTimeOffset At)> releases, TimeZoneInfo zone, Wording wording) =>
        [.. releases
            .GroupBy(release => PrintedMinute(release.At.UtcDateTime))
            .OrderBy(group => group.Key)
            .Select(group => Line(group.Key, [.. group.Select(release => release.Qualification).Distinct(StringComparer.Ordinal)], zone, wording))];

    private static SheetRelease Line(DateTime utc, IReadOnlyList<string> titles, TimeZoneInfo zone, Wording wording)
    {
        var local = TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), zone);
        var when = local.ToString(
            wording == Wording.EnUs ? "dddd, MMMM d, yyyy 'at' h:mm tt" : "dddd d MMMM yyyy 'at' HH:mm",
            CultureInfo.InvariantCulture);
        return new SheetRelease(titles, when, ZoneName(zone, local.Offset));
    }

    // Sheets show minutes. A release some seconds into a minute is printed as the next: no sheet may name a time at which nothing is out yet.
    private static DateTime PrintedMinute(DateTime utc) => new((utc.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, utc.Kind);

    // Names of zones differ between machines' data; the city in the identifier does not, and candidates know it.
    private static string ZoneName(TimeZoneInfo zone, TimeSpan offset)
    {
        // A hyphen as in ISO 8601: the minus sign is in no Latin code page and would embed a second subset of the font in every file.
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        var utc = offset == TimeSpan.Zero ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{offset:hh\\:mm}");
        var slash = zone.Id.LastIndexOf('/');
        return slash < 0 || zone.Id.StartsWith("Etc/", StringComparison.Ordinal)
            ? utc
            : $"{zone.Id[(slash + 1)..].Replace('_', ' ')} time, {utc}";
    }
}
