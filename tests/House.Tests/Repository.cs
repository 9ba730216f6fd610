namespace Exams.House.Tests;

/// <summary>The sources that the tests were built from. Tests that read them are skipped where they are not there (a copied test folder).</summary>
internal static class Repository
{
    private static readonly Lazy<string?> Found = new(FindRoot);

    /// <summary>The folder of <c>Exams.sln</c>; skips the test when there is none above it.</summary>
    public static string Root
    {
        get
        {
            Assert.SkipWhen(Found.Value is null, "The sources are not here: no Exams.sln above the test.");
            return Found.Value!;
        }
    }

    /// <summary>Whether the sources are here; for data of theories, which cannot be skipped while they are gathered.</summary>
    public static bool IsHere => Found.Value is not null;

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Whether there is such a file or folder.</summary>
    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Files below a folder by their paths from the root, what builds leave behind and migrations (generated) left out.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*.cs") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "Migrations"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All C# of the house: what ships and what tests it.</summary>
    public static IReadOnlyList<string> AllCode() => [.. Files("src"), .. Files("tests")];

    private static string? FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Exams.sln")))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
