using System.Text.Json.Nodes;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Data;
using Exams.GraphQL.Tests.Surface;
using Exams.GraphQL.Types;
using Exams.World;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Data;

/// <summary>What is asked for is read, and nothing is ever a default because it was not.</summary>
public abstract class ProjectionTests(PrivatePostgres? postgres) : OnALedger(postgres)
{
    [Fact]
    public async Task Whatever_is_asked_is_answered_as_from_whole_objects()
    {
        await using var atlas = Atlas();
        foreach (var (lines, selection, order, filter) in LedgerSelections.Cases.Sample(Runs, 50))
        {
            Ledger.Fill(lines);
            var query = $$"""
                query($order: [LineSortInput!], $where: LineFilterInput, $yes: Boolean! = true, $no: Boolean! = false) {
                  read(first: 9, order: $order, where: $where) { edges { node { {{selection}} } } }
                  list(order: $order, where: $where) { {{selection}} }
                  __typename @skip(if: $yes) @include(if: $no)
                  whole(order: $order, where: $where) { {{selection}} }
                }
                {{LedgerSelections.FragmentsOf(selection)}}
                """;
            var answer = JsonNode.Parse(await atlas.Ask(query, new { order = order.Input, where = filter.Input }))!;
            var because = $"{query} over {string.Join(" ", lines)}";
            answer["errors"].Should().BeNull($"{answer}: {because}");
            var expected = Comparable(answer["data"]!["whole"]!.AsArray());
            Comparable(answer["data"]!["list"]!.AsArray()).Should().Equal(expected, because);
            Comparable([.. answer["data"]!["read"]!["edges"]!.AsArray().Select(e => e!["node"]!.DeepClone())]).Should().Equal(expected.Take(9), because);
        }
    }

    [Theory]
    [InlineData("{ list { name } }", "Name")]
    [InlineData("{ list { a: name b: name ... on Line { __typename } } }", "Name")]
    [InlineData("{ list { id constant } }")]
    [InlineData("{ list { shout } }", "Name", "Note")]
    [InlineData("{ list { code @skip(if: true) name @include(if: true) } }", "Name")]
    [InlineData("{ list { label } }", "Name", "Note", "Score", "Kind", "Code", "Day", "OwnerId")]
    [InlineData("{ list { mystery } }", "Name", "Note", "Score", "Kind", "Code", "Day", "OwnerId")]
    [InlineData("{ read { nodes { code } pageInfo { endCursor } } }", "Code", "Score")]
    [InlineData("{ read(order: { name: ASC }) { edges { cursor } } }", "Name")]
    public async Task Only_the_columns_that_are_asked_for_or_required_are_read(string query, params string[] columns)
    {
        await using var atlas = Atlas();
        Ledger.Fill([new Line { Id = 1, OwnerId = 1 }]);
        Ledger.Forget();
        (await atlas.Ask(query)).Should().NotContain("errors");
        var read = Ledger.Asked.Should().ContainSingle().Which.Split("FROM")[0];
        string[] all = ["Name", "Note", "Score", "Kind", "Code", "Day", "OwnerId"];
        all.Where(c => read.Contains($"\"{c}\"", StringComparison.Ordinal)).Should().BeEquivalentTo(columns);
        read.Should().Contain("\"Id\"").And.Contain("\"Open\"");
    }

    [Fact]
    public async Task Related_objects_come_in_the_same_statement_with_what_is_asked_of_them()
    {
        await using var atlas = Atlas();
        Ledger.Fill([new Line { Id = 1, OwnerId = 1, Name = "n" }]);
        Ledger.Forget();
        (await atlas.Ask("{ list { owner { id } } }")).Should().Be("""{"data":{"list":[{"owner":{"id":1}}]}}""");
        Ledger.Asked.Should().ContainSingle().Which.Should().NotContain("\"Name\"").And.NotContain("\"Lines\" AS l0");
        Ledger.Forget();
        (await atlas.Ask("{ list { owner { lines { name } } } }")).Should().Be("""{"data":{"list":[{"owner":{"lines":[{"name":"n"}]}}]}}""");
        Ledger.Asked.Should().ContainSingle().Which.Split("FROM")[0].Should().NotContain("\"Score\"");
    }

    private TestServer Atlas() => new(
        s => s.AddSingleton(Ledger.Factory),
        g => g.AddTypes(
                typeof(CodeType), typeof(WholeLineType), typeof(WholeOwnerType), typeof(WholeLineExtras), typeof(WholeOwnerExtras),
                typeof(LineFilter), typeof(OwnerFilter), typeof(LineSort), typeof(OwnerSort), typeof(AtlasQueries))
            .RegisterDbContextFactory<LedgerContext>());

    // A list of related objects has no order of its own.
    private static List<string> Comparable(JsonArray items) => [.. items.Select(i => Sorted(i!).ToJsonString())];

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Sorted(m.Value)))),
        JsonArray items => new JsonArray([.. Comparable(items).Order(StringComparer.Ordinal).Select(t => JsonNode.Parse(t))]),
        _ => node.DeepClone(),
    };
}

public sealed class ProjectionOnSqliteTests() : ProjectionTests(null);

public sealed class ProjectionOnPostgresTests(PrivatePostgres postgres) : ProjectionTests(postgres);

public sealed class WholeLineType : ObjectType<Line>
{
    protected override void Configure(IObjectTypeDescriptor<Line> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.Id);
        descriptor.Field(l => l.Name);
        descriptor.Field(l => l.Note);
        descriptor.Field(l => l.Score);
        descriptor.Field(l => l.Kind);
        descriptor.Field(l => l.Code);
        descriptor.Field(l => l.Day);
        descriptor.Field(l => l.Open);
        descriptor.Field(l => l.Owner);
        descriptor.Field(l => l.Label);
    }
}

public sealed class WholeOwnerType : ObjectType<Owner>
{
    protected override void Configure(IObjectTypeDescriptor<Owner> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Id);
        descriptor.Field(o => o.Name);
        descriptor.Field(o => o.Lines);
    }
}

[ExtendObjectType<Line>]
public static class WholeLineExtras
{
    public static string Shout([Parent("Name Note")] Line line) => $"{line.Name}{line.Note}!";

    public static string Mystery([Parent] Line line) => $"{line.Score}/{line.Day:O}";

    public static string Constant() => "c";
}

[ExtendObjectType<Owner>]
public static class WholeOwnerExtras
{
    public static string Initial([Parent(nameof(Owner.Name))] Owner owner) => owner.Name[..1];

    public static string Secret([Parent] Owner owner) => owner.Name;
}

[QueryType]
public static class AtlasQueries
{
    [UsePaging(MaxPageSize = 100)]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Line> GetRead(LedgerContext db) => db.Lines.AsNoTracking().OrderBy(l => l.Score);

    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Line> GetList(LedgerContext db) => db.Lines.AsNoTracking().OrderBy(l => l.Score).ThenBy(l => l.Id);

    [UseFiltering]
    [UseSorting]
    public static async Task<List<Line>> GetWholeAsync(LedgerContext db, CancellationToken cancellationToken)
    {
        await db.Owners.LoadAsync(cancellationToken);
        return await db.Lines.OrderBy(l => l.Score == null ? -1 : l.Score).ThenBy(l => l.Id).ToListAsync(cancellationToken);
    }
}
