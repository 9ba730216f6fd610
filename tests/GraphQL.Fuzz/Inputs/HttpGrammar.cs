using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Writes what a client may send on one connection: requests, right and broken, one or several.</summary>
internal static class HttpGrammar
{
    private static readonly string[] Queries =
    [
        "{ __typename }", "{ hello }", "query($n: String) { hello(name: $n) }", "{ self { self { hello } } }", "mutation { bump }", "subscription { ticks }",
        "{ later(ms: 3) hello }", "{ list(n: [1, 2]) }", "{", "", "{ nope }", "query A { hello } query B { hello }", "{ __schema { types { name } } }", "\uFEFF{ hello(name: \"é😀\") }",
        "query($n: [Int!]) { list(n: $n) }", "{ ...a } fragment a on Query { ...a }",
        "{ hello ...@defer(label: \"a\") { self { hello } } }", "{ list(n: [1, 2, 3]) @stream(initialCount: 1) }", "{ feed(n: 3) @stream ...@defer { later(ms: 2) } }",
        "query($n: Boolean = true) { self { ...@defer(if: $n) { later(ms: 1) hello } } }", "{ self { feed(n: 2) @stream(label: \"x\") self { ...@defer { feed(n: 9) @stream fail } } } }",
        "{ a: feed(n: 4) @stream ...F @defer } fragment F on Query { self { must later(ms: 3) } }", "mutation { bump ...@defer { b: bump } }", "subscription { ticks(n: 1) ...@defer { x: ticks } }",
        "{ page(first: 5) { hello } }", "query($n: Int = 900) { page(first: $n) { page(first: $n) { hello } } }", "query($n: Where) { found(where: $n) { hello } }",
    ];

    private static readonly string[] Accepts =
    [
        "application/json", "application/graphql-response+json", "text/event-stream", "*/*", "application/*;q=0.5", "text/html", "", ";;;", "application/json;q=2",
        "application/json;charset=utf-16", "multipart/mixed", "application/graphql-response+json, application/json;q=0.9", "a/b,,,,c", "\"", "application/json;q=",
        "multipart/mixed;incrementalSpec=v0.2, application/json;q=0.9", "multipart/mixed;deferSpec=20220824", "application/jsonl", "application/jsonl, multipart/mixed;q=0.4, */*;q=0.1",
        "text/event-stream, application/json;q=0.1", "application/json, multipart/mixed", "application/graphql-response+json;q=0.2, text/event-stream;q=0.9",
    ];

    private static readonly string[] Variables =
    [
        "{}", "null", "{\"n\":\"x\"}", "{\"n\":[1,2]}", "[]", "7", "{\"n\":{\"a\":1}}", "{\"n\":\"\\uD800\"}", "{\"n\":1,\"n\":2}", "\"{}\"", "{\"n\":true}", "{\"n\":300}",
        "[{\"n\":\"x\"},{\"n\":\"y\"}]", "[{},{},{}]", "[{\"n\":1},7]", "[null]", "[{\"n\":[1]},{\"n\":null},{},{},{},{}]", "{\"n\":{\"or\":[{\"text\":\"a\"},{\"or\":[]}]}}",
    ];

    private static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-8", "application/json;charset=\"utf-8\"", "application/json; charset=utf-16", "text/plain", "application/graphql",
        "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "", "application/json;;", "APPLICATION/JSON", "json",
    ];

    private static readonly string[] Oddities =
    [
        "GraphQL-Cost: report", "GraphQL-Cost: validate", "GraphQL-Cost: nope", "GraphQL-Preflight: 1", "Content-Encoding: gzip", "Expect: 100-continue", "X-A: \u0001", "Host:", "Content-Length: -1",
        "Content-Length: 5", "Transfer-Encoding: gzip, chunked", "Connection: upgrade", "Upgrade: websocket", "Authorization: Bearer x", "Origin: http://evil.example", ":", "A", "Cookie: a=b",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13", "If-Match: *", "Range: bytes=0-1", "Accept-Encoding: br", "Accept: text/event-stream",
    ];

    /// <summary>All that is sent on one connection.</summary>
    public static string Connection(Dice dice)
    {
        var text = new StringBuilder();
        var requests = dice.Chance(75) ? 1 : 2 + dice.Below(3);
        for (var i = 0; i < requests; i++)
        {
            Request(text, dice, isLast: i == requests - 1);
        }

        return text.ToString();
    }

    /// <summary>The JSON of a request.</summary>
    public static string Body(Dice dice)
    {
        var query = dice.Of(Queries);
        var members = new List<string> { $"\"query\":{JsonSerializer.Serialize(query)}" };
        if (dice.Chance(15))
        {
            // By hash alone, with its text, with another one's.
            var hash = DocumentGrammar.Hash(dice.Chance(85) ? query : dice.Of(Queries));
            members = dice.Chance(50) ? [] : members;
            members.Add($"\"extensions\":{{\"persistedQuery\":{{\"version\":{dice.Of("1", "1", "1", "2", "\"1\"")},\"sha256Hash\":\"{hash}\"}}}}");
        }

        if (dice.Chance(40))
        {
            members.Add($"\"variables\":{dice.Of(Variables)}");
        }

        if (dice.Chance(20))
        {
            members.Add($"\"operationName\":{dice.Of("null", "\"A\"", "\"B\"", "\"\"", "7", "\"\\uDC00\"")}");
        }

        if (dice.Chance(20))
        {
            members.Add($"\"extensions\":{dice.Of("{}", "null", "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"00\"}}", "1", "{\"a\":{\"a\":[]}}")}");
        }

        if (dice.Chance(10))
        {
            members.Add(dice.Of("\"query\":\"{ hello }\"", "\"more\":[[[[1]]]]", "\"id\":\"x\"", "\"documentId\":\"sha256:00\"", "\"onError\":\"HALT\"", "\"\":\"\""));
        }

        var body = $"{{{string.Join(',', members)}}}";
        return dice.Below(20) switch
        {
            0 => $"[{body},{body}]",
            7 or 8 => $"[{body},{Body(dice)}]",
            1 => "[]",
            2 => body[..dice.Below(body.Length)],
            3 => body + dice.Of("x", "{}", " ", "\0", ","),
            4 => new string('[', 200),
            5 => dice.Of("", "null", "7", "\"{ hello }\"", "true", " \n"),
            6 => $"[{string.Join(',', Enumerable.Repeat(body, 6))}]",
            _ => body,
        };
    }

    private static void Request(StringBuilder text, Dice dice, bool isLast)
    {
        var isGet = dice.Chance(25);
        var path = "/graphql" + (isGet || dice.Chance(5) ? Query(dice) : dice.Chance(3) ? "/schema.graphql" : "");
        text.Append(isGet ? "GET" : dice.Chance(95) ? "POST" : dice.Of("PUT", "DELETE", "OPTIONS", "QUERY", "PATCH", "post"));
        text.Append(' ').Append(path).Append(dice.Chance(98) ? " HTTP/1.1\r\n" : dice.Of(" HTTP/1.0\r\n", " HTTP/2.0\r\n", "\r\n", " HTTP/1.1\n"));
        text.Append(dice.Chance(98) ? "Host: localhost\r\n" : "");
        if (dice.Chance(70))
        {
            text.Append("Accept: ").Append(dice.Of(Accepts)).Append("\r\n");
        }

        while (dice.Chance(20))
        {
            text.Append(dice.Of(Oddities)).Append("\r\n");
        }

        text.Append(isLast ? "Connection: close\r\n" : "");
        if (isGet)
        {
            text.Append("\r\n");
            return;
        }

        text.Append("Content-Type: ").Append(dice.Chance(80) ? "application/json" : dice.Of(Types)).Append("\r\n");
        var body = Body(dice);
        if (dice.Chance(25))
        {
            Chunked(text, body, dice);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(body) + (dice.Chance(6) ? dice.Of(-1, 1, 100, 1_000_000) : 0);
        text.Append(CultureInfo.InvariantCulture, $"Content-Length: {Math.Max(0, length)}\r\n\r\n{body}");
    }

    private static string Query(Dice dice)
    {
        var text = new StringBuilder("?query=").Append(Uri.EscapeDataString(dice.Of(Queries)));
        if (dice.Chance(30))
        {
            text.Append("&variables=").Append(dice.Of("%7B%22n%22%3A%22x%22%7D", "%7B%7D", "[]", "%00", "%FF", "null", "7", "%7B", "%22%5CuD800%22", "%20"));
        }

        return text.Append(dice.Below(8) switch { 0 => "&operationName=A", 1 => "&extensions=%7B%7D", 2 => "&query=", 3 => "&extensions=x", 4 => "&operationName=%FF", _ => "" }).ToString();
    }

    private static void Chunked(StringBuilder text, string body, Dice dice)
    {
        text.Append("Transfer-Encoding: chunked\r\n\r\n");
        for (var at = 0; at < body.Length;)
        {
            var count = Math.Min(1 + dice.Below(60), body.Length - at);
            var piece = body.Substring(at, count);
            text.Append(dice.Chance(98) ? Encoding.UTF8.GetByteCount(piece).ToString("X", CultureInfo.InvariantCulture) : dice.Of("G", "-1", "FFFFFFFFF", "", "0x5", "1;ext=\"a"));
            text.Append(dice.Chance(98) ? "\r\n" : "\n").Append(piece).Append("\r\n");
            at += count;
        }

        text.Append(dice.Chance(85) ? "0\r\n\r\n" : dice.Of("", "0\r\n", "0\r\nA: b\r\n\r\n", "0\r\nA: \0\r\n\r\n", "0\r\nA: \u00FF\r\n\r\n", "0\r\n: \r\n\r\n", "00000000000\r\n\r\n"));
    }
}
