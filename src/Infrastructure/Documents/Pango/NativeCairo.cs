using System.Runtime.InteropServices;

namespace Exams.Infrastructure.Documents.Pango;

/// <summary>The functions of cairo that a page needs. Lengths are points; status 0 is success.</summary>
internal static unsafe partial class NativeCairo
{
    private const string Library = NativeLibraries.Cairo;

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    internal static partial SurfaceHandle PdfSurfaceCreate(
        delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_metadata", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void PdfSurfaceSetMetadata(SurfaceHandle surface, int key, string value);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_page_label", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void PdfSurfaceSetPageLabel(SurfaceHandle surface, string label);

    [LibraryImport(Library, EntryPoint = "cairo_recording_surface_create")]
    internal static partial SurfaceHandle RecordingSurfaceCreate(int content, double* extents);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_surface")]
    internal static partial void SetSourceSurface(DrawingHandle drawing, SurfaceHandle source, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_paint")]
    internal static partial void Paint(DrawingHandle drawing);

    [LibraryImport(Library, EntryPoint = "cairo_surface_finish")]
    internal static partial void SurfaceFinish(SurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    internal static partial int SurfaceStatus(SurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    internal static partial void SurfaceDestroy(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    internal static partial DrawingHandle Create(SurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    internal static partial void Destroy(nint drawing);

    [LibraryImport(Library, EntryPoint = "cairo_status")]
    internal static partial int Status(DrawingHandle drawing);

    [LibraryImport(Library, EntryPoint = "cairo_status_to_string")]
    internal static partial nint StatusToString(int status);

    [LibraryImport(Library, EntryPoint = "cairo_show_page")]
    internal static partial void ShowPage(DrawingHandle drawing);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    internal static partial void MoveTo(DrawingHandle drawing, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    internal static partial void Rectangle(DrawingHandle drawing, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    internal static partial void Fill(DrawingHandle drawing);

    [LibraryImport(Library, EntryPoint = "cairo_stroke")]
    internal static partial void Stroke(DrawingHandle drawing);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_width")]
    internal static partial void SetLineWidth(DrawingHandle drawing, double width);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgb")]
    internal static partial void SetSourceRgb(DrawingHandle drawing, double red, double green, double blue);
}
