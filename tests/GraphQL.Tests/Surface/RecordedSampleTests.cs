using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>What the package answered to the sample, asked of our engine, all of it but recorded bugs. Where we answer otherwise stands
/// in tests/GraphQL.LibraryHost/DEVIATIONS.md by name, with the reason, and nowhere else.</summary>
public sealed partial class RecordedSampleTests(LibraryProcess library) : IClassFixture<LibraryProcess>
{
    [Fact]
    public async Task The_sample_answers_as_it_did_with_the_package_but_where_the_list_says_otherwise()
    {
        Assert.SkipWhen(LibraryProcess.Sample is null, "The recorded sample (../shared/hotchocolate/library) is not here.");
        var text = await File.ReadAllTextAsync(Path.Combine(LibraryProcess.Sample!.FullName, "vectors.json"), TestContext.Current.CancellationToken);
        var listed = Listed();
        var exchange = new RecordedExchange(library.Client);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var vector in JsonNode.Parse(text)!.AsArray().Select(v => new RecordedVector(v!.AsObject())).Where(v => !v.IsQuirk))
        {
            asked.Add(vector.Name);
            var answer = await exchange.RunAsync(vector);
            var expected = RecordedAnswer.Canonical(vector.Expected, vector.ComparesTail);
            var actual = RecordedAnswer.Canonical(answer, vector.ComparesTail);
            if ((expected == actual) == listed.Contains(vector.Name))
            {
                wrong.Add(expected == actual
                    ? $"{vector.Name} is listed as a deviation and is none"
                    : $"{vector.Name}\n  expected {expected}\n  answered {actual}");
            }
        }

        asked.Should().HaveCountGreaterThan(300).And.Contain(listed);
        wrong.Should().BeEmpty();
    }

    // The first column of the table.
    private static HashSet<string> Listed()
    {
        var rows = File.ReadLines(Path.Combine(LibraryProcess.Host, "DEVIATIONS.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal));
        return [.. rows.SelectMany(r => Name().Matches(r.Split('|')[1])).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex Name();
}
