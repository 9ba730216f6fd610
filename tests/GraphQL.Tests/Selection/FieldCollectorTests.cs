using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Selection;

public sealed class FieldCollectorTests
{
    private static readonly Schema Schema = SchemaBuilder.FromSdl("""
        interface Person { name: String }
        type Candidate implements Person { name: String number: Int friend: Candidate }
        type Officer implements Person { name: String email: String }
        union Found = Officer
        type Query { person: Person }
        """);

    [Fact]
    public void Fields_of_one_key_are_grouped_in_the_order_of_their_first_use()
    {
        Collect("{ b: number a: name b: number name }").Should().Equal("b×2", "a×1", "name×1");
    }

    [Fact]
    public void Fragments_count_where_their_type_applies()
    {
        Collect("""
            { ... on Person { name } ... on Officer { email } ... on Found { c: name } ... { d: name } ...p ...p ...missing ...unknown }
            fragment p on Candidate { number }
            fragment unknown on Nobody { x }
            """).Should().Equal("name×1", "d×1", "number×1");
    }

    [Fact]
    public void A_skipped_spread_does_not_use_the_fragment_up()
    {
        Collect("{ ...p @skip(if: true) name ...p } fragment p on Candidate { number }").Should().Equal("name×1", "number×1");
    }

    [Fact]
    public void Several_selection_sets_are_merged_with_their_fragments_taken_once()
    {
        var document = Parser.Parse("{ friend { ...p } friend { ...p name } } fragment p on Candidate { number }");
        var sets = Root(document).Selections.OfType<FieldNode>().Select(field => field.SelectionSet!);

        Collect(document, sets).Should().Equal("number×1", "name×1");
    }

    [Fact]
    public void A_long_chain_of_fragments_needs_no_stack()
    {
        var chain = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"fragment f{i} on Candidate {{ ...f{i + 1} }} "));

        Collect($"{{ ...f0 }} {chain} fragment f50000 on Candidate {{ number }}").Should().Equal("number×1");
    }

    private static IEnumerable<string> Collect(string text)
    {
        var document = Parser.Parse(text);
        return Collect(document, [Root(document)]);
    }

    private static IEnumerable<string> Collect(DocumentNode document, IEnumerable<SelectionSetNode> sets) =>
        FieldCollector.Collect(Schema, new FragmentLookup(document), (ObjectType)Schema.Types["Candidate"], sets, condition => condition.Holds(_ => false))
            .Select(field => $"{field.Key}×{field.Value.Count}");

    private static SelectionSetNode Root(DocumentNode document) => ((OperationDefinitionNode)document.Definitions[0]).SelectionSet;
}
