namespace Exams.Infrastructure.Documents.Pages;

/// <summary>The table of what is released when. The zone stands once beside the heading when it is the same for many rows, and below
/// each time otherwise.</summary>
internal static class ReleaseTable
{
    private const double Left = SheetPage.Left;
    private const double Width = SheetPage.Width;
    private const double WhenWidth = 236;
    private const double TitlesLeft = Left + WhenWidth + 12;
    private const double TitlesWidth = Width - WhenWidth - 12;

    // With one or two rows there is room to say the zone where the time is.
    private const int ManyRows = 3;

    /// <summary>Draws the first rows of the table, with its heading.</summary>
    /// <returns>Where its ink ends.</returns>
    public static double Draw(Canvas canvas, SheetGround ground, Density density, double top, int rows)
    {
        var zone = rows >= ManyRows ? SharedZone(ground.Releases) : null;
        var y = top + density.Gap;
        canvas.Text(ground.Words.Releases, density.Heading, Ink.Navy, Left, y, Width);
        if (zone is not null)
            canvas.TextRight(zone, density.Regular, Ink.Black, Left + Width, y, Width / 2);
        y += density.BelowHeading / 2;
        for (var i = 0; i < rows; i++)
            y = Row(canvas, ground.Releases[i], density, y, withZone: zone is null);
        canvas.Rule(Ink.Hairline, Left, y, Width, 0.6);
        return y;
    }

    // A row without a date yet has no zone, and none to differ in.
    private static string? SharedZone(IReadOnlyList<ReleaseRow> rows)
    {
        var zones = rows.Select(row => row.Zone).Where(zone => zone.Length > 0).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return zones.Count == 1 ? zones[0] : null;
    }

    private static double Row(Canvas canvas, ReleaseRow row, Density density, double y, bool withZone)
    {
        canvas.Rule(Ink.Hairline, Left, y, Width, 0.6);
        var first = y + density.Padding + (density.Leading * 0.78);
        var end = canvas.Text(row.When, density.Bold, Ink.Black, Left, first, WhenWidth, 2, density.Leading);
        if (withZone && row.Zone.Length > 0)
            end = canvas.Text(row.Zone, density.Small, Ink.Grey, Left, end + density.Leading, WhenWidth);
        var baseline = first;
        foreach (var title in row.Qualifications)
            baseline = canvas.Text(title, density.Regular, Ink.Black, TitlesLeft, baseline, TitlesWidth, 2, density.Leading) + density.Leading;
        return Math.Max(end, baseline - density.Leading) + (density.Leading * 0.28) + density.Padding;
    }
}
