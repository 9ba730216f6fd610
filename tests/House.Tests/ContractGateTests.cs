using System.Globalization;

namespace Exams.House.Tests;

/// <summary>What clients were given is not taken from them unawares (docs/integrators.md, "What may change").</summary>
public sealed class ContractGateTests
{
    private static readonly DateOnly Released = new(2026, 1, 5);

    [Fact]
    public void The_contract_keeps_what_the_last_released_one_promised()
    {
        Assert.SkipUnless(Repository.Has("schema/released"), "Nothing is released yet.");
        var last = Repository.Files("schema/released", "*.graphql")[^1];
        var on = DateOnly.ParseExact(Path.GetFileNameWithoutExtension(last), "yyyy-MM-dd", CultureInfo.InvariantCulture);

        ContractGate.Faults(Repository.Read(last), on, Repository.Read("schema/exams.graphql"), Repository.Read("CHANGELOG.md")).Should().BeEmpty();
    }

    [Fact]
    public void Every_deprecation_says_when_its_member_goes_and_was_told_three_months_before() =>
        ContractGate.UnclearDeprecations(Repository.Read("schema/exams.graphql"), Repository.Read("CHANGELOG.md")).Should().BeEmpty();

    [Theory]
    [InlineData("type Query { a: Int }", "type Query { a: Int b: Int }")]
    [InlineData("type Query { a: Int }", "type Query { a: Int! }")]
    [InlineData("type Query { a: Int }", "\"Told anew.\" type Query { a: Int @deprecated }")]
    public void What_no_client_can_feel_needs_no_line(string released, string current) =>
        ContractGate.Faults(released, Released, current, "").Should().BeEmpty();

    [Theory]
    [InlineData("enum E { A } type Query { e: E }", "enum E { A B } type Query { e: E }", "E.B")]
    [InlineData("type Query { a: Int }", "type Query { a(b: Int): Int }", "Query.a(b:)")]
    [InlineData("input I { a: Int } type Query { a(i: I): Int }", "input I { a: Int b: Int } type Query { a(i: I): Int }", "I.b")]
    [InlineData("type Query { a(b: Int = 1): Int }", "type Query { a(b: Int = 2): Int }", "Query.a(b:)")]
    public void What_may_surprise_a_client_needs_a_line_that_names_it(string released, string current, string coordinate)
    {
        Fault(released, current, "").Should().StartWith($"{coordinate}: no line of CHANGELOG.md names it.");
        Fault(released, current, "## 2026-01-04\n- `" + coordinate + "` came before the release.\n").Should().StartWith(coordinate);
        Fault(released, current, "## 2026-02-01\n- Something else.\n- The new\n  `" + coordinate + "`.\n").Should().BeNull();
    }

    [Theory]
    [InlineData("2026-06-01", null)]
    [InlineData("2026-05-31", "Query.b: it breaks clients before 2026-06-01, as they were told.")]
    public void What_was_deprecated_may_go_on_the_day_that_was_told(string today, string? fault) => Fault(
        "type Query { a: Int b: Int @deprecated(reason: \"Use a. Removal on 2026-06-01 UTC.\") }",
        "type Query { a: Int }",
        $"## {today}\n- `Query.b` is gone.\n").Should().Match(said => fault == null ? said == null : said.StartsWith(fault));

    [Theory]
    [InlineData("type Query { a: Int b: Int }", "type Query { a: Int }", "Query.b")]
    [InlineData("type Query { a: Int b: Int @deprecated }", "type Query { a: Int }", "Query.b")]
    [InlineData("type Query { a: Int! }", "type Query { a: Int }", "Query.a")]
    [InlineData("type Query { a(b: Int): Int }", "type Query { a(b: Int!): Int }", "Query.a(b:)")]
    [InlineData("enum E { A B } type Query { e: E }", "enum E { A } type Query { e: E }", "E.B")]
    public void What_breaks_a_client_needs_notice_and_not_only_a_line(string released, string current, string coordinate)
    {
        Fault(released, current, $"## 2026-02-01\n- `{coordinate}` changed.\n").Should().StartWith($"{coordinate}: it breaks clients, and they had no notice.");
        var told = $"## 2026-02-01\n- `{coordinate}` changes. Breaking on 2026-05-01 UTC.\n";
        Fault(released, current, told).Should().StartWith($"{coordinate}: it breaks clients before 2026-05-01");
        Fault(released, current, $"## 2026-05-01\n- `{coordinate}` changed.\n{told}").Should().BeNull();
        Fault(released, current, $"## 2026-05-01\n- `{coordinate}` changed.\n{told.Replace("2026-05-01", "2026-04-30", StringComparison.Ordinal)}")
            .Should().StartWith($"{coordinate}: it breaks clients, and they had no notice.", "that was less than three months");
    }

    [Fact]
    public void A_type_may_go_with_the_last_field_that_led_to_it() => ContractGate.Faults(
        "type Query { a: Int b: B @deprecated(reason: \"Use a. Removal on 2026-06-01 UTC.\") } type B { c: Int }",
        Released,
        "type Query { a: Int }",
        "## 2026-06-01\n- `Query.b` and `B` are gone.\n").Should().BeEmpty();

    [Theory]
    [InlineData("No longer supported", "## 2026-01-01\n- `Query.a` goes.\n", "Query.a: the reason does not end with")]
    [InlineData("Use b. Removal on 2026-04-01.", "## 2026-01-01\n- `Query.a` goes.\n", "Query.a: the reason does not end with")]
    [InlineData("Use b. Removal on 2026-04-31 UTC.", "## 2026-01-01\n- `Query.a` goes.\n", "Query.a: the reason does not end with")]
    [InlineData("Use b. Removal on 2026-04-01 UTC.", "## 2026-01-01\n- Query.a goes.\n", "Query.a: no line of CHANGELOG.md names it.")]
    [InlineData("Use b. Removal on 2026-03-31 UTC.", "## 2026-01-01\n- `Query.a` goes.\n", "Query.a: told on 2026-01-01, it may not go before 2026-04-01.")]
    [InlineData("Use b. Removal on 2026-04-01 UTC.", "## 2026-02-01\n- More.\n## 2026-01-01\n- `Query.a` goes.\n", null)]
    public void A_deprecation_must_say_when_its_member_goes(string reason, string changelog, string? fault) =>
        ContractGate.UnclearDeprecations($"type Query {{ a: Int @deprecated(reason: \"{reason}\") b: Int }}", changelog).SingleOrDefault()
            .Should().Match(said => fault == null ? said == null : said.StartsWith(fault));

    private static string? Fault(string released, string current, string changelog)
    {
        var faults = ContractGate.Faults(released, Released, current, changelog);
        return faults.Count == 0 ? null : faults[^1];
    }
}
