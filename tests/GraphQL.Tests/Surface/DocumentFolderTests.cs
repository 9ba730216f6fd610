using Exams.GraphQL.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Exams.GraphQL.Tests.Surface;

public sealed class DocumentFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("documents");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_document_that_the_schema_does_not_take_ends_the_start_and_is_named()
    {
        Write("good", "query A { sum(numbers: [1]) }");
        Write("typo", "query A {\n  sun(numbers: [1]) }");
        Write("broken", "query A {");
        await using var server = Server();

        var start = () => StartAsync(server);

        (await start.Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should()
            .Contain("typo.graphql:2:3: Cannot query field \"sun\"").And.Contain("broken.graphql:1:10: Syntax Error").And.NotContain("good.graphql");
    }

    [Fact]
    public async Task Documents_that_are_valid_let_the_server_start_and_nothing_else_run()
    {
        Write("good", "query A { sum(numbers: [1, 2]) }");
        await using var server = Server();

        await StartAsync(server);

        (await server.Ask("{ sum(numbers: [1, 2]) }")).Should().Contain("HC0067");
    }

    private static async Task StartAsync(TestServer server)
    {
        foreach (var service in server.Services.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name + ".graphql"), text);

    private TestServer Server() => new(
        _ => { },
        g => g.AddTypes(typeof(IParcel), typeof(Letter), typeof(Box), typeof(PostQueries))
            .UsePersistedOperationPipeline()
            .UseAutomaticPersistedOperationPipeline()
            .AddFileSystemOperationDocumentStorage(_folder.FullName)
            .ModifyRequestOptions(o => o.PersistedOperations.OnlyAllowPersistedDocuments = true));
}
