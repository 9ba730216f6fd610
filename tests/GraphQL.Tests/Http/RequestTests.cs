using System.Text;
using Exams.GraphQL.Http;

namespace Exams.GraphQL.Tests.Http;

public class RequestTests
{
    private const string Hello = """{"query":"{ hello(name: \"you\") }"}""";
    private const string Greeting = """{"data":{"hello":"hi you"}}""";

    [Fact]
    public async Task A_query_is_answered_with_its_length_and_is_not_kept_anywhere()
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync(Hello);

        answer.Status.Should().Be(200);
        answer.Text.Should().Be(Greeting);
        answer.Response.Content.Headers.ContentLength.Should().Be(Greeting.Length);
        answer.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Theory]
    [InlineData("report", """{"data":{"hello":"hi you"},"extensions":{"cost":{"fieldCost":0,"typeCost":1,"maxFieldCost":null,"maxTypeCost":null,"actualFieldCost":0}}}""")]
    [InlineData("validate", """{"extensions":{"cost":{"fieldCost":0,"typeCost":1,"maxFieldCost":null,"maxTypeCost":null}}}""")]
    [InlineData("nothing known", Greeting)]
    public async Task A_header_asks_what_an_operation_costs(string header, string expected)
    {
        await using var served = await ServedSchema.StartAsync();
        served.Client.DefaultRequestHeaders.Add("GraphQL-Cost", header);

        (await served.PostAsync(Hello)).Text.Should().Be(expected);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.5, application/json", "application/json")]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", "application/graphql-response+json")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    [InlineData("text/event-stream", "text/event-stream")]
    public async Task The_answer_comes_in_the_type_that_was_asked_for(string? accept, string expected)
    {
        await using var served = await ServedSchema.StartAsync();

        (await served.PostAsync(Hello, accept)).MediaType.Should().Be(expected);
    }

    [Theory]
    [InlineData(ResponseStyle.Audits, "application/json")]
    [InlineData(ResponseStyle.HotChocolate, "application/graphql-response+json")]
    public async Task Who_takes_anything_gets_what_the_style_says(ResponseStyle style, string expected)
    {
        await using var served = await ServedSchema.StartAsync(new GraphQLServerOptions { ResponseStyle = style });

        foreach (var accept in new[] { null, "*/*", "application/*", "text/html, */*;q=0.1" })
        {
            (await served.PostAsync(Hello, accept)).MediaType.Should().Be(expected);
        }

        (await served.PostAsync(Hello, "application/json")).MediaType.Should().Be("application/json");
        var refused = await served.PostAsync(Hello, "image/png");
        refused.Status.Should().Be(406);
        refused.MediaType.Should().Be(expected);
    }

    [Fact]
    public async Task A_header_that_cannot_be_read_is_a_bad_request()
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync(Hello, "foo");

        answer.Status.Should().Be(400);
        answer.Text.Should().Contain("\"HC0064\"");
    }

    [Fact]
    public async Task A_subscription_streams_to_whoever_takes_anything()
    {
        await using var served = await ServedSchema.StartAsync();
        served.Events.Writer.TryWrite("one");
        served.Events.Writer.Complete();

        var answer = await served.PostAsync("""{"query":"subscription { events }"}""", "*/*");

        answer.MediaType.Should().Be("text/event-stream");
        answer.Text.Should().Contain("one").And.Contain("event: complete");
        (await served.PostAsync("""{"query":"subscription { events }"}""")).Status.Should().Be(405);
    }

    [Theory]
    [InlineData("{", 400, "HC0011")]
    [InlineData("""{"query":"{"}""", 400, "HC0011")]
    [InlineData("""{"qeury":"{ hello }"}""", 400, "HC0011")]
    [InlineData("""{"query":1}""", 400, "HC0011")]
    [InlineData("", 400, "HC0009")]
    [InlineData("[]", 400, "HC0009")]
    public async Task What_cannot_be_read_has_the_package_s_code(string body, int status, string code)
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync(body, "application/graphql-response+json");

        answer.Status.Should().Be(status);
        answer.Text.Should().Contain($"\"code\":\"{code}\"");
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json;q=0")]
    public async Task A_type_that_nobody_writes_is_not_acceptable(string accept)
    {
        await using var served = await ServedSchema.StartAsync();

        (await served.PostAsync(Hello, accept)).Status.Should().Be(406);
        (await served.SendAsync(new HttpRequestMessage(HttpMethod.Get, "?query={hello}"), accept)).Status.Should().Be(406);
    }

    [Theory]
    [InlineData("", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/graphql", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=\"UTF-8\"", 200)]
    [InlineData("Application/JSON;charset=utf-8", 200)]
    public async Task Only_json_in_utf_8_is_read(string contentType, int status)
    {
        await using var served = await ServedSchema.StartAsync();

        (await served.PostAsync(Hello, contentType: contentType)).Status.Should().Be(status);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_whether_its_length_is_announced_or_not()
    {
        await using var served = await ServedSchema.StartAsync(new GraphQLServerOptions { MaxRequestBytes = 1_000 });
        var body = $$$"""{"query":"{ hello }","variables":{"a":"{{{new string('x', 1_000)}}}"}}""";

        (await served.PostAsync(body)).Status.Should().Be(413);

        using var chunked = new HttpRequestMessage(HttpMethod.Post, served.Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        chunked.Headers.TransferEncodingChunked = true;
        (await served.SendAsync(chunked)).Status.Should().Be(413);
    }

    [Fact]
    public async Task A_body_in_many_pieces_is_put_together()
    {
        await using var served = await ServedSchema.StartAsync();
        var body = $$"""{"variables":{"a":"{{new string('x', 300_000)}}","n":"you"},"query":"query($n: String) { hello(name: $n) }"}""";

        (await served.PostAsync(body)).Text.Should().Be(Greeting);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("42", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("[{\"query\":\"{ hello }\"}]", 400)]
    [InlineData("{\"query\":\"{ hello }\"} x", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"qeury\":\"{ hello }\"}", 400)]
    [InlineData("{\"query\":7}", 400)]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":[]}", 400)]
    [InlineData("{\"query\":\"{ hello }\",\"extensions\":1}", 400)]
    [InlineData("{\"query\":\"{ hello }\",\"operationName\":{}}", 400)]
    [InlineData("{\"query\":\"{ hello(name: \\\"\\uD800\\\") }\"}", 400)]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":{\"a\":[\"\\uDC00\"]}}", 400)]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":{\"\\uD83Dx\":1}}", 400)]
    [InlineData("{\"\\uD83D\":1,\"query\":\"{ hello }\"}", 400)]
    [InlineData("{\"query\":\"{ hello }\",\"operationName\":\"\\uD83D\"}", 400)]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":null,\"extensions\":null,\"operationName\":null}", 200)]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":{\"a\":\"\\uD83D\\uDE00\"},\"operationName\":\"\",\"more\":[{}]}", 200)]
    [InlineData("\uFEFF{\"query\":\"{ hello }\"}", 200)]
    public async Task What_is_no_request_is_refused_and_null_is_absent(string body, int status)
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync(body, "application/graphql-response+json");

        answer.Status.Should().Be(status, answer.Text);
        answer.Text.Should().NotContain(status == 200 ? "errors" : "data");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        await using var served = await ServedSchema.StartAsync();

        (await served.PostAsync((byte[])[.. "{\"query\":\"{ hello }\",\"x\":\""u8, 0xFF, 0xFE, .. "\"}"u8])).Status.Should().Be(400);
    }

    [Fact]
    public async Task Variables_nested_too_deeply_are_refused()
    {
        await using var served = await ServedSchema.StartAsync();
        string Nested(int depth) => "{\"query\":\"{ hello }\",\"variables\":" + string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth + 1);

        (await served.PostAsync(Nested(63))).Status.Should().Be(200);
        (await served.PostAsync(Nested(64))).Status.Should().Be(400);
        (await served.PostAsync(Nested(100_000))).Status.Should().Be(400);
    }

    [Fact]
    public async Task Of_a_key_that_stands_twice_the_last_counts()
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync("""
            {"query":"mutation { bump }","variables":{"n":"me"},"query":"query($n: String) { hello(name: $n) }","variables":{"n":"me","n":"you"}}
            """);

        answer.Text.Should().Be(Greeting);
        served.Bumps.Should().Be(0);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_told_which_are_right(string method)
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.SendAsync(new HttpRequestMessage(new HttpMethod(method), ""));

        answer.Status.Should().Be(405);
        answer.Response.Content.Headers.Allow.Should().Equal("GET", "POST");
    }
}
