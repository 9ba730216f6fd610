using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Relay;
using Exams.GraphQL.Types.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Surface;

public class SchemaFromClassesTests
{
    private static readonly Type[] Classes =
    [
        typeof(ArticleType), typeof(ArticleNode), typeof(ArticleExtras), typeof(NameTaken), typeof(IShopError), typeof(ShopQueries), typeof(ShopMutations),
    ];

    [Fact]
    public void Only_bound_members_of_an_entity_are_fields()
    {
        Print("Article").Should().Be(
            """
            "What is sold."
            type Article implements Node {
              "Its number."
              id: ID!

              "The name."
              name: String!
              remark: String @deprecated(reason: "Use name.")
              twice: String!
              colour: Colour!
              shout(times: Int! = 1): String!
            }
            """);
    }

    [Fact]
    public void Methods_become_fields_and_injected_parameters_no_arguments()
    {
        Print("Query").Should().Be(
            """
            type Query {
              "Fetches an object given its ID."
              node(
                "ID of the object."
                id: ID!
              ): Node

              "Lookup nodes by a list of IDs."
              nodes(
                "The list of node IDs."
                ids: [ID!]!
              ): [Node]!

              "One article."
              article(
                "Its id."
                id: ID!
              ): Article
              articles(
                "Returns the first _n_ elements from the list."
                first: Int

                "Returns the elements in the list that come after the specified cursor."
                after: String

                "Returns the last _n_ elements from the list."
                last: Int

                "
                Returns the elements in the list that come before the specified cursor.
                "
                before: String
              ): ArticlesConnection
              who: String!
              gaps: [String]
            }
            """);
    }

    [Fact]
    public void Constructors_say_what_an_input_takes()
    {
        Print("AddArticleInput").Should().Be(
            """
            "What to add."
            input AddArticleInput {
              "The new name."
              name: String!

              "Its colour."
              colour: Colour

              "A note."
              note: String

              "Sizes."
              sizes: [Int!]

              "How many."
              count: Int! = 1
            }
            """);
    }

    [Fact]
    public void Records_implement_the_interfaces_of_the_schema() => Print("NameTaken").Should().Contain("type NameTaken implements UserError");

    [Fact]
    public void Two_types_of_one_name_are_refused()
    {
        var build = () => Build([.. Classes, typeof(Elsewhere.Article2)]);
        build.Should().Throw<SchemaException>().WithMessage("*Article*");
    }

    // Every closed generic class is looked at by reflection for the first time, by two threads at once.
    [Fact]
    public async Task Schemas_may_be_made_at_the_same_moment()
    {
        var tag = typeof(Elsewhere.Tag);
        for (var i = 0; i < 100; i++)
        {
            tag = i % 30 == 0 ? typeof(List<>).MakeGenericType(tag) : tag.MakeArrayType();
            var node = typeof(Elsewhere.TagNode<>).MakeGenericType(tag);
            using var both = new Barrier(2);
            Task<Schema> Started() => Task.Run(() =>
            {
                both.SignalAndWait(TestContext.Current.CancellationToken);
                return Build(typeof(ShopQueries), node);
            });

            foreach (var schema in await Task.WhenAll(Started(), Started()))
            {
                schema.Types["Tag"].Should().BeOfType<ObjectType>();
            }
        }
    }

    internal static Schema Build(params Type[] classes)
    {
        var registrations = new TypeRegistrations();
        registrations.Add(classes);
        var services = new ServiceCollection().AddSingleton<Stock>().BuildServiceProvider();
        return new SchemaBuilding(registrations, services, []) { OffersNodes = true }.Build();
    }

    private static string Print(string type) => SchemaPrinter.Print(Build(Classes).Types[type]).Replace("\"\"\"", "\"", StringComparison.Ordinal);

    private static class Elsewhere
    {
        [ObjectType("Article")]
        public sealed record Article2(string Name);

        public sealed record Tag(int Id);

        [Node]
        [ObjectType<Tag>]
        public static class TagNode<T>
        {
            [NodeResolver]
            public static Tag? Find(int id, Stock stock) => stock.Articles.Exists(a => a.Id == id) ? new Tag(id) : null;
        }
    }
}
