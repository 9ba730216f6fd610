namespace Exams.Api.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Operation(string name) => File.ReadAllText(Path.Combine(Root, "schema", "operations", $"{name}.graphql"));

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Exams.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from within the repository.");
    }
}
