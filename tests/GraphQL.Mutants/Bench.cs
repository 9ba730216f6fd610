namespace Exams.GraphQL.Mutants;

/// <summary>A copy of the built tests, in which the engine can be changed without disturbing anybody.</summary>
internal static class Bench
{
    /// <summary>Copies the tests' program.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="folder">Where the copy goes.</param>
    /// <returns>The program's folder in the copy.</returns>
    public static string Lay(string root, string folder)
    {
        var from = Path.Combine(root, "tests/GraphQL.Tests/bin/Debug/net10.0");
        // Laid out as the repository is: tests find their data by walking up.
        var home = Path.Combine(folder, "repository/tests/GraphQL.Tests/bin/Debug/net10.0");
        if (Directory.Exists(home))
        {
            Directory.Delete(home, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(home, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        var data = Path.GetFullPath(Path.Combine(root, "../shared"));
        if (Directory.Exists(data) && !Directory.Exists(Path.Combine(folder, "shared")))
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "shared"), data);
        }

        File.Copy(Path.Combine(root, "Exams.sln"), Path.Combine(folder, "repository/Exams.sln"), overwrite: true);
        return home;
    }
}
