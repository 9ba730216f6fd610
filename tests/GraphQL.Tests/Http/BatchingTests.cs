using Exams.GraphQL.Http;

namespace Exams.GraphQL.Tests.Http;

public class BatchingTests
{
    private const string Two = """[{"query":"{ hello }"},{"query":"{ nope }"}]""";
    private const string Greetings = """{"query":"query($n: String) { hello(name: $n) }","variables":[{"n":"a"},null,{"n":1}]}""";

    [Theory]
    [InlineData(Two)]
    [InlineData(Greetings)]
    public async Task Batches_are_refused_unless_the_server_wants_them(string body)
    {
        await using var served = await ServedSchema.StartAsync();

        (await served.PostAsync(body)).Status.Should().Be(400);
    }

    [Fact]
    public async Task Requests_of_a_list_run_one_after_the_other_each_with_services_of_its_own()
    {
        await using var served = await Batching();

        var answer = await served.PostAsync("""
            [{"query":"mutation { a: scope b: scope }"},{"query":"mutation { bump }"},{"query":"mutation { scope bump }"},{"query":"{ hello }"}]
            """);

        answer.Text.Should().Be("""[{"data":{"a":1,"b":1}},{"data":{"bump":1}},{"data":{"scope":2,"bump":2}},{"data":{"hello":"hi "}}]""");
        answer.MediaType.Should().Be("application/json");
    }

    [Fact]
    public async Task Each_set_of_variables_has_its_result()
    {
        await using var served = await Batching();

        var answer = await served.PostAsync(Greetings);

        answer.Status.Should().Be(200);
        answer.Text.Should().StartWith(
            """[{"variableIndex":0,"data":{"hello":"hi a"}},{"variableIndex":1,"data":{"hello":"hi "}},{"variableIndex":2,"errors":[{""")
            .And.EndWith("}]");
    }

    [Fact]
    public async Task Parts_say_what_they_answer()
    {
        await using var served = await Batching();
        const string body = """[{"query":"query($n: String) { hello(name: $n) }","variables":[{"n":"a"},{"n":"b"}]},{"query":"{ hello }"}]""";

        var lines = await served.PostAsync(body, "application/jsonl");
        lines.Response.Content.Headers.ContentType!.ToString().Should().Be("application/jsonl; charset=utf-8");
        lines.Text.Should().Be(
            "{\"requestIndex\":0,\"variableIndex\":0,\"data\":{\"hello\":\"hi a\"}}\n"
            + "{\"requestIndex\":0,\"variableIndex\":1,\"data\":{\"hello\":\"hi b\"}}\n"
            + "{\"requestIndex\":1,\"data\":{\"hello\":\"hi \"}}\n");

        var parts = await served.PostAsync("""[{"query":"{ hello }"},{"query":"{ hello }"}]""", "multipart/mixed");
        parts.Response.Content.Headers.ContentType!.ToString().Should().Be("multipart/mixed; boundary=\"-\"");
        parts.Text.Should().Be(
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"requestIndex\":0,\"data\":{\"hello\":\"hi \"}}"
            + "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"requestIndex\":1,\"data\":{\"hello\":\"hi \"}}\r\n-----\r\n");

        var events = await served.PostAsync("""[{"query":"{ hello }"},{"query":"{ hello }"}]""", "text/event-stream");
        events.Text.Should().Be(
            "event: next\ndata: {\"requestIndex\":0,\"data\":{\"hello\":\"hi \"}}\n\n"
            + "event: next\ndata: {\"requestIndex\":1,\"data\":{\"hello\":\"hi \"}}\n\nevent: complete\ndata:\n\n");
    }

    [Fact]
    public async Task In_a_list_with_variables_every_answer_has_its_number()
    {
        await using var served = await Batching();

        (await served.PostAsync("""[{"query":"{ hello }","variables":[{},{}]},{"query":"{ hello }"}]""")).Text.Should().Be(
            """[{"requestIndex":0,"variableIndex":0,"data":{"hello":"hi "}},{"requestIndex":0,"variableIndex":1,"data":{"hello":"hi "}},{"requestIndex":1,"data":{"hello":"hi "}}]""");
    }

    [Theory]
    [InlineData("""[{"query":"{ hello }"},{"query":"{ hello }"},{"query":"{ hello }"},{"query":"{ hello }"},{"query":"mutation { bump }"}]""")]
    [InlineData("""{"query":"mutation { bump }","variables":[{},{},{},{},{}]}""")]
    [InlineData("""[{"query":"mutation { bump }","variables":[{},{}]},{"query":"mutation { bump }","variables":[{},{},{}]}]""")]
    [InlineData("[]")]
    [InlineData("""[{"query":"mutation { bump }"},7]""")]
    [InlineData("""{"query":"mutation { bump }","variables":[]}""")]
    [InlineData("""{"query":"mutation { bump }","variables":[{},[]]}""")]
    [InlineData("""[{"query":"mutation { bump }"},{"query":"mutation { bump }","variables":[{},1]}]""")]
    public async Task A_batch_that_is_too_large_or_wrong_runs_nothing(string body)
    {
        await using var served = await Batching();

        (await served.PostAsync(body)).Status.Should().Be(400);
        (await served.PostAsync(body, "multipart/mixed")).Status.Should().Be(400);
        served.Bumps.Should().Be(0);
    }

    [Fact]
    public async Task Subscriptions_are_refused_in_their_place()
    {
        await using var served = await Batching();

        var answer = await served.PostAsync("""[{"query":"subscription { events }"},{"query":"{ hello }"}]""", "text/event-stream");

        answer.Text.Should().Contain("{\"requestIndex\":0,\"errors\":[{\"message\":\"The specified operation kind is not allowed.\"}]}")
            .And.Contain("{\"requestIndex\":1,\"data\"");
    }

    [Fact]
    public async Task A_list_of_one_is_answered_with_a_list_or_as_the_package_does()
    {
        await using var served = await Batching();
        (await served.PostAsync("""[{"query":"{ hello }"}]""")).Text.Should().Be("""[{"data":{"hello":"hi "}}]""");

        await using var alike = await ServedSchema.StartAsync(new GraphQLServerOptions
        {
            EnableBatching = true,
            ResponseStyle = ResponseStyle.HotChocolate,
        });
        (await alike.PostAsync("""[{"query":"{ hello }"}]""")).Text.Should().Be("""{"data":{"hello":"hi "}}""");
    }

    [Fact]
    public async Task A_single_answer_comes_in_parts_where_only_parts_are_read()
    {
        await using var served = await ServedSchema.StartAsync();

        (await served.PostAsync("""{"query":"{ hello }"}""", "multipart/mixed")).Text.Should().Be(
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"data\":{\"hello\":\"hi \"}}\r\n-----\r\n");
        (await served.PostAsync("""{"query":"{ hello }"}""", "application/jsonl")).Text.Should().Be("{\"data\":{\"hello\":\"hi \"}}\n");
        (await served.PostAsync("""{"query":"{ hello }"}""", "multipart/mixed, application/json")).MediaType.Should().Be("application/json");
    }

    private static Task<ServedSchema> Batching() =>
        ServedSchema.StartAsync(new GraphQLServerOptions { EnableBatching = true, MaxBatchSize = 4 });
}
