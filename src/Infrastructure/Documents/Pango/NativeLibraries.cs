using System.Reflection;
using System.Runtime.InteropServices;

namespace Exams.Infrastructure.Documents.Pango;

/// <summary>Finds the text and drawing libraries under the names they have on each system.</summary>
internal static class NativeLibraries
{
    /// <summary>Logical names, as written in the import declarations.</summary>
    public const string Cairo = "cairo", Pango = "pango", PangoCairo = "pangocairo", PangoFt2 = "pangoft2", GObject = "gobject",
        Fontconfig = "fontconfig";

    private static readonly (string Name, string Linux, string Mac, string Windows)[] Files =
    [
        (Cairo, "libcairo.so.2", "libcairo.2.dylib", "libcairo-2.dll"),
        (Pango, "libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll"),
        (PangoCairo, "libpangocairo-1.0.so.0", "libpangocairo-1.0.0.dylib", "libpangocairo-1.0-0.dll"),
        (PangoFt2, "libpangoft2-1.0.so.0", "libpangoft2-1.0.0.dylib", "libpangoft2-1.0-0.dll"),
        (GObject, "libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
        (Fontconfig, "libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
    ];

    // Homebrew's folders are not on the loader's path.
    private static readonly string[] MacFolders = ["/opt/homebrew/lib/", "/usr/local/lib/", ""];

    static NativeLibraries() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);

    /// <summary>Tries every library.</summary>
    /// <returns>File names that could not be loaded; empty when all are there.</returns>
    public static IReadOnlyList<string> FindMissing() =>
        [.. Files.Where(file => Load(file.Name) == 0).Select(file => FileName(file.Name))];

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => Load(name);

    // Zero lets the runtime go on by its own rules, which is right for the libraries of others.
    private static nint Load(string name)
    {
        var file = FileName(name);
        if (file.Length == 0)
            return 0;
        foreach (var folder in OperatingSystem.IsMacOS() ? MacFolders : [""])
        {
            if (NativeLibrary.TryLoad(folder + file, out var handle))
                return handle;
        }

        return 0;
    }

    private static string FileName(string name)
    {
        foreach (var file in Files)
        {
            if (file.Name == name)
                return OperatingSystem.IsWindows() ? file.Windows : OperatingSystem.IsMacOS() ? file.Mac : file.Linux;
        }

        return "";
    }
}
