using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Comparison;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Types;

public sealed class SchemaComparisonTests
{
    [Fact]
    public void Every_recorded_schema_is_sorted_as_recorded() => Recorded.Check("sort-schema.json", 10, vector =>
        (SchemaPrinter.Print(SchemaSorter.Sort(SchemaBuilder.FromSdl(Recorded.Text(vector, "sdl")!))), Recorded.Text(vector, "printed")));

    [Fact]
    public void Every_recorded_change_is_found_and_no_other() => Recorded.Check("schema-diff.json", 35, vector =>
    {
        var severity = Recorded.Text(vector, "kind") == "findBreakingChanges" ? ChangeSeverity.Breaking : ChangeSeverity.Dangerous;
        var changes = Changes(Recorded.Text(vector, "old")!, Recorded.Text(vector, "new")!).Where(c => c.Severity == severity);
        return (
            string.Join('\n', changes.Select(c => $"{c.Kind} {c.Description}")),
            string.Join('\n', vector.GetProperty("changes").EnumerateArray()
                .Select(c => $"{Recorded.Text(c, "type")} {Recorded.Text(c, "description")}")));
    });

    [Fact]
    public void A_schema_does_not_differ_from_itself() =>
        Changes("type Query { a(b: Int = 1): [Int!] @deprecated }", "type Query { a(b: Int = 1): [Int!] @deprecated }").Should().BeEmpty();

    [Theory]
    [InlineData("type Query { a: Int }", "type Query { a: Int! }", "FIELD_TYPE_NARROWED Query.a")]
    [InlineData("type Query { a: Int }", "type Query { a: Int b: Int }", "FIELD_ADDED Query.b")]
    [InlineData("type Query { a: Int }", "type Query { a: Int @deprecated(reason: \"Old.\") }", "DEPRECATED Query.a")]
    [InlineData("type Query { a(b: Int): Int }", "type Query { a(b: Int @deprecated): Int }", "DEPRECATED Query.a(b:)")]
    [InlineData("type Query { a: Int }", "\"Root.\" type Query { a: Int }", "DESCRIPTION_CHANGED Query")]
    [InlineData("type Query { a: Int }", "type Query { a: Int } directive @x on FIELD", "DIRECTIVE_ADDED @x")]
    public void What_clients_cannot_feel_is_safe(string older, string newer, string change)
    {
        var changes = Changes(older, newer);

        changes.Should().ContainSingle(c => $"{c.Kind} {c.Coordinate}" == change).Which.Severity.Should().Be(ChangeSeverity.Safe);
    }

    [Theory]
    [InlineData("input I { a: Int } type Query { q(i: I): Int }", "input I @oneOf { a: Int } type Query { q(i: I): Int }", "ONE_OF_ADDED")]
    [InlineData("input I { a: Int! = 1 } type Query { q(i: I): Int }", "input I { a: Int! } type Query { q(i: I): Int }", "INPUT_FIELD_BECAME_REQUIRED")]
    [InlineData("type Query { q(a: Int! = 1): Int }", "type Query { q(a: Int!): Int }", "ARG_BECAME_REQUIRED")]
    [InlineData("schema { query: A } type A { a: Int } type B { a: Int }", "schema { query: B } type A { a: Int } type B { a: Int }", "ROOT_TYPE_CHANGED")]
    public void What_the_reference_overlooks_is_breaking_all_the_same(string older, string newer, string kind) =>
        Changes(older, newer).Should().ContainSingle(c => c.Severity == ChangeSeverity.Breaking).Which.Kind.Should().Be(kind);

    [Fact]
    public void A_sorted_schema_resolves_as_before()
    {
        var schema = SchemaSorter.Sort(SchemaBuilder.FromSdl("type Query { b: Int a(y: Int x: Int): Int }"));

        schema.QueryType!.Fields.Keys.Should().Equal("a", "b");
        schema.QueryType.Fields["a"].Arguments.Select(a => (a.Name, a.Index)).Should().Equal(("x", 0), ("y", 1));
        schema.QueryType.Fields["a"].Resolver.Should().BeOfType<PropertyResolver>();
    }

    private static IReadOnlyList<SchemaChange> Changes(string older, string newer) =>
        SchemaDiff.Between(SchemaBuilder.FromSdl(older), SchemaBuilder.FromSdl(newer));
}
