using System.Buffers;
using System.Text;

namespace Exams.Infrastructure.Documents.Pango;

/// <summary>Text that was shaped and broken into lines.</summary>
internal sealed unsafe class Paragraph : IDisposable
{
    private const int Units = 1024, WrapWordThenLetter = 2, EllipsizeEnd = 3;

    private readonly LayoutHandle _layout;
    private double? _width;

    /// <summary>An empty paragraph in a text context.</summary>
    /// <param name="context">The context.</param>
    /// <param name="ownDirection">True to take the direction of the first letter, which is right for a name that stands alone; false for
    /// English sentences, which stay left to right when a name in them is not.</param>
    public Paragraph(TextContextHandle context, bool ownDirection)
    {
        _layout = NativePango.LayoutNew(context);
        NativePango.LayoutSetWrap(_layout, WrapWordThenLetter);
        NativePango.LayoutSetEllipsize(_layout, EllipsizeEnd);
        NativePango.LayoutSetSingleParagraph(_layout, 1);
        NativePango.LayoutSetAutoDirection(_layout, ownDirection ? 1 : 0);
    }

    /// <summary>How many lines there are; at least one.</summary>
    public int LineCount { get; private set; } = 1;

    /// <summary>Width of the longest line, in points.</summary>
    public double Width
    {
        get
        {
            if (_width is null)
            {
                NativePango.LayoutGetSize(_layout, out var width, out _);
                _width = (double)width / Units;
            }

            return _width.Value;
        }
    }

    /// <summary>True when the text did not fit its lines and ends in an ellipsis.</summary>
    public bool IsShortened => NativePango.LayoutIsEllipsized(_layout) != 0;

    /// <summary>Letters that no font has a shape for; each is drawn as a box.</summary>
    public int MissingLetters => NativePango.LayoutGetUnknownGlyphs(_layout);

    /// <summary>Replaces the text.</summary>
    /// <param name="text">One paragraph, without NUL.</param>
    /// <param name="font">The font.</param>
    /// <param name="attributes">Font features and language.</param>
    /// <param name="width">Points to break at.</param>
    /// <param name="maxLines">Lines allowed; what does not fit ends in an ellipsis.</param>
    public void Set(string text, FontHandle font, AttributesHandle attributes, double width, int maxLines)
    {
        NativePango.LayoutSetFont(_layout, font);
        NativePango.LayoutSetAttributes(_layout, attributes);
        NativePango.LayoutSetWidth(_layout, (int)(width * Units));
        NativePango.LayoutSetHeight(_layout, -maxLines);
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = length > 1024 ? ArrayPool<byte>.Shared.Rent(length) : null;
        var utf8 = rented ?? stackalloc byte[1024];
        length = Encoding.UTF8.GetBytes(text, utf8);
        fixed (byte* first = utf8)
            NativePango.LayoutSetText(_layout, first, length);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        LineCount = Math.Min(NativePango.LayoutGetLineCount(_layout), maxLines);
        _width = null;
    }

    /// <summary>Draws the lines at a fixed leading, so that a tall script does not move what comes below.</summary>
    /// <param name="drawing">The page.</param>
    /// <param name="x">Left edge, points.</param>
    /// <param name="baseline">Baseline of the first line, points.</param>
    /// <param name="leading">From baseline to baseline, points.</param>
    public void Draw(DrawingHandle drawing, double x, double baseline, double leading)
    {
        for (var i = 0; i < LineCount; i++)
        {
            NativeCairo.MoveTo(drawing, x, baseline + (i * leading));
            NativePango.ShowLine(drawing, NativePango.LayoutGetLine(_layout, i));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _layout.Dispose();
}
