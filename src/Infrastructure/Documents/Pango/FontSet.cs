using System.Security;

namespace Exams.Infrastructure.Documents.Pango;

/// <summary>Which fonts a press may use: a private folder and nothing else, or the system's.</summary>
/// <param name="Folder">A folder that exists, searched with its subfolders; null means the system's fonts.</param>
/// <remarks>With a private folder the page does not depend on the machine. Fallback between the fonts is Fontconfig's.</remarks>
internal sealed record FontSet(string? Folder)
{
    // PANGO_CAIRO's FreeType back end; the defaults of macOS and Windows would not take private fonts.
    private const int FreeType = 1;

    // Plex stands before Noto for Arabic: Noto draws a letter's dots apart, and readers of the PDF then see spaces inside words.
    private const string Families = "Noto Sans, IBM Plex Sans Arabic, Noto Sans Arabic";

    /// <summary>Family list for running text.</summary>
    public string Sans => Folder is null ? $"{Families}, DejaVu Sans, sans-serif" : Families;

    /// <summary>Family list for what is typed character by character.</summary>
    public string Mono => Folder is null ? "Noto Sans Mono, DejaVu Sans Mono, monospace" : "Noto Sans Mono";

    /// <summary>Makes a font map of its own for the calling thread.</summary>
    public FontMapHandle CreateMap()
    {
        var map = NativePango.FontMapNew(FreeType);
        if (map.IsInvalid)
            throw new SheetsMustWaitException("Pango was built without FreeType and cannot print.");
        // At 72 dots an inch a point is a unit of the page.
        NativePango.FontMapSetResolution(map, 72);
        if (Folder is not null)
        {
            using var config = Configure(Folder);
            NativePango.FontMapSetConfig(map, config);
        }

        return map;
    }

    private static FontConfigHandle Configure(string folder)
    {
        var config = NativeFontconfig.ConfigCreate();
        var dir = SecurityElement.Escape(folder);
        // The cache spares each press from reading the Han font again; where the folder is read-only it is simply not written.
        var cache = SecurityElement.Escape(Path.Combine(folder, ".cache"));
        var xml = $"<fontconfig><dir>{dir}</dir><cachedir>{cache}</cachedir></fontconfig>";
        if (NativeFontconfig.ConfigParse(config, xml, complain: 0) == 0 || NativeFontconfig.ConfigBuildFonts(config) == 0)
        {
            config.Dispose();
            throw new SheetsMustWaitException("The folder of private fonts cannot be read.");
        }

        return config;
    }
}
