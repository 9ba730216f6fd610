using System.Globalization;
using System.Runtime.InteropServices;

namespace Exams.Infrastructure.Documents.Pango;

/// <summary>One PDF of A4 pages, written as it is drawn.</summary>
internal sealed class PdfDocument : IDisposable
{
    /// <summary>A4 width in points.</summary>
    public const double Width = 210 / 25.4 * 72;

    /// <summary>A4 height in points.</summary>
    public const double Height = 297 / 25.4 * 72;

    private const int Title = 0, Creator = 4, CreateDate = 5, ModifyDate = 6;

    private readonly PdfSink _sink;
    private readonly SurfaceHandle _surface;

    /// <summary>Begins a document.</summary>
    /// <param name="target">Receives the bytes; stays open.</param>
    /// <param name="title">Shown by viewers.</param>
    /// <param name="at">The document's date. Cairo would write the clock's otherwise.</param>
    public unsafe PdfDocument(Stream target, string title, DateTimeOffset at)
    {
        _sink = new PdfSink(target);
        _surface = NativeCairo.PdfSurfaceCreate(PdfSink.Function, _sink.Closure, Width, Height);
        Drawing = NativeCairo.Create(_surface);
        var date = at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        NativeCairo.PdfSurfaceSetMetadata(_surface, Title, title);
        NativeCairo.PdfSurfaceSetMetadata(_surface, Creator, "Exams");
        NativeCairo.PdfSurfaceSetMetadata(_surface, CreateDate, date);
        NativeCairo.PdfSurfaceSetMetadata(_surface, ModifyDate, date);
        Check();
    }

    /// <summary>What pages are drawn with.</summary>
    public DrawingHandle Drawing { get; }

    /// <summary>Names the page being drawn in viewers' page lists.</summary>
    public void Label(string label) => NativeCairo.PdfSurfaceSetPageLabel(_surface, label);

    /// <summary>Ends the page; its bytes leave.</summary>
    /// <exception cref="IOException">The stream refused them.</exception>
    public void EndPage()
    {
        NativeCairo.ShowPage(Drawing);
        Check();
    }

    /// <summary>Ends the document; the fonts leave.</summary>
    /// <exception cref="IOException">The stream refused them.</exception>
    public void Finish()
    {
        NativeCairo.SurfaceFinish(_surface);
        Check();
        _sink.Flush();
    }

    /// <summary>Frees everything, at any point. The surface goes before the sink, because it may still write.</summary>
    public void Dispose()
    {
        Drawing.Dispose();
        _surface.Dispose();
        _sink.Dispose();
    }

    private void Check()
    {
        if (_sink.Failure is not null)
            throw new IOException("The stream refused the document.", _sink.Failure);
        var status = NativeCairo.Status(Drawing);
        if (status == 0)
            status = NativeCairo.SurfaceStatus(_surface);
        if (status != 0)
            throw new InvalidOperationException($"Cairo could not draw: {Marshal.PtrToStringUTF8(NativeCairo.StatusToString(status))}.");
    }
}
