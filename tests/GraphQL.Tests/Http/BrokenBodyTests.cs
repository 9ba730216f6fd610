using System.Net.Sockets;
using System.Text;

namespace Exams.GraphQL.Tests.Http;

/// <summary>Bodies that no client library would send, byte by byte.</summary>
public class BrokenBodyTests
{
    [Theory]
    [InlineData("FFFFFFFF\r\n{}")]
    [InlineData("FFFFFFFFFFF\r\n{}")]
    [InlineData("zz\r\n{}")]
    [InlineData("-1\r\n{}")]
    [InlineData("2\r\n{}\r\n0\r\nA: \0\r\n\r\n")]
    [InlineData("2\r\n{}\r\n0\r\nA: \u00FF\u00FE\r\n\r\n")]
    [InlineData("2\r\n{}\r\n0\r\nA\0: b\r\n\r\n")]
    [InlineData("2\r\n{}\r\n0\r\nA b\r\n\r\n")]
    public async Task A_body_that_breaks_the_rules_of_chunks_is_the_clients_fault(string chunks)
    {
        await using var served = await ServedSchema.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(served.Address.Host, served.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();

        await stream.WriteAsync(Encoding.Latin1.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).Should().Be("HTTP/1.1 400 Bad Request");
    }

    [Theory]
    [InlineData("gzip", 415)]
    [InlineData("br", 415)]
    [InlineData("identity", 200)]
    public async Task A_compressed_body_is_told_so_instead_of_being_read_as_text(string encoding, int status)
    {
        await using var served = await ServedSchema.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, served.Address) { Content = new StringContent("""{"query":"{ __typename }"}""", Encoding.UTF8, "application/json") };
        request.Content.Headers.ContentEncoding.Add(encoding);

        var answer = await served.SendAsync(request);

        answer.Status.Should().Be(status);
        answer.Text.Contains("must not be compressed", StringComparison.Ordinal).Should().Be(status == 415);
    }
}
