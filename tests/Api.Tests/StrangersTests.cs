using System.Buffers.Text;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>What people try who were not asked to: cursors made by hand, sockets kept open, doors without a key.</summary>
public sealed class StrangersTests : IAsyncLifetime
{
    private RunningService _service = null!;
    private ApiClient _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(new DemoBoard(Candidates: 4));
        _officer = await _service.SignedInAsync("officer.us123");
    }

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_cursor_with_a_hole_in_it_is_refused_as_a_cursor_and_is_no_fault_of_ours()
    {
        const string Page = "query($after: String) { candidates(series: \"2026-06\", first: 1, after: $after) { pageInfo { endCursor } } }";
        var cursor = (await _officer.DataAsync(Page, ct: Ct))["candidates"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
        var keys = JsonNode.Parse(Base64Url.DecodeFromChars(cursor))!.AsArray();
        keys.Count.Should().BeGreaterThan(1);
        for (var i = 0; i < keys.Count; i++)
        {
            var holed = keys.DeepClone().AsArray();
            holed[i] = null;
            var answer = await _officer.AskAsync(Page, new { after = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(holed.ToJsonString())) }, Ct);
            ((string?)answer["errors"]![0]!["extensions"]!["code"]).Should().Be("HC0078", "{0} is no cursor", holed.ToJsonString());
        }
    }

    [Fact]
    public async Task A_socket_answers_nothing_once_its_session_has_ended()
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(_service.Address) { Scheme = "ws", Path = "/graphql" }.Uri, Ct);
        await SendAsync(socket, new { type = "connection_init", payload = new { authorization = $"Bearer {_officer.Token}" } });
        (await ReadAsync(socket)).Should().Contain("connection_ack");
        await SendAsync(socket, new { id = "1", type = "subscribe", payload = new { query = "{ viewer { kind } }" } });
        (await ReadAsync(socket)).Should().Contain("OFFICER");
        (await ReadAsync(socket)).Should().Contain("complete");

        await _officer.DoAsync("mutation { signOut { errors { code } } }", ct: Ct);
        await SendAsync(socket, new { id = "2", type = "subscribe", payload = new { query = "{ viewer { kind } }" } });
        (await ReadAsync(socket)).Should().BeNull("the session was over before the question came");
        ((int?)socket.CloseStatus).Should().Be(4403);
    }

    [Fact]
    public async Task The_shut_explorer_says_what_it_wants()
    {
        using var stranger = new HttpClient { BaseAddress = _service.Address };
        using var shut = await stranger.GetAsync(string.Empty, Ct);
        shut.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await shut.Content.ReadAsStringAsync(Ct)).Should().Contain("Authorization: Bearer");
        using var open = await _officer.GetAsync("/", ct: Ct);
        open.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, Ct);

    private static async Task<string?> ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        var frame = await socket.ReceiveAsync(buffer, Ct);
        return frame.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(buffer, 0, frame.Count);
    }
}
