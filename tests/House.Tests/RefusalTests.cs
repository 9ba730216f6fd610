using System.Reflection;
using System.Text.RegularExpressions;
using Exams.Domain.Vocabulary;

namespace Exams.House.Tests;

/// <summary>A refusal is part of the contract: it is described where vendors read, and tried.</summary>
public sealed partial class RefusalTests
{
    /// <summary>Codes that no mutation can give, with the reason. What is loaded is reported by file, line and column instead.</summary>
    private static readonly Dictionary<string, string> NotInTheSchema = new()
    {
        ["SCOPE_NOT_GIVEN"] = "told as invalid_scope where tokens are given out",
        ["FILE_TOO_LARGE"] = "told where files are sent, which is not part of the schema",
        ["FILE_EMPTY"] = "told where files are sent",
        ["TOO_MANY_FILES"] = "told where files are sent",
        ["UPLOAD_NOT_ALLOWED"] = "told where files are sent",
        ["LOAD_HAS_FAULTS"] = "ends the loading of a board; nobody sees it but the loader",
        ["GRADE_AND_OUTCOME_DISAGREE"] = "results come only from files so far",
        ["GRADE_NOT_ON_SCALE"] = "results come only from files so far",
        ["PUM_WITHOUT_GRADE"] = "results come only from files so far",
        ["PUM_OUTSIDE_BAND"] = "results come only from files so far",
    };

    [Fact]
    public void Every_code_that_is_written_belongs_to_one_refusal() =>
        Written().GroupBy(one => one.Code).Where(group => group.Select(one => one.Type).Distinct().Count() > 1)
            .Select(group => group.Key).Should().BeEmpty();

    [Fact]
    public void Every_kind_of_refusal_has_its_code_in_the_sources()
    {
        string[] projects = ["Exams.Domain", "Exams.Infrastructure", "Exams.Api"];
        var kinds = projects.SelectMany(project => Assembly.Load(project).GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)
            .Select(type => type.Name);

        Written().Select(one => one.Type).Should().BeEquivalentTo(kinds, "the other tests here go by what they find in the sources");
    }

    [Fact]
    public void Every_code_is_in_the_texts_of_the_schema()
    {
        var texts = string.Join('\n', Contract.Descriptions().Select(one => one.Text));

        Written().Select(one => one.Code).Where(code => !NotInTheSchema.ContainsKey(code) && !Regex.IsMatch(texts, $@"\b{code}\b"))
            .Should().BeEmpty();
    }

    [Fact]
    public void What_the_schema_calls_a_code_can_be_given()
    {
        var known = Written().Select(one => one.Code).ToHashSet();

        Contract.Descriptions()
            .SelectMany(one => CodeLists().Matches(one.Text).SelectMany(list => CodeNames().Matches(list.Value)), (one, code) => (one.Place, code.Value))
            .Where(one => !known.Contains(one.Value))
            .Should().BeEmpty();
    }

    [Fact]
    public void What_is_said_to_be_missing_from_the_schema_is() =>
        NotInTheSchema.Keys.Where(code => Repository.Read("schema/exams.graphql").Contains(code, StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Every_code_is_asserted_in_some_test()
    {
        var tests = string.Join('\n', Repository.Files("tests").Where(file => !file.StartsWith("tests/House", StringComparison.Ordinal)).Select(Repository.Read));

        // By its code, or by its kind.
        Written().Where(one => one.Code != "LOAD_HAS_FAULTS") // ends a transaction; what a load answers is its list of faults
            .Where(one => !tests.Contains('"' + one.Code + '"', StringComparison.Ordinal) && !Regex.IsMatch(tests, $@"\b{one.Type}\b"))
            .Select(one => one.Code)
            .Should().BeEmpty();
    }

    private static List<(string Type, string Code)> Written() =>
    [
        .. Repository.Files("src").Where(file => !file.StartsWith("src/GraphQL", StringComparison.Ordinal))
            .SelectMany(file => Declarations().Matches(Repository.Read(file)))
            .Select(match => (match.Groups["type"].Value, match.Groups["code"].Value)),
    ];

    [GeneratedRegex(@"record (?<type>\w+)(\((?:[^()]|\(\))*\))?\s*:\s*Refusal\(\s*""(?<code>[A-Z_]+)""")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"Codes: [^.]*\.")]
    private static partial Regex CodeLists();

    [GeneratedRegex(@"\b[A-Z]+(_[A-Z]+)+\b")]
    private static partial Regex CodeNames();
}
