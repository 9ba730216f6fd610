namespace Exams.Infrastructure.Documents.Pango;

/// <summary>Fonts and shaped paragraphs of one thread. Made, used and disposed on that thread.</summary>
/// <remarks>Shaping is half of the work of a page, and most of a page says what the page before said: such paragraphs are kept.</remarks>
internal sealed class Press : IDisposable
{
    // Generous for one centre's sheets; a run with more variety only shapes more often.
    private const int MostKept = 1024;

    private const int LeftToRight = 0;

    private readonly FontSet _fonts;
    private readonly FontMapHandle _map;
    private readonly TextContextHandle _context;
    private readonly Dictionary<TextStyle, FontHandle> _styles = [];
    private readonly Dictionary<string, AttributesHandle> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, TextStyle, double, int), Paragraph> _kept = [];
    private readonly Paragraph _passing;

    /// <summary>Sets up the fonts.</summary>
    /// <exception cref="SheetsMustWaitException">A library is missing or the fonts cannot be read.</exception>
    public Press(FontSet fonts)
    {
        var missing = NativeLibraries.FindMissing();
        if (missing.Count > 0)
            throw new SheetsMustWaitException($"Printing needs {string.Join(", ", missing)}.");
        _fonts = fonts;
        _map = fonts.CreateMap();
        _context = NativePango.CreateContext(_map);
        NativePango.SetRoundGlyphPositions(_context, 0);
        NativePango.SetBaseDirection(_context, LeftToRight);
        NativePango.SetLanguage(_context, NativePango.LanguageFromString("en"));
        AdoptPdfMetrics();
        _passing = new Paragraph(_context, ownDirection: true);
    }

    /// <summary>A paragraph that many pages repeat. Valid until the next call that keeps one.</summary>
    public Paragraph Keep(string text, TextStyle style, double width, int maxLines)
    {
        var key = (text, style, width, maxLines);
        if (_kept.TryGetValue(key, out var paragraph))
            return paragraph;
        if (_kept.Count >= MostKept)
            Forget();
        paragraph = new Paragraph(_context, ownDirection: false);
        paragraph.Set(text, Font(style), Attributes(""), width, maxLines);
        _kept.Add(key, paragraph);
        return paragraph;
    }

    /// <summary>A paragraph that this page alone has. Valid until the next call; nothing of it is kept.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">Face and size.</param>
    /// <param name="width">Points to break at.</param>
    /// <param name="maxLines">Lines allowed.</param>
    /// <param name="language">BCP 47 tag that chooses among the shapes of one letter, or null.</param>
    public Paragraph Pass(string text, TextStyle style, double width, int maxLines, string? language = null)
    {
        _passing.Set(text, Font(style), Attributes(language ?? ""), width, maxLines);
        return _passing;
    }

    /// <summary>Frees everything.</summary>
    public void Dispose()
    {
        Forget();
        _passing.Dispose();
        foreach (var font in _styles.Values)
            font.Dispose();
        foreach (var list in _attributes.Values)
            list.Dispose();
        _context.Dispose();
        _map.Dispose();
    }

    private void Forget()
    {
        foreach (var paragraph in _kept.Values)
            paragraph.Dispose();
        _kept.Clear();
    }

    // Text is measured as a PDF draws it (no hinting, no whole pixels) only after the context has seen a PDF.
    private void AdoptPdfMetrics()
    {
        using var pdf = new PdfDocument(Stream.Null, "", DateTimeOffset.UnixEpoch);
        NativePango.UpdateContext(pdf.Drawing, _context);
    }

    private FontHandle Font(TextStyle style)
    {
        if (_styles.TryGetValue(style, out var font))
            return font;
        font = NativePango.FontDescriptionFromString(style.Face switch
        {
            Face.Bold => $"{_fonts.Sans} Bold",
            Face.Mono => _fonts.Mono,
            _ => _fonts.Sans,
        });
        NativePango.FontDescriptionSetSize(font, style.Size * 1024);
        _styles.Add(style, font);
        return font;
    }

    private AttributesHandle Attributes(string language)
    {
        if (_attributes.TryGetValue(language, out var list))
            return list;
        list = NativePango.AttrListNew();
        // A ligature such as "fi" pulls in a second subset of the whole font.
        NativePango.AttrListInsert(list, NativePango.AttrFontFeatures("liga=0, clig=0"));
        if (language.Length > 0)
            NativePango.AttrListInsert(list, NativePango.AttrLanguage(NativePango.LanguageFromString(language)));
        _attributes.Add(language, list);
        return list;
    }
}
