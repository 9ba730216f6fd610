using Exams.Infrastructure.Documents.Pango;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>The colours of a sheet. All of them stay readable on a monochrome printer.</summary>
internal enum Ink
{
    /// <summary>Running text.</summary>
    Black,

    /// <summary>Headings, frames, rules.</summary>
    Navy,

    /// <summary>Labels.</summary>
    Grey,

    /// <summary>Lines between rows.</summary>
    Hairline,

    /// <summary>Ground of the frame.</summary>
    Tint,
}

/// <summary>A page being drawn: text on baselines, rules and boxes, in points from the top left corner.</summary>
/// <param name="press">Shapes the text.</param>
/// <param name="drawing">The page; null lays out without drawing.</param>
internal sealed class Canvas(Press press, DrawingHandle? drawing)
{
    private Ink? _ink;

    /// <summary>A canvas that only reckons where text would end.</summary>
    public Canvas WithoutInk() => new(press, null);

    /// <summary>Shapes and keeps a text that many pages have.</summary>
    public Paragraph Shape(string text, TextStyle style, double width, int maxLines = 1) => press.Keep(text, style, width, maxLines);

    /// <summary>Draws a text that many pages have.</summary>
    /// <returns>The baseline of its last line.</returns>
    public double Text(string text, TextStyle style, Ink ink, double x, double baseline, double width, int maxLines = 1, double leading = 0)
    {
        var paragraph = press.Keep(text, style, width, maxLines);
        Draw(paragraph, ink, x, baseline, leading);
        return baseline + ((paragraph.LineCount - 1) * leading);
    }

    /// <summary>Draws a text that many pages have, ending at the right edge.</summary>
    public void TextRight(string text, TextStyle style, Ink ink, double right, double baseline, double width)
    {
        var paragraph = press.Keep(text, style, width, 1);
        Draw(paragraph, ink, right - paragraph.Width, baseline, 0);
    }

    /// <summary>Draws a text that this page alone has, at the first size at which it fits, or shortened at the last.</summary>
    /// <param name="text">The text.</param>
    /// <param name="face">The face.</param>
    /// <param name="sizes">Sizes to try, largest first.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="baseline">Baseline of the first line.</param>
    /// <param name="width">Points to break at.</param>
    /// <param name="maxLines">Lines allowed.</param>
    /// <param name="language">Han preference, or null.</param>
    /// <returns>The baseline of the last line and what was odd.</returns>
    public Fitted Fit(
        string text, Face face, ReadOnlySpan<double> sizes, double x, double baseline, double width, int maxLines = 1, string? language = null)
    {
        Paragraph paragraph;
        var step = 0;
        while ((paragraph = press.Pass(text, new TextStyle(face, sizes[step]), width, maxLines, language)).IsShortened && step < sizes.Length - 1)
            step++;
        var leading = sizes[step] * 1.25;
        Draw(paragraph, Ink.Black, x, baseline, leading);
        return new Fitted(baseline + ((paragraph.LineCount - 1) * leading), paragraph.IsShortened, paragraph.MissingLetters > 0);
    }

    /// <summary>Draws a horizontal line.</summary>
    public void Rule(Ink ink, double x, double y, double width, double thickness)
    {
        if (drawing is null)
            return;
        Use(drawing, ink);
        NativeCairo.Rectangle(drawing, x, y - (thickness / 2), width, thickness);
        NativeCairo.Fill(drawing);
    }

    /// <summary>Draws a framed box.</summary>
    public void Box(double x, double y, double width, double height)
    {
        if (drawing is null)
            return;
        Use(drawing, Ink.Tint);
        NativeCairo.Rectangle(drawing, x, y, width, height);
        NativeCairo.Fill(drawing);
        Use(drawing, Ink.Navy);
        NativeCairo.SetLineWidth(drawing, 1);
        NativeCairo.Rectangle(drawing, x, y, width, height);
        NativeCairo.Stroke(drawing);
    }

    private void Draw(Paragraph paragraph, Ink ink, double x, double baseline, double leading)
    {
        if (drawing is null)
            return;
        Use(drawing, ink);
        paragraph.Draw(drawing, x, baseline, leading);
    }

    private void Use(DrawingHandle page, Ink ink)
    {
        if (_ink == ink)
            return;
        _ink = ink;
        var (red, green, blue) = ink switch
        {
            Ink.Navy => (0.09, 0.20, 0.38),
            Ink.Grey => (0.36, 0.39, 0.43),
            Ink.Hairline => (0.80, 0.83, 0.87),
            Ink.Tint => (0.945, 0.96, 0.98),
            _ => (0.08, 0.09, 0.11),
        };
        NativeCairo.SetSourceRgb(page, red, green, blue);
    }
}

/// <summary>How a text was fitted.</summary>
/// <param name="Baseline">Baseline of its last line.</param>
/// <param name="IsShortened">It ends in an ellipsis.</param>
/// <param name="HasMissing">A letter has no shape.</param>
internal readonly record struct Fitted(double Baseline, bool IsShortened, bool HasMissing);
