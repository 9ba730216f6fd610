using System.Text.RegularExpressions;

namespace Exams.House.Tests;

/// <summary>Words that hide what a place is for, and words that say it is not finished.</summary>
public sealed partial class WordTests
{
    private static readonly string[] Drawers = ["Common", "Shared", "Utils", "Util", "Utilities", "Helpers", "Helper", "Managers", "Services", "Misc"];

    [Fact]
    public void No_folder_is_a_drawer() =>
        Repository.AllCode().Where(file => Path.GetDirectoryName(file)!.Split('/').Any(part => Drawers.Contains(part, StringComparer.OrdinalIgnoreCase)))
            .Should().BeEmpty();

    [Fact]
    public void No_namespace_is_a_drawer() =>
        Repository.AllCode()
            .Where(file => Spaces().Match(Repository.Read(file)) is { Success: true } space && space.Groups[1].Value.Split('.').Any(Drawers.Contains))
            .Should().BeEmpty();

    [Fact]
    public void Namespaces_of_what_ships_follow_folders_but_for_what_resolvers_and_set_ups_name()
    {
        // Resolvers and set-ups name one namespace for each of these, as in the style that they are written in.
        string[] flat =
        [
            "src/GraphQL/Errors/", "src/GraphQL/Types/Attributes/", "src/GraphQL/Types/Descriptors/", "src/GraphQL/Data/Paging/UsePagingAttribute.cs",
            "src/GraphQL/Execution/Costs/CostMode.cs",
        ];
        var wrong =
            from file in Repository.Files("src")
            where !flat.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
            let space = Spaces().Match(Repository.Read(file))
            where space.Success
            let folder = "Exams." + Path.GetDirectoryName(file)!["src/".Length..].Replace('/', '.')
            where space.Groups[1].Value != folder
            select $"{file}: {space.Groups[1].Value}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_waits_to_be_written() =>
        Repository.AllCode().Concat(Repository.Files("scripts", "*.sh"))
            .Where(file => file != "tests/House.Tests/WordTests.cs" && Unfinished().IsMatch(Repository.Read(file)))
            .Should().BeEmpty();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex Unfinished();
}
