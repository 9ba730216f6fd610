using System.Reflection;
using System.Text.RegularExpressions;

namespace Exams.House.Tests;

/// <summary>Who leans on whom inside the engine: <c>Language ← Types ← Selection ← Validation</c>, <c>Selection ← Execution ← Data, Http</c>.</summary>
public sealed partial class EngineFloorTests
{
    private const string Engine = "Exams.GraphQL";

    /// <summary>Chapter by chapter, what it may lean on besides itself.</summary>
    private static readonly Dictionary<string, string[]> Floors = new()
    {
        ["Language"] = [],
        // Errors are values that every chapter above the text hands over.
        ["Errors"] = ["Language"],
        // The attribute that Types turns into rules; topics that its subscription fields listen to. Neither knows a schema.
        ["Authorization"] = [],
        ["Subscriptions"] = ["Language", "Errors"],
        ["Types"] = ["Language", "Errors", "Authorization", "Subscriptions"],
        ["Selection"] = ["Types", "Language", "Errors"],
        ["Validation"] = ["Selection", "Types", "Language", "Errors"],
        ["Execution"] = ["Selection", "Types", "Language", "Errors"],
        ["Data"] = ["Execution", "Selection", "Types", "Language", "Errors"],
        ["Http"] = ["Execution", "Selection", "Types", "Language", "Errors"],
    };

    /// <summary>Where chapters are put together: these may name all of them, and no chapter may name these.</summary>
    private static readonly string[] Composition = ["Configuration", "Engine"];

    [Fact]
    public void Every_chapter_has_its_floor() =>
        Types().Select(Chapter).Distinct().Should().BeEquivalentTo(Floors.Keys.Concat(Composition));

    [Fact]
    public void Compiled_chapters_lean_only_on_chapters_below_them()
    {
        var wrong =
            from type in Types()
            let here = Chapter(type)
            where !Composition.Contains(here)
            from other in Leanings.Of(type)
            where other.Assembly == type.Assembly && other.Namespace is not null
            let there = Chapter(other)
            where there != here && !Floors[here].Contains(there)
            select $"{here} → {there}: {Outermost(type)} uses {other.Name}";

        wrong.Distinct().Order(StringComparer.Ordinal).Should().BeEmpty();
    }

    [Fact]
    public void Written_chapters_name_only_chapters_below_them()
    {
        var wrong =
            from file in Repository.Files("src/GraphQL")
            let here = file.Split('/') is [_, _, var folder, _, ..] ? folder : "Engine"
            where !Composition.Contains(here)
            from Match use in Chapters().Matches(Repository.Read(file))
            let there = use.Groups[1].Value
            where there != here && !Floors[here].Contains(there)
            select $"{file} names {there}";

        wrong.Distinct().Should().BeEmpty();
    }

    private static IEnumerable<Type> Types() => Assembly.Load(Engine).GetTypes()
        .Where(type => type.Namespace == Engine || type.Namespace?.StartsWith(Engine + ".", StringComparison.Ordinal) == true);

    // At the root of the engine's namespace lie its door, which puts chapters together, and errors.
    // [UsePaging] bears the namespace that the style gives it, and lies in Data, where it belongs.
    private static string Chapter(Type type) => Outermost(type) == "UsePagingAttribute" ? "Data"
        : type.Namespace!.Length > Engine.Length ? type.Namespace[(Engine.Length + 1)..].Split('.')[0]
        : Outermost(type) is "Engine" or "EngineProfile" ? "Engine"
        : "Errors";

    private static string Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type.Name;

    [GeneratedRegex(@"\bExams\.GraphQL\.(Language|Types|Selection|Validation|Execution|Data|Http|Configuration|Authorization|Subscriptions)\b")]
    private static partial Regex Chapters();
}
