using System.Text.RegularExpressions;

namespace Exams.House.Tests;

/// <summary>What the pages name is there, and what there is to set is named.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_decision_has_a_number_of_its_own_and_says_it_in_its_title()
    {
        var decisions = Repository.Files("docs/adr", "*.md");

        decisions.Select(Number).Should().Equal(Enumerable.Range(1, decisions.Count), "numbers count up from 1 without a gap");
        decisions.Where(file => !Repository.Read(file).StartsWith($"# {Number(file)}. ", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_decision_gives_context_decision_and_consequences()
    {
        string[] parts = ["## Context", "## Decision", "## Consequences"];

        Repository.Files("docs/adr", "*.md").Where(file => Repository.Read(file) is var text && !parts.All(text.Contains)).Should().BeEmpty();
    }

    [Fact]
    public void Every_decision_that_somebody_points_to_exists()
    {
        var numbers = Repository.Files("docs/adr", "*.md").Select(Number).ToHashSet();
        var pointing =
            from file in Repository.AllCode().Where(file => !file.StartsWith("tests/House", StringComparison.Ordinal)).Concat(Pages()).Append("Dockerfile")
            from Match match in Decision().Matches(Repository.Read(file))
            let number = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value
            where !numbers.Contains(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
            select $"{file}: {match.Value}";

        pointing.Should().BeEmpty();
    }

    [Fact]
    public void Every_link_of_a_page_leads_somewhere()
    {
        var broken =
            from page in Pages()
            from Match match in Link().Matches(Repository.Read(page))
            let target = match.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            where !Repository.Has(Path.Combine(Path.GetDirectoryName(page)!, target))
            select $"{page}: {target}";

        broken.Should().BeEmpty();
    }

    [Fact]
    public void Every_file_and_script_that_a_page_names_exists()
    {
        // Made at run time, or by the scripts.
        string[] made = ["artifacts/", "data", "keys"];
        var missing =
            from page in Pages()
            from Match match in Named().Matches(Repository.Read(page))
            let name = match.Groups[1].Value
            where !made.Any(start => name.StartsWith(start, StringComparison.Ordinal))
            where !Decision().IsMatch(name) // decisions are named by their number, which another test follows
            where !Repository.Has(name) && !Repository.Has(Path.Combine(Path.GetDirectoryName(page)!, name))
            select $"{page}: {name}";

        missing.Distinct().Should().BeEmpty();
    }

    [Fact]
    public void Every_operation_that_README_names_is_among_the_operations() =>
        Operation().Matches(Repository.Read("README.md").Split("## What to read")[0]).Select(match => match.Groups[1].Value)
            .Where(name => !Repository.Has($"schema/operations/{name}.graphql"))
            .Should().BeEmpty();

    [Fact]
    public void Every_setting_that_is_read_is_in_README_and_every_one_in_README_is_read()
    {
        var read = Repository.Files("src").SelectMany(file => Setting().Matches(Repository.Read(file))).Select(match => match.Value).ToHashSet();
        var told = Setting().Matches(Repository.Read("README.md")).Select(match => match.Value).ToHashSet();

        told.Should().BeEquivalentTo(read);
    }

    [Fact]
    public void Every_script_is_named_in_README_or_called_by_one_that_is()
    {
        var scripts = Repository.Files("scripts", "*.sh");

        // That a script names itself tells nobody.
        scripts.Where(file => !scripts.Where(other => other != file).Append("README.md").Append(".ci/run")
                .Any(other => Repository.Read(other).Contains(file, StringComparison.Ordinal)))
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_package_with_a_version_is_used_and_is_in_the_decision_on_packages()
    {
        var versions = Version().Matches(Repository.Read("Directory.Packages.props")).Select(match => match.Groups[1].Value).ToList();
        var projects = string.Concat(Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")).Select(Repository.Read))
            + Repository.Read("Directory.Build.props");
        var decision = Repository.Read("docs/adr/0007-packages.md");
        // Named to pin what other packages bring with them.
        string[] pinned = ["Microsoft.EntityFrameworkCore.Relational", "Npgsql"];

        versions.Where(name => !projects.Contains($"\"{name}\"", StringComparison.Ordinal)).Should().BeEquivalentTo(pinned);
        projects.Split('"').Where(versions.Contains).Distinct().Where(name => !decision.Contains(name, StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static int Number(string file) => int.Parse(Path.GetFileName(file).AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Pages() =>
        Repository.Files("docs", "*.md").Concat(["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "src/GraphQL/README.md"]);

    [GeneratedRegex(@"\bADR ([0-9]+)\b|docs/adr/0*([0-9]+)")]
    private static partial Regex Decision();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:^|`)((?:scripts|src|docs|tests|schema|benchmarks|Domain)/[\w./-]+)", RegexOptions.Multiline)]
    private static partial Regex Named();

    [GeneratedRegex(@"\*(\w+)\*")]
    private static partial Regex Operation();

    [GeneratedRegex(@"\bEXAMS_[A-Z_]+\b")]
    private static partial Regex Setting();

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex Version();
}
