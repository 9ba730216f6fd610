using System.Text.Json;
using Exams.GraphQL.Configuration;

namespace Exams.GraphQL.Tests.Surface;

public class StandardCodeTests
{
    [Theory]
    [InlineData("query($v: [Int!]!) { sum(numbers: $v) }", "{}", "HC0018")]
    [InlineData("query($v: [Int!]!) { sum(numbers: $v) }", """{"v":null}""", "HC0018")]
    [InlineData("query($v: [Int!]!) { sum(numbers: $v) }", """{"v":[1,null]}""", "HC0018")]
    [InlineData("query($v: AddressInput!) { send(to: $v) }", """{"v":{}}""", "HC0054")]
    [InlineData("query($v: AddressInput!) { send(to: $v) }", """{"v":{"street":"a","postBox":1}}""", "HC0055")]
    [InlineData("query($v: AddressInput!) { send(to: $v) }", """{"v":{"street":null}}""", "HC0056")]
    public async Task Errors_of_variables_have_codes_where_a_server_wants_them(string query, string variables, string code)
    {
        await using var with = Post(true);
        (await with.Ask(query, JsonDocument.Parse(variables).RootElement)).Should().Contain($"\"extensions\":{{\"code\":\"{code}\"}}");
        await using var without = Post(false);
        (await without.Ask(query, JsonDocument.Parse(variables).RootElement)).Should().Contain("\"errors\"").And.NotContain("extensions");
    }

    private static TestServer Post(bool codes) => new(
        _ => { },
        g => g.AddTypes(typeof(IParcel), typeof(Letter), typeof(Box), typeof(PostQueries)).ModifyEngine(e => e with { StandardCodes = codes }));
}
