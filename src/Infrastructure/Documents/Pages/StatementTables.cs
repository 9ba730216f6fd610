using Exams.Infrastructure.Documents.Pango;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>The entries and the timetable of a statement.</summary>
/// <remarks>They are laid out without ink first, and the roomiest density that fits is drawn, so that every statement is one page. Where even
/// the closest does not hold everything, subjects are kept to one line; then exams are left out and then entries, and the page says how many.</remarks>
internal static class StatementTables
{
    private const double Left = SheetPage.Left;
    private const double Width = SheetPage.Width;
    private const double Between = 10;

    // The columns of entries: code, subject, option, components, remarks.
    private static readonly double[] ColumnWidths = [28, 222, 34, 74, Width - 358 - (4 * Between)];

    // Up to so many exams stand in one column.
    private const int MostInOneColumn = 10;

    /// <summary>Draws both tables between <paramref name="top"/> and <paramref name="bottom"/>.</summary>
    /// <returns>True when lines had to be left out.</returns>
    public static bool Draw(Canvas canvas, PreparedStatement statement, double top, double bottom)
    {
        var dry = canvas.WithoutInk();
        var (entries, exams) = (statement.Entries.Count, statement.Exams.Count);
        var closest = Density.Steps[^1];
        foreach (var (density, lines) in Density.Steps.Select(step => (step, 2)).Append((closest, 1)))
        {
            if (Flow(dry, statement, density, lines, top, entries, exams) > bottom)
                continue;
            Flow(canvas, statement, density, lines, top, entries, exams);
            return false;
        }

        while (entries + exams > 0 && Flow(dry, statement, closest, 1, top, entries, exams) > bottom)
        {
            if (exams > 0)
                exams--;
            else
                entries--;
        }

        Flow(canvas, statement, closest, 1, top, entries, exams);
        return true;
    }

    // Every part takes the y at which the ink above it ends, and returns where its own ends.
    private static double Flow(Canvas canvas, PreparedStatement statement, Density density, int lines, double top, int entries, int exams)
    {
        var words = statement.Ground.Words;
        var y = Heading(canvas, words.Entries, density, top);
        y = Cells(canvas, words.Columns, density.Small, Ink.Grey, density, y, maxLines: 1);
        foreach (var entry in statement.Entries.Take(entries))
            y = Cells(canvas, [entry.Syllabus, entry.Title, entry.Option, entry.Components, entry.Remarks], density.Regular, Ink.Black, density, y, lines);
        canvas.Rule(Ink.Hairline, Left, y, Width, 0.6);

        y = Heading(canvas, words.Exams, density, y);
        y = statement.Exams.Count == 0
            ? canvas.Text(words.NoExams, density.Regular, Ink.Black, Left, y + (density.Leading * 0.6), Width) + density.Descent
            : Exams(canvas, [.. statement.Exams.Take(exams)], density, y);
        var left = statement.Entries.Count + statement.Exams.Count - entries - exams;
        return left == 0 ? y : canvas.Text(statement.More(left), density.Bold, Ink.Black, Left, y + density.Leading, Width) + density.Descent;
    }

    private static double Heading(Canvas canvas, string text, Density density, double y)
    {
        var baseline = y + (density.Gap * 0.8);
        canvas.Text(text, density.Heading, Ink.Navy, Left, baseline, Width);
        return baseline + (density.Leading * 0.5);
    }

    private static double Cells(Canvas canvas, IReadOnlyList<string> cells, TextStyle style, Ink ink, Density density, double y, int maxLines)
    {
        canvas.Rule(Ink.Hairline, Left, y, Width, 0.6);
        var (x, first) = (Left, y + (density.Padding / 2) + (density.Leading * 0.78));
        var last = first;
        for (var i = 0; i < ColumnWidths.Length; i++)
        {
            last = Math.Max(last, canvas.Text(cells[i], style, ink, x, first, ColumnWidths[i], maxLines, density.Leading));
            x += ColumnWidths[i] + Between;
        }

        return last + (density.Leading * 0.28) + (density.Padding / 2);
    }

    // In the order of time, down the first column and then down the second.
    private static double Exams(Canvas canvas, IReadOnlyList<StatementExam> exams, Density density, double top)
    {
        var columns = exams.Count > MostInOneColumn ? 2 : 1;
        var (rows, width) = ((exams.Count + columns - 1) / columns, (Width - ((columns - 1) * 2 * Between)) / columns);
        var (whenWidth, lengthWidth) = (density.Body * 11.5, density.Body * 6);
        for (var i = 0; i < exams.Count; i++)
        {
            var x = Left + (i / rows * (width + (2 * Between)));
            var y = top + (i % rows * (density.Leading + (density.Padding / 2)));
            canvas.Rule(Ink.Hairline, x, y, width, 0.6);
            var baseline = y + (density.Padding / 4) + (density.Leading * 0.78);
            canvas.Text(exams[i].When, density.Regular, Ink.Black, x, baseline, whenWidth);
            canvas.Text(exams[i].What, density.Regular, Ink.Black, x + whenWidth + 6, baseline, width - whenWidth - lengthWidth - 12);
            canvas.TextRight(exams[i].Length, density.Regular, Ink.Black, x + width, baseline, lengthWidth);
        }

        return top + (rows * (density.Leading + (density.Padding / 2)));
    }
}
