using System.Runtime.CompilerServices;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Host;

/// <summary>The fields that audits and measurements ask for.</summary>
internal static class HostSchema
{
    private const string Sdl = """
        type Query {
          hello(name: String): String
          boom: String
          greet: String!
          posts: [Post]
          items: [Item!]!
        }

        type Mutation {
          bump: Int
        }

        type Subscription {
          greetings: String
          ticks(count: Int = 50, ms: Int = 40): Int
          failing: String
        }

        type Post {
          id: Int!
          userId: Int!
          title: String!
          body: String!
          user: User
        }

        type User {
          id: Int!
          name: String!
          username: String!
          email: String!
          phone: String
          website: String
        }

        type Item {
          id: Int!
          code: String!
          title: String!
          weight: Float!
          count: Int!
          active: Boolean!
        }
        """;

    public static Schema Build(TimeProvider clock)
    {
        var bumps = new Counter();
        var schema = SchemaBuilder.FromSdl(Sdl, new SdlOptions
        {
            IncrementalDelivery = true,
            Resolver = (type, field) => type.Name switch
            {
                "Query" => Query(field.Name),
                "Mutation" => new MethodResolver(_ => bumps.Next()),
                "Subscription" => new MethodResolver(context => context.EventMessage),
                "Post" => Post.Resolver(field.Name),
                "User" => User.Resolver(field.Name),
                _ => Item.Resolver(field.Name),
            },
        });
        var streams = schema.SubscriptionType!.Fields;
        streams["greetings"].Subscribe = _ => new(GreetingsAsync());
        streams["ticks"].Subscribe = context => new(TicksAsync(context, clock));
        streams["failing"].Subscribe = _ => throw new GraphQLException("no source");
        return schema;
    }

    private static MethodResolver Query(string field) => field switch
    {
        "hello" => new MethodResolver(context => "hi " + context.ArgumentValue<string?>("name")),
        "boom" => new MethodResolver(_ => throw new InvalidOperationException("boom")),
        "greet" => new MethodResolver(_ => "Hello World!") { KeepsContext = false },
        "posts" => new MethodResolver(_ => Post.All) { KeepsContext = false },
        _ => new MethodResolver(_ => Item.All) { KeepsContext = false },
    };

    private static async IAsyncEnumerable<object?> GreetingsAsync()
    {
        foreach (var greeting in (string[])["Hi", "Bonjour", "Hola"])
        {
            await Task.Yield();
            yield return greeting;
        }
    }

    private static async IAsyncEnumerable<object?> TicksAsync(
        IResolverContext context, TimeProvider clock, [EnumeratorCancellation] CancellationToken ended = default)
    {
        var count = context.ArgumentValue<int?>("count") ?? 0;
        var pause = TimeSpan.FromMilliseconds(Math.Clamp(context.ArgumentValue<int?>("ms") ?? 0, 1, 60_000));
        for (var i = 1; i <= count; i++)
        {
            await Task.Delay(pause, clock, ended);
            yield return i;
        }
    }

    private sealed class Counter
    {
        private int _count;

        public int Next() => Interlocked.Increment(ref _count);
    }
}
