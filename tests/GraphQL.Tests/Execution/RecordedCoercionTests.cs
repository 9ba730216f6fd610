using System.Text.Json;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Input coercion, against the recorded cases of the reference implementation.</summary>
public sealed class RecordedCoercionTests
{
    [Fact]
    public void Json_values_are_coerced_as_recorded()
    {
        var compared = 0;
        foreach (var given in Vectors.Load("coerce-input.json"))
        {
            var name = given.GetProperty("test").GetString()!;
            var errors = new List<string>();
            var coercion = new JsonCoercion(fault => errors.Add($"{JsonSerializer.Serialize(fault.Path.ToArray())} {fault.Message}"), suggest: true);
            var value = coercion.Coerce(Value(given, name), given.TryGetProperty("types", out var types) ? TypeOf(types, given) : WithNotANumber());
            var expected = given.TryGetProperty("errors", out var faults)
                ? faults.EnumerateArray().Select(e => $"{JsonSerializer.Serialize(e.GetProperty("path"))} {e.GetProperty("message").GetString()}")
                : [];
            errors.Should().Equal(expected, $"{name}: {given}");
            if (errors.Count == 0 && given.TryGetProperty("result", out var result))
            {
                Text(value).Should().Be(Text(result), name);
            }
            else if (errors.Count == 0)
            {
                ((OrderedDictionary<string, object?>)value!)["foo"].Should().Be(double.NaN, name);
            }

            compared++;
        }

        compared.Should().Be(43);
    }

    [Fact]
    public void Literals_are_coerced_as_recorded()
    {
        var compared = 0;
        foreach (var given in Vectors.Load("value-from-literal.json"))
        {
            var values = given.TryGetProperty("variables", out var variables) ? variables.EnumerateObject().ToList() : [];
            var fits = LiteralCoercion.TryCoerce(
                Parser.ParseValue(given.GetProperty("literal").GetString()!),
                TypeOf(given.GetProperty("types"), given),
                new VariableValues(
                    [.. values.Select(v => new VariablePlan(Declaration(v.Name), SpecifiedScalars.Boolean))],
                    [.. values.Select(v => new InputFieldValue(true, PlainValue.FromJson(v.Value)))]),
                out var value);
            fits.Should().Be(!given.TryGetProperty("invalid", out _), $"{given}");
            if (fits && given.TryGetProperty("result", out var result))
            {
                Text(value).Should().Be(Text(result), $"{given}");
            }

            compared++;
        }

        compared.Should().Be(83);
    }

    // What can be iterated is a list by the time it is JSON.
    private static JsonElement Value(JsonElement given, string name) => name.EndsWith("valid iterable input", StringComparison.Ordinal)
        ? JsonSerializer.SerializeToElement(Enumerable.Range(1, 3).Where(_ => true))
        : given.TryGetProperty("value", out var json) ? json : default;

    // The case has no SDL, because there is no literal for its default; here a scalar reads one as what the case means.
    private static InputObjectType WithNotANumber() => new(
        "TestInputObject", () => [new InputField("foo", new NotANumberScalar()) { DefaultValue = new EnumValueNode("NaN") }]);

    private static VariableDefinitionNode Declaration(string name) =>
        ((OperationDefinitionNode)Parser.Parse($"query (${name}: Boolean) {{ x }}").Definitions[0]).VariableDefinitions[0];

    private static IType TypeOf(JsonElement types, JsonElement given)
    {
        var schema = SchemaBuilder.FromSdl("type Query { x: Int }\n" + types.GetString(), new SdlOptions
        {
            Scalars = new Dictionary<string, ScalarType>
            {
                ["TestScalar"] = new TestScalar(types.GetString()!.Contains("= ", StringComparison.Ordinal)),
                ["ThrowScalar"] = new RefusingScalar("ThrowScalar"),
                ["ReturnUndefinedScalar"] = new RefusingScalar("ReturnUndefinedScalar"),
            },
        });
        return Wrapped(Parser.ParseType(given.GetProperty("type").GetString()!), schema);
    }

    private static IType Wrapped(ITypeNode node, Schema schema) => node switch
    {
        ListTypeNode list => new ListType(Wrapped(list.Type, schema)),
        NonNullTypeNode nonNull => new NonNullType(Wrapped(nonNull.Type, schema)),
        NamedTypeNode { Name.Value: "TestEnum" } => new EnumType("TestEnum", [new EnumValue("FOO", "InternalFoo"), new EnumValue("BAR", 123456789)]),
        NamedTypeNode { Name.Value: "TestColor" } => new EnumType(
            "TestColor",
            [
                new EnumValue("RED", 1), new EnumValue("GREEN", 2), new EnumValue("BLUE", 3), new EnumValue("NULL", Nothing),
                new EnumValue("NAN", double.NaN), new EnumValue("NO_CUSTOM_VALUE", "NO_CUSTOM_VALUE"),
            ]),
        _ => schema.Types.TryGetValue(((NamedTypeNode)node).Name.Value, out var type) ? type : SpecifiedScalars.ByName(((NamedTypeNode)node).Name.Value)!,
    };

    // An enum value that stands for null cannot be null itself here.
    private static readonly JsonElement Nothing = JsonElement.Parse("null");

    private static string Text(object? value)
    {
        using var json = new JsonBuffer();
        PlainValue.Write(value, json);
        return System.Text.Encoding.UTF8.GetString(json.Written.Span);
    }

    private sealed class TestScalar(bool anything) : ScalarType("TestScalar")
    {
        public override object? CoerceLiteral(IValueNode literal) => PlainValue.FromLiteral(literal);

        public override object? CoerceVariable(JsonElement value)
        {
            if (anything)
            {
                return PlainValue.FromJson(value);
            }

            if (value.TryGetProperty("error", out var error))
            {
                throw new CoercionException($"Expected type \"TestScalar\". {error.GetString()}");
            }

            return value.TryGetProperty("value", out var inner) ? PlainValue.FromJson(inner) : throw new FormatException("Nothing there.");
        }

        public override void WriteResult(object value, JsonBuffer json) => PlainValue.Write(value, json);

        public override IValueNode ParseResult(object? resultValue) => PlainValue.ToLiteral(resultValue);
    }

    private sealed class NotANumberScalar() : ScalarType("TestScalar")
    {
        public override object? CoerceLiteral(IValueNode literal) => double.NaN;

        public override object? CoerceVariable(JsonElement value) => double.NaN;

        public override void WriteResult(object value, JsonBuffer json) => json.WriteNumber((double)value);

        public override IValueNode ParseResult(object? resultValue) => new EnumValueNode("NaN");
    }

    private sealed class RefusingScalar(string name) : ScalarType(name)
    {
        public override object? CoerceLiteral(IValueNode literal) => throw new FormatException("Always.");

        public override object? CoerceVariable(JsonElement value) => throw new FormatException("Always.");

        public override void WriteResult(object value, JsonBuffer json) => throw new FormatException("Always.");

        public override IValueNode ParseResult(object? resultValue) => throw new FormatException("Always.");
    }
}
