using System.Text.Json;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Validation;

namespace Exams.GraphQL.Tests.Validation;

/// <summary>Every validation recorded from graphql-js's own tests comes out the same here, messages, places and order.</summary>
public sealed class RecordedValidationTests
{
    // A rule that exists in one test of graphql-js only.
    private static readonly HashSet<string> Unknown = ["customRule"];

    [Fact]
    public void Each_rule_finds_what_graphql_js_found()
    {
        var differences = new List<string>();
        var compared = 0;
        foreach (var (vector, schema) in Cases())
        {
            if (vector.GetProperty("rules") is not { ValueKind: JsonValueKind.Array } names
                || names.EnumerateArray().Any(name => Unknown.Contains(name.GetString()!)))
            {
                continue;
            }

            compared++;
            var rules = new RuleSet([.. names.EnumerateArray().Select(name => Rule(name.GetString()!))]);
            Compare(vector, vector.GetProperty("errors"), schema, new ValidationOptions { Rules = rules, AllowIntrospection = false }, differences);
        }

        differences.Should().BeEmpty();
        compared.Should().BeGreaterThan(430);
    }

    [Fact]
    public void All_rules_together_find_what_graphql_js_found()
    {
        var differences = new List<string>();
        var compared = 0;
        foreach (var (vector, schema) in Cases())
        {
            if (vector.GetProperty("errorsAllRules") is { ValueKind: JsonValueKind.Array } expected)
            {
                compared++;
                Compare(vector, expected, schema, ValidationOptions.Reference, differences);
            }
        }

        differences.Should().BeEmpty();
        compared.Should().BeGreaterThan(450);
    }

    private static IEnumerable<(JsonElement Vector, Schema Schema)> Cases()
    {
        var schemas = new Dictionary<string, Schema>();
        var sdl = Vectors.LoadObject("schemas.json");
        foreach (var vector in Vectors.Load("validate.json"))
        {
            if (vector.TryGetProperty("skip", out _))
            {
                continue;
            }

            var id = vector.GetProperty("schema").GetString()!;
            if (!schemas.TryGetValue(id, out var schema))
            {
                schemas[id] = schema = SchemaBuilder.FromSdl(sdl.GetProperty(id).GetString()!, new SdlOptions { AssumeValid = true });
            }

            yield return (vector, schema);
        }
    }

    private static RuleEntry Rule(string name)
    {
        var type = typeof(Validator).Assembly.GetType($"Exams.GraphQL.Validation.Rules.{name}", throwOnError: true)!;
        return new RuleEntry(type, context => (ValidationRule)Activator.CreateInstance(type, context)!);
    }

    private static void Compare(JsonElement vector, JsonElement expected, Schema schema, ValidationOptions options, List<string> differences)
    {
        var query = vector.GetProperty("query").GetString()!;
        Parser.TryParse(new Source(query), ParserLimits.Trusted with { FragmentVariables = true }, out var document, out var syntax)
            .Should().BeTrue("{0}", syntax?.Message);
        var found = Validator.Validate(schema, document!, options).Select(Text).ToList();
        var wanted = expected.EnumerateArray().Select(Text).ToList();
        if (!found.SequenceEqual(wanted))
        {
            differences.Add($"{vector.GetProperty("test")}\n{query}\nwanted {string.Join("\n       ", wanted)}\nfound  {string.Join("\n       ", found)}\n");
        }
    }

    private static string Text(JsonElement error) =>
        error.GetProperty("message").GetString()
        + (error.TryGetProperty("locations", out var places)
            ? string.Concat(places.EnumerateArray().Select(place => $" ({place.GetProperty("line")}:{place.GetProperty("column")})"))
            : "");

    private static string Text(GraphQLError error) =>
        error.Message + string.Concat((error.Locations ?? []).Select(place => $" ({place.Line}:{place.Column})"));
}
