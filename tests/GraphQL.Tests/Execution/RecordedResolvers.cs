using System.Globalization;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Resolvers that the recorded cases speak of but do not hold; written anew from what they must answer.</summary>
internal static class RecordedResolvers
{
    private static readonly Dictionary<string, object?>[] Pets =
    [
        Thing(("__typename", "Dog"), ("name", "Odie"), ("woofs", true)),
        Thing(("__typename", "Cat"), ("name", "Garfield"), ("meows", false)),
    ];

    /// <summary>The schema of a case, or null when its mistake cannot be made here.</summary>
    public static Schema? Schema(string sdl, string test)
    {
        if (test.Contains("resolveType on Interface yields", StringComparison.Ordinal))
        {
            return null;
        }

        if (test.StartsWith("type/enumType", StringComparison.Ordinal))
        {
            return RecordedEnums.Schema();
        }

        var schema = SchemaBuilder.FromSdl(sdl, new SdlOptions
        {
            AssumeValid = true,
            Scalars = new Dictionary<string, ScalarType> { ["CustomScalar"] = new SilentScalar() },
            Resolver = (type, field) => Resolver(type, field, test),
        });
        if (test.Contains("isTypeOf", StringComparison.Ordinal))
        {
            ByIsTypeOf(schema, test);
        }

        if (test.EndsWith("resolveType can throw", StringComparison.Ordinal))
        {
            ((InterfaceType)schema.Types["Pet"]).ResolveType = _ => throw new InvalidOperationException("We are testing this error");
        }

        if (test.EndsWith("gets execution info in resolver", StringComparison.Ordinal))
        {
            ((InterfaceType)schema.Types["Named"]).ResolveType = _ => "Person";
        }

        // Recorded from a schema that lists two of its types and finds the others, which shows in their order.
        return schema.Types.TryGetValue("Droid", out var droid) ? new Schema([schema.Types["Human"], droid], schema.Directives, schema.QueryType) : schema;
    }

    private static FieldResolver Resolver(ObjectType type, OutputField field, string test) => $"{type.Name}.{field.Name}" switch
    {
        "Query.hero" => Sync(c => c.Argument(0).Value is "EMPIRE" ? StarWars.Find("1000") : StarWars.Find("2001")),
        "Query.human" or "Query.droid" => Sync(c => StarWars.Find((string)c.Argument(0).Value!)),
        "Human.friends" or "Droid.friends" => Async(async c =>
        {
            await Task.Yield();
            return ((string[])c.Parent<Dictionary<string, object?>>()["friends"]!).Select(StarWars.Find).ToList();
        }),
        "Human.secretBackstory" or "Droid.secretBackstory" => Sync(_ => throw new InvalidOperationException("secretBackstory is secret.")),
        "Query.pets" => Sync(_ => Pets),
        "Query.customScalar" => Sync(_ => "CUSTOM_VALUE"),
        "Query.pet" => Sync(_ => Thing()),
        "Type.a" when test.EndsWith("merges parallel fragments", StringComparison.Ordinal) => Sync(_ => "Apple"),
        "Type.b" when test.EndsWith("merges parallel fragments", StringComparison.Ordinal) => Sync(_ => "Banana"),
        "Type.c" => Sync(_ => "Cherry"),
        "Type.deep" => Sync(_ => Thing()),
        "SomeQuery.test" => Sync(_ => new[] { Thing(("__typename", "SomeObject")) }),
        "Query.foods" => Async(async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("Oops");
        }),
        "Query.syncNullError" => Sync(_ => null),
        "Query.asyncNullError" => Async(async _ =>
        {
            // Surely later than the field behind it.
            await Task.Delay(50);
            return null;
        }),
        "query.nullableA" or "A.nullableA" or "A.nonNullA" => Sync(_ => Thing()),
        "A.throws" => Sync(_ => throw new InvalidOperationException("Catch me if you can")),
        "Type.field" => Sync(c => Inspect.Value(Given(c))),
        "Query.withNonNullArg" => Sync(c => $"Passed: {c.Argument(0).Value}"),
        "Query.test" when test.EndsWith("uses provided resolve function", StringComparison.Ordinal) => Sync(Told),
        "Query.article" => Sync(c => Blog.Article((string)c.Argument(0).Value!)),
        "Query.feed" => Sync(_ => Enumerable.Range(1, 10).Select(i => Blog.Article($"{i}"))),
        "Author.pic" => Sync(c => Thing(("url", "cdn://123"), ("width", c.Argument(0).Value), ("height", c.Argument(1).Value))),
        "Query.syncField" => Sync(c => c.Source),
        "Mutation.syncMutationField" => Sync(c => c.Source),
        "Query.asyncField" => Async(async c =>
        {
            await Task.Yield();
            return c.Source;
        }),
        "Query.search" => Sync(_ => Thing(("__typename", "TypeB"), ("id", "b"), ("nameB", "Object B"))),
        "Mutation.immediatelyChangeTheNumber" => Sync(Numbers.Change),
        "Mutation.promiseToChangeTheNumber" => Async(async c =>
        {
            await Task.Yield();
            return Numbers.Change(c);
        }),
        "Mutation.failToChangeTheNumber" => Sync(_ => throw new InvalidOperationException("Cannot change the number")),
        "Mutation.promiseAndFailToChangeTheNumber" => Async(async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("Cannot change the number");
        }),
        _ => MemberResolver.Of(field.Name),
    };

    private static void ByIsTypeOf(Schema schema, string test)
    {
        foreach (var type in schema.Types.Values)
        {
            switch (type)
            {
                case InterfaceType wide: wide.ResolveType = null; break;
                case UnionType wide: wide.ResolveType = null; break;
                case ObjectType { Name: "Dog" or "Cat" or "TypeA" or "TypeB" or "SpecialType" } obj:
                    obj.IsTypeOf = test.EndsWith("isTypeOf can throw", StringComparison.Ordinal) ? _ => throw new InvalidOperationException("We are testing this error")
                        : obj.Name == "SpecialType" ? value => MemberResolver.Read(value, "value") is System.Text.Json.JsonElement text && text.GetString() == "foo"
                        : value => MemberResolver.TypeName(value) == obj.Name;
                    break;
            }
        }
    }

    private static OrderedDictionary<string, object?> Given(IResolverContext context) => new(
        context.Field.Arguments.Where(a => context.Argument(a.Index).HasValue).Select(a => KeyValuePair.Create(a.Name, context.Argument(a.Index).Value)));

    private static string Told(IResolverContext context)
    {
        using var json = new JsonBuffer();
        PlainValue.Write(new[] { context.Source, Given(context) }, json);
        return System.Text.Encoding.UTF8.GetString(json.Written.Span);
    }

    private static FieldResolver Sync(Func<IResolverContext, object?> call) => Run.Sync(call);

    private static FieldResolver Async(Func<IResolverContext, Task<object?>> call) => Run.Async(call);

    private static Dictionary<string, object?> Thing(params (string Name, object? Value)[] members) => members.ToDictionary(m => m.Name, m => m.Value);

    /// <summary>Writes nothing at all.</summary>
    private sealed class SilentScalar() : ScalarType("CustomScalar")
    {
        public override object? CoerceLiteral(IValueNode literal) => PlainValue.FromLiteral(literal);

        public override object? CoerceVariable(System.Text.Json.JsonElement value) => PlainValue.FromJson(value);

        public override void WriteResult(object value, JsonBuffer json)
        {
        }

        public override IValueNode ParseResult(object? resultValue) => PlainValue.ToLiteral(resultValue);
    }

    private static class Numbers
    {
        public static Dictionary<string, object?> Change(IResolverContext context) => Thing(("theNumber", context.Argument(0).Value));
    }

    private static class StarWars
    {
        private static readonly Dictionary<string, Dictionary<string, object?>> People = new[]
        {
            Person("Human", "1000", "Luke Skywalker", "Tatooine", "1002", "1003", "2000", "2001"),
            Person("Human", "1002", "Han Solo", null, "1000", "1003", "2001"),
            Person("Human", "1003", "Leia Organa", "Alderaan", "1000", "1002", "2000", "2001"),
            Person("Droid", "2000", "C-3PO", null, "1000", "1002", "1003", "2001"),
            Person("Droid", "2001", "R2-D2", null, "1000", "1002", "1003"),
        }.ToDictionary(p => (string)p["id"]!);

        public static Dictionary<string, object?>? Find(string id) => People.GetValueOrDefault(id);

        private static Dictionary<string, object?> Person(string type, string id, string name, string? planet, params string[] friends) => Thing(
            ("__typename", type), ("id", id), ("name", name), ("homePlanet", planet), ("friends", friends), ("appearsIn", new[] { "NEW_HOPE", "EMPIRE", "JEDI" }));
    }

    private static class Blog
    {
        public static Dictionary<string, object?> Article(string id)
        {
            var author = Thing(("id", 123), ("name", "John Smith"));
            var article = Thing(
                ("id", id), ("isPublished", true), ("author", author), ("title", string.Create(CultureInfo.InvariantCulture, $"My Article {id}")),
                ("body", "This is a post"), ("keywords", new object?[] { "foo", "bar", 1, true, null }));
            author["recentArticle"] = id == "1" ? article : Article("1");
            return article;
        }
    }
}
