using Exams.GraphQL.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Surface;

public class ResolverTests
{
    private static TestServer Shop() => new(
        s => s.AddSingleton<Stock>(),
        g => g.AddTypes(typeof(ArticleType), typeof(ArticleNode), typeof(ArticleExtras), typeof(NameTaken), typeof(IShopError), typeof(ShopQueries), typeof(ShopMutations))
            .AddGlobalObjectIdentification().AddAuthorization());

    [Fact]
    public async Task A_query_reads_arguments_services_and_parents()
    {
        await using var shop = Shop();
        (await shop.Ask("""{ article(id: "QXJ0aWNsZToy") { id name remark twice shout(times: 2) } }""")).Should().Be(
            """{"data":{"article":{"id":"QXJ0aWNsZToy","name":"Chair","remark":"Wood","twice":"ChairChair","shout":"CHAIR!!"}}}""");
    }

    [Fact]
    public async Task A_mutation_takes_an_input_and_answers_with_a_payload()
    {
        await using var shop = Shop();
        const string Add = "mutation($i: AddArticleInput!) { addArticle(input: $i) { article { name } errors { message ... on NameTaken { articleId } } seen } }";
        (await shop.Ask(Add, new { i = new { name = "Table", colour = "DARK_GREEN", sizes = new[] { 1, 2 } } })).Should().Be(
            """{"data":{"addArticle":{"article":{"name":"Table"},"errors":[],"seen":"DarkGreen|False|3|1"}}}""");
        (await shop.Ask(Add, new { i = new { name = "Lamp", note = (string?)null, count = 2 } })).Should().Be(
            """{"data":{"addArticle":{"article":null,"errors":[{"message":"Taken.","articleId":"QXJ0aWNsZTox"}],"seen":""}}}""");
    }

    [Fact]
    public async Task Fields_ask_who_is_asking()
    {
        await using var shop = Shop();
        (await shop.Ask("{ who }")).Should().Contain("AUTH_NOT_AUTHENTICATED");
        (await shop.Ask("{ who }", user: "ann")).Should().Be("""{"data":{"who":"ann"}}""");
        (await shop.Ask("{ articles { nodes { colour } } }", user: "ann")).Should().Contain("AUTH_NOT_AUTHORIZED");
        (await shop.Ask("{ articles { nodes { colour } } }", user: "clerk")).Should().Be(
            """{"data":{"articles":{"nodes":[{"colour":"RED"},{"colour":"DARK_GREEN"}]}}}""");
    }

    [Fact]
    public async Task Nodes_are_fetched_by_their_ids()
    {
        await using var shop = Shop();
        (await shop.Ask("""{ node(id: "QXJ0aWNsZTox") { id ... on Article { name } } nodes(ids: ["QXJ0aWNsZTo5", "QXJ0aWNsZToy"]) { __typename } }"""))
            .Should().Be("""{"data":{"node":{"id":"QXJ0aWNsZTox","name":"Lamp"},"nodes":[null,{"__typename":"Article"}]}}""");
    }

    [Theory]
    [InlineData("""{ article(id: "x") { id } }""", "The node ID string has an invalid format.")]
    [InlineData("""{ article(id: "Qm9vazox") { id } }""", "The node id type name `Book` does not match the expected type name `Article`.")]
    [InlineData("""{ node(id: "Qm9vazox") { id } }""", "No serializer registered for type `Book`.")]
    public async Task An_id_of_something_else_is_refused(string query, string message)
    {
        await using var shop = Shop();
        (await shop.Ask(query)).Should().Contain(message);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page()
    {
        await using var shop = Shop();
        (await shop.Ask("{ articles(first: 1) { totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }")).Should().Be(
            """{"data":{"articles":{"totalCount":2,"nodes":[{"name":"Lamp"}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"endCursor":"MA=="}}}}""");
        (await shop.Ask("""{ articles(first: 4) { nodes { name } } }""")).Should().Contain("HC0051");
    }
}
