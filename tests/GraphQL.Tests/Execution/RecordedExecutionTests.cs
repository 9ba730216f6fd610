using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Execution, against the recorded cases of the reference implementation. Most were recorded without validation.</summary>
public sealed class RecordedExecutionTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Documents_run_as_recorded() => (await CompareAsync("execute.json", Plain)).Should().Be((57, 57));

    [Fact]
    public async Task Arguments_and_variables_are_coerced_as_recorded() => (await CompareAsync("execute-echo-args.json", Echo)).Should().Be((57, 57));

    // Two cases are about mistakes that cannot be made here: a resolver of types that gives a list or a type instead of a name. The
    // compiler refuses both, because such a resolver is a function to text.
    [Fact]
    public async Task Documents_run_as_recorded_with_resolvers() => (await CompareAsync("execute-custom-resolvers.json", RecordedResolvers.Schema)).Should().Be((84, 84));

    private async Task<(int Equal, int Compared)> CompareAsync(string file, Func<string, string, Schema?> schemaOf)
    {
        var (equal, compared) = (0, 0);
        var sdl = Vectors.LoadObject("schemas.json");
        foreach (var given in Vectors.Load(file))
        {
            var test = given.GetProperty("test").GetString()!;
            if (schemaOf(sdl.GetProperty(given.GetProperty("schema").GetString()!).GetString()!, $"{given.GetProperty("file")} {test}") is not { } schema)
            {
                continue;
            }

            var options = EngineOptions.Reference with { MaxVariableErrors = test.EndsWith("max coercion errors", StringComparison.Ordinal) ? 1 : 50 };
            var executor = IsValidated(given) ? Engine.Create(schema, options) : Run.Unvalidated(schema, options);
            var result = await executor.ExecuteAsync(
                new OperationRequest
                {
                    Document = System.Text.Encoding.UTF8.GetBytes(given.GetProperty("query").GetString()!),
                    OperationName = test.EndsWith("empty string is provided as operation name", StringComparison.Ordinal) ? ""
                        : given.TryGetProperty("operationName", out var name) ? name.GetString() : null,
                    Variables = given.TryGetProperty("variables", out var variables) ? variables : default,
                    RootValue = Root(given, test),
                    Services = Run.NoServices.Instance,
                },
                TestContext.Current.CancellationToken);
            var text = await TextAsync(result);
            var (expected, actual) = (Edition(Text(given.GetProperty("result"))), Text(JsonDocument.Parse(text).RootElement));
            if (expected == actual)
            {
                equal++;
            }
            else
            {
                var at = Math.Max(0, expected.Zip(actual).TakeWhile(p => p.First == p.Second).Count() - 100);
                output.WriteLine($"{test}\n expected …{expected[at..Math.Min(at + 400, expected.Length)]}\n actual   …{actual[at..Math.Min(at + 400, actual.Length)]}\n");
            }

            compared++;
        }

        return (equal, compared);
    }

    // Recorded through the function that validates first.
    private static bool IsValidated(JsonElement given) =>
        given.GetProperty("file").GetString() is "type/enumType" or "type/introspection"
        || given.GetProperty("test").GetString()!.Contains("graphqlSync", StringComparison.Ordinal);

    private static object? Root(JsonElement given, string test)
    {
        // Two iterables that JSON could not hold.
        if (test.EndsWith("a Set as a List value", StringComparison.Ordinal))
        {
            return new Dictionary<string, object?> { ["listField"] = new HashSet<string> { "apple", "banana", "coconut" } };
        }

        if (test.EndsWith("function arguments as a List value", StringComparison.Ordinal))
        {
            return new Dictionary<string, object?> { ["listField"] = Enumerable.Range(0, 2).Select(i => i == 0 ? "one" : "two") };
        }

        return given.TryGetProperty("rootValue", out var root) ? root : null;
    }

    private static async Task<string> TextAsync(OperationResult result)
    {
        if (result is Response single)
        {
            using (single)
            {
                return System.Text.Encoding.UTF8.GetString(single.Body.Span);
            }
        }

        await foreach (var response in ((ResponseStream)result).Responses)
        {
            using (response)
            {
                return System.Text.Encoding.UTF8.GetString(response.Body.Span);
            }
        }

        return "{}";
    }

    // September 2025 made two arguments non-null (graphql-spec #1040 and #1142), after the cases were recorded.
    private static string Edition(string recorded)
    {
        foreach (var (argument, type) in new[] { ("includeDeprecated", "Boolean"), ("reason", "String") })
        {
            var nullable = $$"""{"kind":"SCALAR","name":"{{type}}","ofType":null}""";
            recorded = recorded.Replace(
                $$"""{"name":"{{argument}}","type":{{nullable}},"defaultValue":""",
                $$"""{"name":"{{argument}}","type":{"kind":"NON_NULL","name":null,"ofType":{{nullable}}},"defaultValue":""",
                StringComparison.Ordinal);
        }

        return recorded;
    }

    private static string Text(JsonElement json)
    {
        using var buffer = new JsonBuffer();
        PlainValue.Write(json, buffer);
        return System.Text.Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static Schema? Plain(string sdl, string test)
    {
        var schema = SchemaBuilder.FromSdl(sdl, new SdlOptions
        {
            AssumeValid = true,
            Resolver = (_, field) => test.EndsWith("default function passes args and context", StringComparison.Ordinal)
                ? new MethodResolver(c => MemberResolver.Read(c.Source, "_num") is JsonElement number ? number.GetInt32() + (int)c.Argument(0).Value! + 9 : null)
                : MemberResolver.Of(field.Name),
        });
        if (schema.SubscriptionType is { } subscription)
        {
            // The recorded suite runs this operation once, as if it were a query.
            subscription.Fields["a"].Subscribe = c => new ValueTask<IAsyncEnumerable<object?>>(Once(c.Source));
        }

        return schema;
    }

    private static async IAsyncEnumerable<object?> Once(object? value)
    {
        await Task.CompletedTask;
        yield return value;
    }

    private static Schema? Echo(string sdl, string test)
    {
        return SchemaBuilder.FromSdl(sdl, new SdlOptions
        {
            AssumeValid = true,
            Scalars = new Dictionary<string, ScalarType> { ["ComplexScalar"] = new ComplexScalar(), ["FaultyScalar"] = new FaultyScalar() },
            Resolver = (_, field) => new MethodResolver(c => !c.Argument(0).HasValue ? null
                : Inspect.Value(field.Arguments[0].Type.NamedType() is EnumType ? Inner((string)c.Argument(0).Value!) : c.Argument(0).Value)),
        });
    }

    private static object? Inner(string name) => name switch
    {
        "NULL" => null,
        "NAN" => double.NaN,
        "FALSE" => false,
        "CUSTOM" => "custom value",
        _ => name,
    };

    private sealed class ComplexScalar() : ScalarType("ComplexScalar")
    {
        public override object? CoerceLiteral(IValueNode literal) => Deserialize((literal as StringValueNode)?.Value);

        public override object? CoerceVariable(JsonElement value) => Deserialize(value.GetString());

        public override void WriteResult(object value, JsonBuffer json) => json.WriteString("SerializedValue");

        public override IValueNode ParseResult(object? resultValue) => new StringValueNode("SerializedValue");

        private static string Deserialize(string? text) => text == "SerializedValue" ? "DeserializedValue" : throw new FormatException(text);
    }

    private sealed class FaultyScalar() : ScalarType("FaultyScalar")
    {
        public override object? CoerceLiteral(IValueNode literal) => throw new CoercionException("FaultyScalarErrorMessage");

        public override object? CoerceVariable(JsonElement value) => throw new GraphQLException(
            new GraphQLError("FaultyScalarErrorMessage").WithCode("FaultyScalarErrorMessageExtensionCode"));

        public override void WriteResult(object value, JsonBuffer json) => throw new CoercionException("FaultyScalarErrorMessage");

        public override IValueNode ParseResult(object? resultValue) => throw new CoercionException("FaultyScalarErrorMessage");
    }
}
