using System.Text.Json;

namespace Exams.GraphQL.Tests;

/// <summary>Cases recorded from other people's test suites. They lie beside the repository, never in it.</summary>
public static class Vectors
{
    private static readonly string? Folder = Find();

    /// <summary>All cases of a file; skips the test when the data is not there.</summary>
    public static JsonElement[] Load(string file)
    {
        Assert.SkipWhen(Folder is null, "The recorded cases (../shared/graphql/vectors) are not here.");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, file)));
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    /// <summary>The one object that a file holds; skips the test when the data is not there.</summary>
    public static JsonElement LoadObject(string file)
    {
        Assert.SkipWhen(Folder is null, "The recorded cases (../shared/graphql/vectors) are not here.");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, file)));
        return document.RootElement.Clone();
    }

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "graphql", "vectors");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
