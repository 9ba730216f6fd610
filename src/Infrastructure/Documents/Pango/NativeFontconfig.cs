using System.Runtime.InteropServices;

namespace Exams.Infrastructure.Documents.Pango;

/// <summary>The functions of Fontconfig that make a private set of fonts.</summary>
internal static partial class NativeFontconfig
{
    private const string Library = NativeLibraries.Fontconfig;

    [LibraryImport(Library, EntryPoint = "FcConfigCreate")]
    internal static partial FontConfigHandle ConfigCreate();

    [LibraryImport(Library, EntryPoint = "FcConfigParseAndLoadFromMemory", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ConfigParse(FontConfigHandle config, string xml, int complain);

    [LibraryImport(Library, EntryPoint = "FcConfigBuildFonts")]
    internal static partial int ConfigBuildFonts(FontConfigHandle config);

    [LibraryImport(Library, EntryPoint = "FcConfigDestroy")]
    internal static partial void ConfigDestroy(nint config);
}
