using System.Text;
using System.Text.Json;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Tests.Types;

public sealed class ScalarTests
{
    [Theory]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1e300", "Int cannot represent non 32-bit signed integer value: 1e+300")]
    [InlineData("Int", "{\"a\":[1,{\"b\":[1]}]}", "Int cannot represent non-integer value: { a: [1, [Object]] }")]
    [InlineData("Float", "\"1.5\"", "Float cannot represent non numeric value: \"1.5\"")]
    [InlineData("Float", "[1,2,3,4,5,6,7,8,9,10,11,12]", "Float cannot represent non numeric value: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 2 more items]")]
    [InlineData("String", "1", "String cannot represent a non string value: 1")]
    [InlineData("String", "{}", "String cannot represent a non string value: {}")]
    [InlineData("Boolean", "0", "Boolean cannot represent a non boolean value: 0")]
    [InlineData("ID", "1.5", "ID cannot represent value: 1.5")]
    [InlineData("ID", "true", "ID cannot represent value: true")]
    public void A_variable_of_another_kind_is_refused(string scalar, string json, string message)
    {
        var coerce = () => SpecifiedScalars.ByName(scalar)!.CoerceVariable(Json(json));

        coerce.Should().Throw<CoercionException>().WithMessage(message);
    }

    [Theory]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "-2147483648", int.MinValue)]
    [InlineData("Float", "3", 3d)]
    [InlineData("String", "\"x\"", "x")]
    [InlineData("Boolean", "true", true)]
    [InlineData("ID", "12345678901", "12345678901")]
    [InlineData("ID", "1.0", "1")]
    public void A_variable_of_the_right_kind_is_taken(string scalar, string json, object value) =>
        SpecifiedScalars.ByName(scalar)!.CoerceVariable(Json(json)).Should().Be(value);

    [Theory]
    [InlineData("1e309")]
    [InlineData("-1E+999")]
    public void A_literal_that_no_double_can_hold_is_refused_as_a_variable_is(string text)
    {
        var coerce = () => SpecifiedScalars.Float.CoerceLiteral(Parser.ParseValue(text));

        coerce.Should().Throw<CoercionException>().WithMessage($"Float cannot represent non numeric value: {text}");
    }

    [Fact]
    public void Literals_of_another_kind_are_quoted_as_written()
    {
        Refusal("Int", new FloatValueNode("1.0")).Should().Be("Int cannot represent non-integer value: 1.0");
        Refusal("Int", new IntValueNode("99999999999")).Should().Be("Int cannot represent non 32-bit signed integer value: 99999999999");
        Refusal("Float", new StringValueNode("a\"b")).Should().Be("Float cannot represent non numeric value: \"a\\\"b\"");
        Refusal("String", new EnumValueNode("RED")).Should().Be("String cannot represent a non string value: RED");
        Refusal("Boolean", new IntValueNode("1")).Should().Be("Boolean cannot represent a non boolean value: 1");
        Refusal("ID", new BooleanValueNode(true)).Should().Be("ID cannot represent a non-string and non-integer value: true");
    }

    [Theory]
    [InlineData("Int", true, "1")]
    [InlineData("Int", "123", "123")]
    [InlineData("Int", 1e5, "100000")]
    [InlineData("Float", 1e21, "1e+21")]
    [InlineData("Float", 1e20, "100000000000000000000")]
    [InlineData("Float", 0.1, "0.1")]
    [InlineData("Float", 1e-7, "1e-7")]
    [InlineData("Float", 0.000001, "0.000001")]
    [InlineData("Float", 123456.789, "123456.789")]
    [InlineData("Float", -1.7976931348623157e308, "-1.7976931348623157e+308")]
    [InlineData("Float", 5e-324, "5e-324")]
    [InlineData("Float", 1234567890123456789, "1234567890123456800")]
    [InlineData("Float", -0.0, "0")]
    [InlineData("Float", 2, "2")]
    [InlineData("String", 1.50, "\"1.5\"")]
    [InlineData("String", false, "\"false\"")]
    [InlineData("String", "é\n\u0001", "\"é\\n\\u0001\"")]
    [InlineData("Boolean", 2, "true")]
    [InlineData("ID", 12345678901, "\"12345678901\"")]
    public void Results_are_written_as_javascript_writes_them(string scalar, object value, string json)
    {
        using var buffer = new JsonBuffer();

        SpecifiedScalars.ByName(scalar)!.WriteResult(value, buffer);

        Encoding.UTF8.GetString(buffer.Written.Span).Should().Be(json);
    }

    [Theory]
    [InlineData("Int", 1.5, "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "", "Int cannot represent non-integer value: \"\"")]
    [InlineData("Int", 9876543210, "Int cannot represent non 32-bit signed integer value: 9876543210")]
    [InlineData("Float", double.NaN, "Float cannot represent non numeric value: NaN")]
    [InlineData("Float", "one", "Float cannot represent non numeric value: \"one\"")]
    [InlineData("String", double.PositiveInfinity, "String cannot represent value: Infinity")]
    [InlineData("Boolean", "yes", "Boolean cannot represent a non boolean value: \"yes\"")]
    [InlineData("ID", true, "ID cannot represent value: true")]
    public void Results_that_do_not_fit_are_refused(string scalar, object value, string message)
    {
        using var buffer = new JsonBuffer();

        var write = () => SpecifiedScalars.ByName(scalar)!.WriteResult(value, buffer);

        write.Should().Throw<CoercionException>().WithMessage(message);
        buffer.Length.Should().Be(0);
    }

    [Fact]
    public void An_enum_offers_the_names_that_may_have_been_meant()
    {
        var colour = new EnumType("Colour", [new("RED", "RED"), new("GREEN", "GREEN"), new("BLUE", "BLUE")]);

        var misspelt = () => colour.CoerceVariable(Json("\"GREN\""));
        var silent = () => colour.CoerceVariable(Json("\"GREN\""), suggest: false);
        var text = () => colour.CoerceLiteral(new StringValueNode("RED"));

        misspelt.Should().Throw<CoercionException>()
            .WithMessage("Value \"GREN\" does not exist in \"Colour\" enum. Did you mean the enum value \"GREEN\" or \"RED\"?");
        silent.Should().Throw<CoercionException>().WithMessage("Value \"GREN\" does not exist in \"Colour\" enum.");
        text.Should().Throw<CoercionException>()
            .WithMessage("Enum \"Colour\" cannot represent non-enum value: \"RED\". Did you mean the enum value \"RED\" or \"GREEN\"?");
    }

    [Fact]
    public void A_custom_scalar_lets_every_value_through()
    {
        using var buffer = new JsonBuffer();
        var any = new CustomScalarType("Any");

        any.WriteResult(any.CoerceVariable(Json("{\"b\":[1,2.50,null,true],\"a\":\"x\"}"))!, buffer);

        Encoding.UTF8.GetString(buffer.Written.Span).Should().Be("{\"b\":[1,2.5,null,true],\"a\":\"x\"}");
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string? Refusal(string scalar, IValueNode literal)
    {
        var coerce = () => SpecifiedScalars.ByName(scalar)!.CoerceLiteral(literal);
        return coerce.Should().Throw<CoercionException>().Which.Message;
    }
}
