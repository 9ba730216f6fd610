using System.Globalization;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>The lower part of a sheet: when results are released, how to sign in, whom to ask, what to remember.</summary>
/// <remarks>It is laid out without ink first, and the roomiest density that fits is drawn, so that every sheet is one page.</remarks>
internal static class SheetGuide
{
    private const double Bottom = Pango.PdfDocument.Height - 46;
    private const double Left = SheetPage.Left;
    private const double Width = SheetPage.Width;
    private const double Indent = 16;
    private const int MostLines = 12;

    /// <summary>Draws the guide below <paramref name="top"/>.</summary>
    /// <returns>True when even the closest setting had to leave release lines out.</returns>
    public static bool Draw(Canvas canvas, SheetGround ground, double top)
    {
        var dry = canvas.WithoutInk();
        foreach (var density in Density.Steps)
        {
            if (Flow(dry, ground, density, top, ground.Releases.Count) > Bottom)
                continue;
            Flow(canvas, ground, density, top, ground.Releases.Count);
            return false;
        }

        var rows = ground.Releases.Count;
        while (rows > 0 && Flow(dry, ground, Density.Steps[^1], top, rows) > Bottom)
            rows--;
        Flow(canvas, ground, Density.Steps[^1], top, rows);
        return true;
    }

    // Every part takes the y at which the ink above it ends, and returns where its own ends.
    private static double Flow(Canvas canvas, SheetGround ground, Density density, double top, int rows)
    {
        var words = ground.Words;
        var y = ReleaseTable.Draw(canvas, ground, density, top, rows);
        y = Heading(canvas, words.SignIn, density, y);
        y = List(canvas, words.Steps, density, y, index => (index + 1).ToString(CultureInfo.InvariantCulture) + ".");
        y = Heading(canvas, words.Ask, density, y);
        y = canvas.Text(words.Contact, density.Bold, Ink.Black, Left, y, Width, MostLines, density.Leading) + density.Leading;
        y = canvas.Text(words.Help, density.Regular, Ink.Black, Left, y, Width, MostLines, density.Leading) + density.Descent;
        y = Heading(canvas, words.Remember, density, y);
        return List(canvas, words.Notes, density, y, _ => "•");
    }

    private static double Heading(Canvas canvas, string text, Density density, double y)
    {
        canvas.Text(text, density.Heading, Ink.Navy, Left, y + density.Gap, Width);
        return y + density.Gap + density.BelowHeading;
    }

    private static double List(Canvas canvas, IReadOnlyList<string> items, Density density, double baseline, Func<int, string> mark)
    {
        for (var i = 0; i < items.Count; i++)
        {
            canvas.Text(mark(i), density.Regular, Ink.Navy, Left, baseline, Indent);
            baseline = canvas.Text(items[i], density.Regular, Ink.Black, Left + Indent, baseline, Width - Indent, MostLines, density.Leading)
                + density.Leading + 2;
        }

        return baseline - density.Leading - 2 + density.Descent;
    }
}
