using System.Security.Cryptography;
using System.Text;
using Exams.GraphQL.Execution.Documents;

namespace Exams.GraphQL.Tests.Http;

public class PersistedQueryTests
{
    private const string Text = "{ hello }";
    private const string Hello = """{"data":{"hello":"hi "}}""";

    [Fact]
    public async Task A_document_is_sent_once_and_named_from_then_on()
    {
        await using var served = await ServedSchema.StartAsync(documents: new DocumentPolicy(Persisted: new PersistedQueries()));

        var unknown = await served.PostAsync(Named(Text), "application/graphql-response+json");
        unknown.Status.Should().Be(400);
        unknown.Text.Should().Be(
            """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""");
        (await served.PostAsync(Sent(Text))).Text.Should().Be(Hello);
        (await served.PostAsync(Named(Text))).Text.Should().Be(Hello);
        (await served.PostAsync(Named(Text), "text/event-stream")).Text.Should().Contain(Hello);
        (await served.SendAsync(new(HttpMethod.Get, "?extensions=" + Extension(Text)))).Text.Should().Be(Hello);
        (await served.PostAsync($$"""{"id":"sha256:{{Hash(Text)}}"}""")).Text.Should().Be(Hello);
        using var client = await SocketClient.ReadyAsync(served);
        await client.SendAsync($$"""{"id":"a","type":"subscribe","payload":{{Named(Text)}}}""");
        (await client.NextAsync()).Should().Contain(Hello);
    }

    [Fact]
    public async Task A_document_may_be_registered_by_get()
    {
        await using var served = await ServedSchema.StartAsync(documents: new DocumentPolicy(Persisted: new PersistedQueries()));

        (await served.SendAsync(new(HttpMethod.Get, "?query={ hello }&extensions=" + Extension(Text)))).Text.Should().Be(Hello);
        (await served.SendAsync(new(HttpMethod.Get, "?extensions=" + Extension(Text)))).Text.Should().Be(Hello);
    }

    [Theory]
    [InlineData("{ who }", Text, "PERSISTED_QUERY_HASH_MISMATCH")]
    [InlineData("{ who }", null, "PERSISTED_QUERY_HASH_MISMATCH")]
    public async Task A_hash_that_is_not_the_documents_is_refused(string text, string? hashed, string code)
    {
        await using var served = await ServedSchema.StartAsync(documents: new DocumentPolicy(Persisted: new PersistedQueries()));
        var hash = hashed is null ? "short" : Hash(hashed);

        (await served.PostAsync($$$$"""{"query":"{{{{text}}}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{{hash}}}}"}}}"""))
            .Text.Should().Contain(code).And.NotContain("data");
        (await served.PostAsync(Named(Text))).Text.Should().Contain("PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("""{"version":2,"sha256Hash":"x"}""", "PERSISTED_QUERY_NOT_SUPPORTED")]
    [InlineData("""{"version":"1","sha256Hash":7}""", "PERSISTED_QUERY_NOT_SUPPORTED")]
    [InlineData("""{"version":1,"sha256Hash":7}""", "PERSISTED_QUERY_NOT_FOUND")]
    [InlineData("""{"version":1}""", "PERSISTED_QUERY_NOT_FOUND")]
    [InlineData("7", "HC0011")]
    public async Task A_broken_extension_is_refused(string extension, string code)
    {
        await using var served = await ServedSchema.StartAsync(documents: new DocumentPolicy(Persisted: new PersistedQueries()));

        (await served.PostAsync($$$"""{"extensions":{"persistedQuery":{{{extension}}} } }""", "application/graphql-response+json"))
            .Text.Should().Contain(code);
    }

    [Fact]
    public async Task What_does_not_run_is_not_kept()
    {
        var kept = new PersistedQueries();
        await using var served = await ServedSchema.StartAsync(documents: new DocumentPolicy(Persisted: kept));

        foreach (var text in new[] { "{ nope }", "{", "query($n: String!) { hello(name: $n) }" })
        {
            (await served.PostAsync(Sent(text))).Text.Should().NotContain("\"data\"");
            (await served.PostAsync(Named(text))).Text.Should().Contain("PERSISTED_QUERY_NOT_FOUND");
        }

        kept.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_server_that_keeps_none_says_so()
    {
        await using var served = await ServedSchema.StartAsync();

        (await served.PostAsync(Named(Text))).Text.Should().Contain("PERSISTED_QUERY_NOT_SUPPORTED");
        (await served.PostAsync(Sent(Text))).Text.Should().Be(Hello);
        (await served.PostAsync("""{"id":"greeting"}""")).Text.Should().Contain("HC0020");
    }

    [Fact]
    public void Only_so_many_documents_and_bytes_are_kept()
    {
        var few = new PersistedQueries(maxCount: 10, maxBytes: 1_000_000);
        var small = new PersistedQueries(maxCount: 1_000_000, maxBytes: 8_000);
        for (var i = 0; i < 5_000; i++)
        {
            var text = Encoding.UTF8.GetBytes($"{{ field{i} }}");
            few.Keep(DocumentHash.Of(text), text);
            small.Keep(DocumentHash.Of(text), text);
            small.Bytes.Should().BeLessThanOrEqualTo(8_000);
        }

        few.Count.Should().Be(10);
        small.Bytes.Should().BeGreaterThan(7_900);
        var large = new byte[2_000];
        small.Keep(DocumentHash.Of(large), large);
        small.TryFind(DocumentHash.Of(large), out _).Should().BeFalse();
    }

    [Fact]
    public void What_is_asked_for_stays_when_others_go()
    {
        var kept = new PersistedQueries(maxCount: 3, maxBytes: 1_000_000);
        var favourite = Encoding.UTF8.GetBytes(Text);
        kept.Keep(DocumentHash.Of(favourite), favourite);
        for (var i = 0; i < 100; i++)
        {
            kept.TryFind(DocumentHash.Of(favourite), out _).Should().BeTrue();
            var text = Encoding.UTF8.GetBytes($"{{ field{i} }}");
            kept.Keep(DocumentHash.Of(text), text);
        }

        kept.Count.Should().Be(3);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Extension(string text) => $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash(text)}}}"}}""";

    private static string Named(string text) => $$"""{"extensions":{{Extension(text)}}}""";

    private static string Sent(string text) => $$"""{"query":"{{text}}","extensions":{{Extension(text)}}}""";
}
