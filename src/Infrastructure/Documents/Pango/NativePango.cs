using System.Runtime.InteropServices;

namespace Exams.Infrastructure.Documents.Pango;

/// <summary>The functions of Pango, PangoCairo and GObject that shape and break text. Lengths are 1/1024 point.</summary>
internal static unsafe partial class NativePango
{
    private const string Library = NativeLibraries.Pango;

    [LibraryImport(NativeLibraries.GObject, EntryPoint = "g_object_unref")]
    internal static partial void ObjectUnref(nint instance);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_font_map_new_for_font_type")]
    internal static partial FontMapHandle FontMapNew(int fontType);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_font_map_set_resolution")]
    internal static partial void FontMapSetResolution(FontMapHandle map, double dpi);

    [LibraryImport(NativeLibraries.PangoFt2, EntryPoint = "pango_fc_font_map_set_config")]
    internal static partial void FontMapSetConfig(FontMapHandle map, FontConfigHandle config);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_update_context")]
    internal static partial void UpdateContext(DrawingHandle drawing, TextContextHandle context);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_show_layout_line")]
    internal static partial void ShowLine(DrawingHandle drawing, nint line);

    [LibraryImport(Library, EntryPoint = "pango_font_map_create_context")]
    internal static partial TextContextHandle CreateContext(FontMapHandle map);

    [LibraryImport(Library, EntryPoint = "pango_context_set_round_glyph_positions")]
    internal static partial void SetRoundGlyphPositions(TextContextHandle context, int round);

    [LibraryImport(Library, EntryPoint = "pango_context_set_base_dir")]
    internal static partial void SetBaseDirection(TextContextHandle context, int direction);

    [LibraryImport(Library, EntryPoint = "pango_context_set_language")]
    internal static partial void SetLanguage(TextContextHandle context, nint language);

    [LibraryImport(Library, EntryPoint = "pango_language_from_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint LanguageFromString(string tag);

    [LibraryImport(Library, EntryPoint = "pango_font_description_from_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial FontHandle FontDescriptionFromString(string text);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_absolute_size")]
    internal static partial void FontDescriptionSetSize(FontHandle font, double size);

    [LibraryImport(Library, EntryPoint = "pango_font_description_free")]
    internal static partial void FontDescriptionFree(nint font);

    [LibraryImport(Library, EntryPoint = "pango_attr_list_new")]
    internal static partial AttributesHandle AttrListNew();

    [LibraryImport(Library, EntryPoint = "pango_attr_list_insert")]
    internal static partial void AttrListInsert(AttributesHandle list, nint attribute);

    [LibraryImport(Library, EntryPoint = "pango_attr_list_unref")]
    internal static partial void AttrListUnref(nint list);

    [LibraryImport(Library, EntryPoint = "pango_attr_font_features_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint AttrFontFeatures(string features);

    [LibraryImport(Library, EntryPoint = "pango_attr_language_new")]
    internal static partial nint AttrLanguage(nint language);

    [LibraryImport(Library, EntryPoint = "pango_layout_new")]
    internal static partial LayoutHandle LayoutNew(TextContextHandle context);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_attributes")]
    internal static partial void LayoutSetAttributes(LayoutHandle layout, AttributesHandle attributes);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_font_description")]
    internal static partial void LayoutSetFont(LayoutHandle layout, FontHandle font);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_text")]
    internal static partial void LayoutSetText(LayoutHandle layout, byte* text, int length);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_width")]
    internal static partial void LayoutSetWidth(LayoutHandle layout, int width);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_height")]
    internal static partial void LayoutSetHeight(LayoutHandle layout, int height);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_wrap")]
    internal static partial void LayoutSetWrap(LayoutHandle layout, int wrap);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_ellipsize")]
    internal static partial void LayoutSetEllipsize(LayoutHandle layout, int ellipsize);

    [LibraryImport(Library, EntryPoint = "pango_layout_is_ellipsized")]
    internal static partial int LayoutIsEllipsized(LayoutHandle layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_auto_dir")]
    internal static partial void LayoutSetAutoDirection(LayoutHandle layout, int auto);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_single_paragraph_mode")]
    internal static partial void LayoutSetSingleParagraph(LayoutHandle layout, int single);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_unknown_glyphs_count")]
    internal static partial int LayoutGetUnknownGlyphs(LayoutHandle layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_line_count")]
    internal static partial int LayoutGetLineCount(LayoutHandle layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_line_readonly")]
    internal static partial nint LayoutGetLine(LayoutHandle layout, int index);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_size")]
    internal static partial void LayoutGetSize(LayoutHandle layout, out int width, out int height);
}
