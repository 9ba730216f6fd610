using System.Text.RegularExpressions;

namespace Exams.House.Tests;

/// <summary>Warnings are errors; whoever switches one off says why, beside it.</summary>
public sealed partial class SuppressionTests
{
    [Fact]
    public void Every_disabled_warning_in_code_has_its_reason_on_the_line() =>
        Lines(Repository.AllCode()).Where(one => Disabled().IsMatch(one.Text) && !Reasoned().IsMatch(one.Text))
            .Select(one => one.Place).Should().BeEmpty();

    [Fact]
    public void Every_suppressing_attribute_has_its_justification() =>
        Lines(Repository.AllCode()).Where(one => Attribute().IsMatch(one.Text) && !Justified().IsMatch(one.Text))
            .Select(one => one.Place).Should().BeEmpty();

    [Fact]
    public void Every_warning_that_a_project_or_the_editor_switches_off_has_its_reason_above()
    {
        var files = Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")).Append("Directory.Build.props").Append(".editorconfig");
        var lines = Lines(files).ToList();
        var wrong = lines.Where((one, at) =>
            SwitchedOff().IsMatch(one.Text) && !(at > 0 && Comment().IsMatch(lines[at - 1].Text)) && !SameReason(lines, at));

        wrong.Select(one => one.Place).Should().BeEmpty();
    }

    // A block of switches below one comment shares its reason.
    private static bool SameReason(List<(string Place, string Text)> lines, int at)
    {
        while (at > 0 && lines[at].Text.Trim() is not "" and not ['[', ..] && !Comment().IsMatch(lines[at].Text))
        {
            at--;
        }

        return Comment().IsMatch(lines[at].Text);
    }

    private static IEnumerable<(string Place, string Text)> Lines(IEnumerable<string> files) =>
        from file in files
        where !file.StartsWith("tests/House.Tests/Suppression", StringComparison.Ordinal)
        from line in Repository.Read(file).Split('\n').Index()
        select ($"{file}:{line.Index + 1}", line.Item);

    [GeneratedRegex(@"#pragma warning disable|#nullable disable")]
    private static partial Regex Disabled();

    [GeneratedRegex(@"// \S+ \S+")]
    private static partial Regex Reasoned();

    [GeneratedRegex(@"\[\s*(assembly: )?(Unconditional)?SuppressMessage\(")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"Justification = ""[^""]{10,}")]
    private static partial Regex Justified();

    [GeneratedRegex(@"<NoWarn>|severity = none|<TreatWarningsAsErrors>false|<NuGetAudit>false")]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(@"^\s*#|<!--.*-->")]
    private static partial Regex Comment();
}
