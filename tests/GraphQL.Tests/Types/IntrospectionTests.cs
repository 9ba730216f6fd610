using System.Text.Json;
using Exams.GraphQL.Tests.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Types;

public sealed class IntrospectionTests
{
    // What client tools send, with every optional part.
    private const string Query = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType {
            kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    // The September 2025 edition made these two non-null; the recordings are older.
    private static readonly (string Ours, string Theirs)[] Editions =
    [
        (Member("includeDeprecated", "null", NonNull("Boolean")), Member("includeDeprecated", "null", Nullable("Boolean"))),
        (NonNull("String") + ",\"defaultValue\":\"\\\"No longer supported\\\"\"", Nullable("String") + ",\"defaultValue\":\"\\\"No longer supported\\\"\""),
    ];

    [Fact]
    public async Task Every_recorded_schema_describes_itself_as_recorded()
    {
        var described = 0;
        var differences = new List<string>();
        foreach (var vector in Vectors.Load("schema.json").Where(v => v.TryGetProperty("introspection", out _)))
        {
            var schema = SchemaBuilder.FromSdl(Recorded.Text(vector, "sdl")!);
            var text = await Run.TextAsync(Run.Unvalidated(schema), Query);
            var ours = JsonSerializer.Serialize(JsonDocument.Parse(text).RootElement.GetProperty("data"), Relaxed);
            var theirs = JsonSerializer.Serialize(vector.GetProperty("introspection"), Relaxed);
            ours = Editions.Aggregate(ours, (json, edition) => json.Replace(edition.Ours, edition.Theirs, StringComparison.Ordinal));
            described++;
            if (ours != theirs)
            {
                var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
                differences.Add($"{Recorded.Text(vector, "test")}\n{Around(theirs, at)}\n{Around(ours, at)}");
            }
        }

        differences.Should().BeEmpty();
        described.Should().Be(184);
    }

    [Fact]
    public async Task Deprecated_members_are_shown_only_to_those_who_ask()
    {
        var schema = SchemaBuilder.FromSdl("""
            type Query { old(a: Int @deprecated, b: Int): Int @deprecated(reason: "Use new.") new(i: In, e: En): Int }
            input In { x: Int @deprecated y: Int }
            enum En { P @deprecated Q }
            """);

        (await AskAsync(schema, "{ __type(name: \"Query\") { fields { name args { name } } } }"))
            .Should().Be("""{"data":{"__type":{"fields":[{"name":"new","args":[{"name":"i"},{"name":"e"}]}]}}}""");
        (await AskAsync(schema, "{ __type(name: \"Query\") { fields(includeDeprecated: true) { name deprecationReason args { name } } } }"))
            .Should().Contain("""{"name":"old","deprecationReason":"Use new.","args":[{"name":"b"}]}""");
        (await AskAsync(schema, "{ __type(name: \"In\") { inputFields { name } } e: __type(name: \"En\") { enumValues { name } } }"))
            .Should().Be("""{"data":{"__type":{"inputFields":[{"name":"y"}]},"e":{"enumValues":[{"name":"Q"}]}}}""");
    }

    [Fact]
    public async Task Types_are_found_by_name_and_missing_ones_are_null()
    {
        var schema = SchemaBuilder.FromSdl("""type Query { a: S } scalar S @specifiedBy(url: "https://example.org/s") input O @oneOf { a: Int b: Int }""");

        (await AskAsync(schema, """
            {
              none: __type(name: "None") { name }
              s: __type(name: "S") { kind specifiedByURL isOneOf }
              o: __type(name: "O") { isOneOf inputFields { name } }
              own: __type(name: "__Type") { kind }
              __typename
              __schema { __typename queryType { __typename name } }
            }
            """)).Should().Be(string.Concat(
                """{"data":{"none":null,"s":{"kind":"SCALAR","specifiedByURL":"https://example.org/s","isOneOf":null}""",
                ""","o":{"isOneOf":true,"inputFields":[{"name":"a"},{"name":"b"}]},"own":{"kind":"OBJECT"}""",
                ""","__typename":"Query","__schema":{"__typename":"__Schema","queryType":{"__typename":"__Type","name":"Query"}}}}"""));
    }

    [Fact]
    public async Task An_extended_schema_describes_the_extension_and_the_first_one_does_not()
    {
        var first = SchemaBuilder.FromSdl("interface Node { id: ID } type A implements Node { id: ID } type Query { n: Node }");
        var second = SchemaBuilder.Extend(first, "type B implements Node { id: ID }");
        const string Question = "{ __type(name: \"Node\") { possibleTypes { name } } }";

        (await AskAsync(second, Question)).Should().Be("""{"data":{"__type":{"possibleTypes":[{"name":"A"},{"name":"B"}]}}}""");
        (await AskAsync(first, Question)).Should().Be("""{"data":{"__type":{"possibleTypes":[{"name":"A"}]}}}""");
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Task<string> AskAsync(Schema schema, string query) => Run.TextAsync(Run.Unvalidated(schema), query);

    private static string Around(string text, int at) => text[Math.Max(0, at - 150)..Math.Min(text.Length, at + 80)];

    private static string Nullable(string scalar) => $$"""{"kind":"SCALAR","name":"{{scalar}}","ofType":null}""";

    private static string NonNull(string scalar) => $$"""{"kind":"NON_NULL","name":null,"ofType":{{Nullable(scalar)}}}""";

    private static string Member(string name, string description, string type) =>
        $$"""{"name":"{{name}}","description":{{description}},"type":{{type}}""";
}
