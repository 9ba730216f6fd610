using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Secrets that came the wrong way are not repeated in the messages about it.</summary>
public sealed class SensitiveValueTests
{
    private const string InVariable = "query($input: SignIn!) { signIn(input: $input) }";

    [Theory]
    [InlineData("""{"username":"u","passwort":"pa55word"}""", "Variable \"$input\" got invalid value (not shown); Field \"password\" of required type \"Password!\" was not provided.")]
    [InlineData("""{"password":"pa55word"}""", "Variable \"$input\" got invalid value (not shown); Field \"username\" of required type \"String!\" was not provided.")]
    [InlineData("""{"username":"u","password":["pa55word"]}""", "Variable \"$input\" got invalid value (not shown) at \"input.password\"; Password cannot represent value: (not shown)")]
    [InlineData("""{"username":"u","password":"no pa55word"}""", "Variable \"$input\" got invalid value (not shown) at \"input.password\"; That is no password.")]
    [InlineData("\"pa55word\"", "Variable \"$input\" got invalid value (not shown); Expected type \"SignIn\" to be an object.")]
    [InlineData("""{"username":"u","password":"x","also":[{"username":"pa55word"}]}""", "Variable \"$input\" got invalid value (not shown) at \"input.also[0]\"; Field \"password\" of required type \"Password!\" was not provided.")]
    public async Task In_variables(string input, string message)
    {
        var text = await Run.TextAsync(Executor(), InVariable, new { input = JsonElement.Parse(input) });
        text.Should().NotContain("pa55word");
        JsonElement.Parse(text).GetProperty("errors")[0].GetProperty("message").GetString().Should().Be(message);
    }

    [Theory]
    [InlineData("{ signIn(input: {username: \"u\", password: [\"pa55word\"]}) }", "Password cannot represent value: (not shown)")]
    [InlineData("{ signIn(input: {username: \"u\", password: pa55word}) }", "Password cannot represent value: (not shown)")]
    [InlineData("{ signIn(input: \"pa55word\") }", "Expected value of type \"SignIn!\", found (not shown).")]
    [InlineData("{ signIn(input: {username: \"u\", password: \"no pa55word\"}) }", "That is no password.")]
    public async Task In_literals(string document, string message)
    {
        var text = await Run.TextAsync(Executor(), document);
        text.Should().NotContain("pa55word");
        JsonElement.Parse(text).GetProperty("errors")[0].GetProperty("message").GetString().Should().Be(message);
    }

    [Fact]
    public async Task In_arguments_of_documents_that_nobody_validated() =>
        (await Run.TextAsync(Run.Unvalidated(Schema()), "{ signIn(input: {username: \"u\", password: pa55word}) }"))
            .Should().Contain("Argument \\\"input\\\" has invalid value (not shown).");

    [Fact]
    public async Task What_is_no_secret_is_shown() =>
        (await Run.TextAsync(Executor(), "query($n: Int) { plain(n: $n) }", new { n = "shown" })).Should().Contain("got invalid value \\\"shown\\\";");

    private static RequestExecutor Executor() => Engine.Create(Schema(), EngineOptions.Public);

    private static Schema Schema() => SchemaBuilder.FromSdl(
        "type Query { signIn(input: SignIn!): Int plain(n: Int): Int } input SignIn { username: String! password: Password! also: [SignIn!] } scalar Password",
        new SdlOptions { Scalars = new Dictionary<string, ScalarType> { ["Password"] = new PasswordScalar() }, Resolver = (_, _) => Run.Sync(_ => 1) });

    private sealed class PasswordScalar : ScalarType<string, StringValueNode>
    {
        public PasswordScalar()
            : base("Password") => IsSensitive = true;

        protected override string ParseLiteral(StringValueNode valueSyntax) => valueSyntax.Value.StartsWith("no ", StringComparison.Ordinal)
            ? throw new SerializationException("That is no password.", this)
            : valueSyntax.Value;

        protected override StringValueNode ParseValue(string runtimeValue) => new(runtimeValue);
    }
}
