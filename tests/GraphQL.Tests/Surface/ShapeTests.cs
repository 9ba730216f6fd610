using Exams.GraphQL.Configuration;
using Exams.GraphQL.Subscriptions;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Surface;

public class ShapeTests
{
    private static TestServer Post() => new(
        _ => { },
        g => g.AddTypes(typeof(IParcel), typeof(Letter), typeof(Box), typeof(PostQueries), typeof(PostMutations), typeof(PostSubscriptions))
            .AddInMemorySubscriptions());

    [Theory]
    [InlineData("{ version parcels { __typename ... on Letter { to } ... on Box { weight } } }",
        """{"version":"1","parcels":[{"__typename":"Letter","to":"Ann"},{"__typename":"Box","weight":3}]}""")]
    [InlineData("{ a: send(to: { street: \"Main\" }) b: send(to: { careOf: { postBox: 7 } }) }", """{"a":"Main","b":"c/o box 7"}""")]
    [InlineData("{ print(label: { text: \"t\" }) }", """{"print":"t/small/white/kept/[]"}""")]
    [InlineData("{ print(label: { text: \"t\", size: \"big\", colour: null, numbers: [1, 2, 2], more: [{ text: \"u\" }] }) }",
        """{"print":"t/big//kept/1+2[u/small/white/kept/[]]"}""")]
    [InlineData("{ sum(numbers: [1, 2], table: [[3], [4, 5]], colours: [RED, RED]) }", """{"sum":24}""")]
    [InlineData("{ sum(numbers: 4, factor: 2) }", """{"sum":8}""")]
    [InlineData("{ count(to: 3) query }", """{"count":[1,2,3],"query":["a","b"]}""")]
    [InlineData("""
        { echo(bag: { at: "2026-08-13T08:00:00.1234567+02:00", time: "2026-08-13T08:00:00Z", on: "2026-08-13", clock: "08:00:01", big: 9007199254740993,
          key: "0F8FAD5BD9CB469FA16570867728950E", link: "https://example.org/a", small: -3, money: 12.3400 }) { at time on clock key link big small money } }
        """,
        """{"echo":{"at":"2026-08-13T08:00:00.123+02:00","time":"2026-08-13T08:00:00.000Z","on":"2026-08-13","clock":"08:00:01","key":"0f8fad5b-d9cb-469f-a165-70867728950e","link":"https://example.org/a","big":9007199254740993,"small":-3,"money":12.3400}}""")]
    public async Task Values_come_in_and_go_out_in_their_types(string query, string data)
    {
        await using var post = Post();
        (await post.Ask(query)).Should().Be($$"""{"data":{{data}}}""");
    }

    [Theory]
    [InlineData("{ send(to: {}) }")]
    [InlineData("{ send(to: { street: \"a\", postBox: 1 }) }")]
    [InlineData("{ send(to: { street: null }) }")]
    [InlineData("{ print(label: { size: \"a\" }) }")]
    [InlineData("{ print(label: { text: \"a\", secret: \"b\" }) }")]
    [InlineData("{ echo(bag: { at: \"2026-08-13T08:00:00\" }) { at } }")]
    [InlineData("{ echo(bag: { on: \"13.08.2026\" }) { on } }")]
    [InlineData("{ echo(bag: { big: \"1\" }) { big } }")]
    [InlineData("{ echo(bag: { small: 40000 }) { small } }")]
    [InlineData("{ echo(bag: { link: \"::::\" }) { link } }")]
    [InlineData("{ echo(bag: { key: \"12\" }) { key } }")]
    public async Task What_does_not_fit_is_refused_before_anything_runs(string query)
    {
        await using var post = Post();
        (await post.Ask(query)).Should().StartWith("{\"errors\":[").And.NotContain("\"data\"");
    }

    [Fact]
    public async Task Property_bound_inputs_and_unions_print_as_declared()
    {
        await using var post = Post();
        var schema = (await post.Executor()).Schema;
        SchemaPrinter.Print(schema.Types["LabelInput"]).Should().Be(
            """"
            """Bound by its properties."""
            input LabelInput {
              text: String!
              size: String = "small"
              colour: String
              numbers: [Int!] @deprecated(reason: "Use text.")
              more: [LabelInput!]
            }
            """");
        SchemaPrinter.Print(schema.Types["Parcel"]).Should().Be("union Parcel = Box | Letter");
        SchemaPrinter.Print(schema.Types["AddressInput"]).Should().StartWith("input AddressInput @oneOf {");
    }

    [Fact]
    public async Task A_method_makes_a_subscriptions_events()
    {
        await using var post = Post();
        var seen = await post.Listen("subscription { onHeavy(over: 2) { to weight } }", 2, async () =>
        {
            await post.Ask("mutation { a: deliver(to: \"Ann\", weight: 1) b: deliver(to: \"Ann\", weight: 3) c: deliver(to: \"Bob\", weight: 4) }");
        });
        seen.Should().Equal("""{"data":{"onHeavy":{"to":"Ann","weight":3}}}""", """{"data":{"onHeavy":{"to":"Bob","weight":4}}}""");
    }

    [Fact]
    public async Task A_topic_named_after_an_argument_makes_a_subscriptions_events()
    {
        await using var post = Post();
        var seen = await post.Listen("subscription { onParcel(who: \"Bob\") }", 1, async () =>
        {
            await post.Ask("mutation { a: deliver(to: \"Ann\", weight: 1) c: deliver(to: \"Bob\", weight: 4) }");
        });
        seen.Should().Equal("""{"data":{"onParcel":"Bob:4"}}""");
    }

    [Fact]
    public async Task A_listener_that_does_not_keep_up_is_cut_off_and_holds_nobody_up()
    {
        var topics = new InMemoryTopics();
        var slow = await topics.SubscribeAsync<int>("t", TestContext.Current.CancellationToken);
        for (var i = 0; i < InMemoryTopics.Capacity + 10; i++)
        {
            await topics.SendAsync("t", i, TestContext.Current.CancellationToken);
        }

        var read = 0;
        var reading = async () =>
        {
            await foreach (var _ in slow.ReadEventsAsync())
            {
                read++;
            }
        };
        await reading.Should().ThrowAsync<GraphQLException>();
        read.Should().Be(InMemoryTopics.Capacity);
    }
}
