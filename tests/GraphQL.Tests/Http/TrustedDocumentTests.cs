using System.Security.Cryptography;
using System.Text;
using Exams.GraphQL.Execution.Documents;
using Exams.GraphQL.Http;

namespace Exams.GraphQL.Tests.Http;

public sealed class TrustedDocumentTests : IDisposable
{
    private const string Text = "query Hello($name: String) { hello(name: $name) } query Other { hello } mutation Bump { bump }";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("documents");

    public TrustedDocumentTests()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "greeting.graphql"), Text);
        File.WriteAllText(Path.Combine(_folder.FullName, "events.graphql"), "subscription { events }");
        File.WriteAllText(Path.Combine(_folder.FullName, "notes.txt"), "{ hello }");
    }

    private static string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("id")]
    [InlineData("documentId")]
    [InlineData("doc_id")]
    public async Task A_document_runs_by_its_id(string member)
    {
        await using var served = await Served();

        foreach (var id in new[] { "greeting", Hash, Hash.ToUpperInvariant(), "sha256:" + Hash })
        {
            (await served.PostAsync($$$"""{"{{{member}}}":"{{{id}}}","operationName":"Hello","variables":{"name":"you"}}"""))
                .Text.Should().Be("""{"data":{"hello":"hi you"}}""");
            (await served.SendAsync(new(HttpMethod.Get, $"?{member}={id}&operationName=Hello&variables={{\"name\":\"you\"}}")))
                .Text.Should().Be("""{"data":{"hello":"hi you"}}""");
        }
    }

    [Fact]
    public async Task A_document_has_an_address()
    {
        await using var served = await Served();

        (await Get(served, "greeting/Hello?variables={\"name\":\"you\"}")).Text.Should().Be("""{"data":{"hello":"hi you"}}""");
        (await Get(served, "greeting?operationName=Other")).Text.Should().Be("""{"data":{"hello":"hi "}}""");
        (await Get(served, "sha256:" + Hash + "/Other")).Text.Should().Be("""{"data":{"hello":"hi "}}""");
        (await Get(served, "greeting/Bump")).Status.Should().Be(405);
        (await Get(served, "nothing/Hello")).Text.Should().Contain("HC0020");
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(served.Address, "graphql/persisted/greeting/Bump"))
        {
            Content = new StringContent("{}", null, "application/json"),
        };
        (await served.SendAsync(post)).Text.Should().Be("""{"data":{"bump":1}}""");
    }

    [Theory]
    [InlineData("../events")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("/etc/passwd")]
    [InlineData("notes.txt")]
    [InlineData("notes")]
    [InlineData("greeting.graphql")]
    [InlineData("GREETING")]
    [InlineData("./greeting")]
    [InlineData("greeting\\u0000")]
    [InlineData("sha256:")]
    [InlineData("sha256:greeting")]
    [InlineData(" ")]
    public async Task An_id_is_a_name_and_no_path(string id)
    {
        await using var served = await Served();

        var answer = await served.PostAsync($$"""{"id":"{{id}}"}""", "application/graphql-response+json");

        answer.Status.Should().Be(400);
        answer.Text.Should().Be("""{"errors":[{"message":"There is no document with this id.","extensions":{"code":"HC0020"}}]}""");
        (await Get(served, Uri.EscapeDataString(id.Replace("\\u0000", "\0", StringComparison.Ordinal)))).Text.Should().NotContain("data");
    }

    [Fact]
    public async Task An_id_that_belongs_to_another_text_is_refused()
    {
        await using var served = await Served();

        (await served.PostAsync("""{"id":"greeting","query":"{ hello }"}""")).Text.Should().Contain("HC0020").And.NotContain("data");
        (await served.PostAsync("""{"id":"unknown","query":"{ hello }"}""")).Text.Should().Be("""{"data":{"hello":"hi "}}""");
        (await served.PostAsync("""{"id":7,"query":"{ hello }"}""")).Text.Should().Be("""{"data":{"hello":"hi "}}""");
    }

    [Theory]
    [InlineData("""{"query":"{ hello }"}""")]
    [InlineData("""{"id":"unknown","query":"{ hello }"}""")]
    [InlineData("""{"query":""}""")]
    [InlineData("""{"query":"query Other { hello }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"0000"}}}""")]
    public async Task Nothing_else_runs_where_only_trusted_documents_may(string body)
    {
        await using var served = await Served(only: true);

        var answer = await served.PostAsync(body, "application/graphql-response+json");

        answer.Status.Should().Be(400);
        answer.Text.Should().Be(
            """{"errors":[{"message":"Only trusted documents run here, by their ids.","extensions":{"code":"HC0067"}}]}""");
        (await served.PostAsync("""{"id":"greeting","operationName":"Other"}""")).Text.Should().Be("""{"data":{"hello":"hi "}}""");
        (await served.PostAsync(Registered(Hash))).Text.Should().Be("""{"data":{"hello":"hi "}}""");
    }

    [Fact]
    public async Task A_trusted_text_runs_where_texts_may_be_sent()
    {
        await using var strict = await Served(only: true);
        var body = $$"""{"query":"{{Text}}","operationName":"Other"}""";
        (await strict.PostAsync(body)).Text.Should().Contain("HC0067");

        await using var lenient = await Served(only: true, body: true);
        (await lenient.PostAsync(body)).Text.Should().Be("""{"data":{"hello":"hi "}}""");
        (await lenient.PostAsync(body.Replace("{ bump }", "{ bump  }", StringComparison.Ordinal))).Text.Should().Contain("HC0067");
    }

    [Fact]
    public async Task Nothing_is_registered_where_only_trusted_documents_run()
    {
        var persisted = new PersistedQueries();
        await using var served = await Served(only: true, persisted: persisted);
        const string text = "{ hello }";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        (await served.PostAsync($$$$"""{"query":"{{{{text}}}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{{hash}}}}"}}}"""))
            .Text.Should().Contain("HC0067");
        (await served.PostAsync($$"""{"id":"{{hash}}"}""")).Text.Should().Contain("HC0020");

        // What was registered before, or elsewhere, does not count either.
        var bytes = Encoding.UTF8.GetBytes(text);
        persisted.Keep(DocumentHash.Of(bytes), bytes);
        (await served.PostAsync($$"""{"id":"{{hash}}"}""")).Text.Should().Contain("HC0020");
    }

    [Fact]
    public async Task Batches_know_the_documents_too()
    {
        await using var served = await ServedSchema.StartAsync(
            new GraphQLServerOptions { EnableBatching = true },
            documents: new DocumentPolicy(TrustedDocuments.Load(_folder.FullName), OnlyTrusted: true));

        (await served.PostAsync("""[{"id":"greeting","operationName":"Other"},{"query":"{ hello }"}]""")).Text.Should()
            .StartWith("""[{"data":{"hello":"hi "}},{"errors":[""").And.Contain("HC0067");
        (await served.PostAsync("""{"id":"greeting","operationName":"Hello","variables":[{"name":"a"},{"name":"b"}]}""")).Text.Should()
            .Be("""[{"variableIndex":0,"data":{"hello":"hi a"}},{"variableIndex":1,"data":{"hello":"hi b"}}]""");
    }

    [Fact]
    public void A_folder_may_not_be_larger_than_the_service_can_bear()
    {
        var folder = _folder.FullName;
        var bytes = _folder.EnumerateFiles("*.graphql").Sum(f => f.Length);

        TrustedDocuments.Load(folder, 2, bytes).ByName.Should().HaveCount(2);
        FluentActions.Invoking(() => TrustedDocuments.Load(folder, 1, bytes)).Should().Throw<InvalidOperationException>().WithMessage("*1 documents*");
        FluentActions.Invoking(() => TrustedDocuments.Load(folder, 2, bytes - 1)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task Sockets_and_event_streams_know_the_documents_too()
    {
        await using var served = await Served(only: true);
        served.Events.Writer.TryWrite("one");
        served.Events.Writer.TryWrite("two");
        using var client = await SocketClient.ReadyAsync(served);
        await client.SendAsync("""{"id":"a","type":"subscribe","payload":{"id":"events"}}""");
        (await client.NextAsync()).Should().Be("""{"id":"a","type":"next","payload":{"data":{"events":"one"}}}""");
        (await client.NextAsync()).Should().Contain("two");
        await client.SubscribeAsync("b", "{ hello }");
        (await client.NextAsync()).Should().Contain("HC0067");
        await client.SendAsync("""{"id":"a","type":"complete"}""");
        await served.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        served.Events.Writer.TryWrite("three");
        served.Events.Writer.Complete();
        (await served.PostAsync("""{"id":"events"}""", "text/event-stream")).Text.Should().Contain("three").And.Contain("event: complete");
    }

    [Fact]
    public void A_folder_must_hold_what_it_says()
    {
        FluentActions.Invoking(() => TrustedDocuments.Load(Path.Combine(_folder.FullName, "none"))).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => TrustedDocuments.Load(_folder.CreateSubdirectory("empty").FullName)).Should().Throw<InvalidOperationException>();

        File.WriteAllText(Path.Combine(_folder.FullName, Hash + ".graphql"), Text);
        TrustedDocuments.Load(_folder.FullName).ByName.Keys.Should().BeEquivalentTo("greeting", "events", Hash);
        File.AppendAllText(Path.Combine(_folder.FullName, Hash + ".graphql"), "\n");
        FluentActions.Invoking(() => TrustedDocuments.Load(_folder.FullName)).Should().Throw<InvalidOperationException>().WithMessage($"*{Hash}*");
    }

    private static string Registered(string hash) =>
        $$$$"""{"operationName":"Other","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{{hash}}}}"}}}""";

    private static Task<Answer> Get(ServedSchema served, string document) =>
        served.SendAsync(new(HttpMethod.Get, new Uri(served.Address, "graphql/persisted/" + document)));

    private Task<ServedSchema> Served(bool only = false, bool body = false, PersistedQueries? persisted = null) =>
        ServedSchema.StartAsync(documents: new DocumentPolicy(TrustedDocuments.Load(_folder.FullName), persisted, only, body));
}
