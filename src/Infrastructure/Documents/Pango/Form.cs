namespace Exams.Infrastructure.Documents.Pango;

/// <summary>A drawing that many pages of one document share. The document holds it once; a page only names it.</summary>
internal sealed unsafe class Form : IDisposable
{
    private const int ColorAndAlpha = 0x3000;

    private readonly SurfaceHandle _surface;

    /// <summary>Records a drawing of a whole page.</summary>
    /// <param name="draw">Draws it. Tags may not be used: cairo 1.16 does not survive them in a recording.</param>
    public Form(Action<DrawingHandle> draw)
    {
        var page = stackalloc double[] { 0, 0, PdfDocument.Width, PdfDocument.Height };
        _surface = NativeCairo.RecordingSurfaceCreate(ColorAndAlpha, page);
        using var drawing = NativeCairo.Create(_surface);
        draw(drawing);
    }

    /// <summary>Puts it on a page.</summary>
    public void Stamp(DrawingHandle page)
    {
        NativeCairo.SetSourceSurface(page, _surface, 0, 0);
        NativeCairo.Paint(page);
    }

    /// <inheritdoc/>
    public void Dispose() => _surface.Dispose();
}
