using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Tests.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Golden;

/// <summary>Runs cases whose results graphql-js has given and counts how far the results agree.</summary>
/// <remarks>A field's value is the member of its name in the JSON parent; <c>{"$error": "m"}</c> throws m, <c>{"$args": 1}</c> is the
/// coerced arguments as text.</remarks>
internal sealed class Replay
{
    /// <summary>Cases run.</summary>
    public int All { get; private set; }

    /// <summary>Cases with the same data, byte for byte, and errors on both sides or on neither.</summary>
    public int SameData { get; private set; }

    /// <summary>Those of them whose errors stand at the same paths and places.</summary>
    public int SamePlaces { get; private set; }

    /// <summary>Those of them whose errors have the same words.</summary>
    public int SameMessages { get; private set; }

    /// <summary>The first few differences, for people.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>An executor over a schema of such cases.</summary>
    /// <param name="sdl">The schema.</param>
    /// <param name="isAwaited">Whether two fields of three take their time, which must not show in the data.</param>
    public static RequestExecutor Executor(string sdl, bool isAwaited = false) => Engine.Create(Schema(sdl, isAwaited), EngineOptions.Reference);

    /// <summary>Runs one case.</summary>
    public async Task RunAsync(RequestExecutor executor, JsonElement given, JsonElement root, CancellationToken cancellationToken)
    {
        var text = await Run.TextAsync(executor, new OperationRequest
        {
            Document = Bytes(given.GetProperty("query")),
            Variables = given.TryGetProperty("variables", out var variables) ? variables : default,
            RootValue = root,
            Services = Run.NoServices.Instance,
        }, cancellationToken);
        using var answer = JsonDocument.Parse(text);
        var (expected, actual) = (given.GetProperty("expected"), answer.RootElement);
        var sameData = Data(expected) == Data(actual) && Errors(expected).Length == 0 == (Errors(actual).Length == 0);
        var samePlaces = sameData && Sorted(expected, Place).SequenceEqual(Sorted(actual, Place));
        var sameMessages = samePlaces && Sorted(expected, Message).SequenceEqual(Sorted(actual, Message));
        All++;
        SameData += sameData ? 1 : 0;
        SamePlaces += samePlaces ? 1 : 0;
        SameMessages += sameMessages ? 1 : 0;
        if (!sameMessages && Differences.Count < 5)
        {
            Differences.Add($"{given.GetProperty("query")}\n variables {variables}\n expected {expected}\n actual   {text}\n");
        }
    }

    // Some documents hold half a surrogate pair, which the reader refuses to hand out as text; such a half goes in as three bytes.
    private static byte[] Bytes(JsonElement text)
    {
        var raw = text.GetRawText();
        var escape = System.Text.RegularExpressions.Regex.Match(raw, @"(?<!\\ud[89ab]..)\\ud[8-f]..", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
        if (!escape.Success)
        {
            return System.Text.Encoding.UTF8.GetBytes(text.GetString()!);
        }

        var half = Convert.ToInt32(escape.Value[2..], 16);
        string Part(string part) => JsonSerializer.Deserialize<string>($"\"{part}\"")!;
        return
        [
            .. System.Text.Encoding.UTF8.GetBytes(Part(raw[1..escape.Index])),
            (byte)(0xE0 | (half >> 12)), (byte)(0x80 | ((half >> 6) & 0x3F)), (byte)(0x80 | (half & 0x3F)),
            .. System.Text.Encoding.UTF8.GetBytes(Part(raw[(escape.Index + escape.Length)..^1])),
        ];
    }

    private static Schema Schema(string sdl, bool isAwaited)
    {
        var dice = new Random(7);
        return SchemaBuilder.FromSdl(sdl, new SdlOptions
        {
            Resolver = (_, field) => isAwaited && dice.Next(3) != 0
                ? new TaskResolver(async context =>
                {
                    await WaitAsync(dice);
                    return Read(context, field);
                })
                : new MethodResolver(context => Read(context, field)),
        });
    }

    private static async Task WaitAsync(Random dice)
    {
        int rounds;
        lock (dice)
        {
            rounds = dice.Next(4);
        }

        for (var i = 0; i < rounds; i++)
        {
            await Task.Yield();
        }
    }

    private static object? Read(IResolverContext context, OutputField field)
    {
        var value = MemberResolver.Read(context.Source, field.Name);
        if (value is not JsonElement { ValueKind: JsonValueKind.Object } member)
        {
            return value;
        }

        if (member.TryGetProperty("$error", out var message))
        {
            throw new GraphQLException(message.GetString()!);
        }

        return member.TryGetProperty("$args", out _) ? Canonical(context) : value;
    }

    private static string Canonical(IResolverContext context)
    {
        var given = new OrderedDictionary<string, object?>();
        foreach (var argument in context.Field.Arguments.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            if (context.Argument(argument.Index) is { HasValue: true } value)
            {
                given[argument.Name] = Sort(value.Value);
            }
        }

        using var json = new JsonBuffer();
        PlainValue.Write(given, json);
        return System.Text.Encoding.UTF8.GetString(json.Written.Span);
    }

    private static object? Sort(object? value) => value switch
    {
        List<object?> list => list.ConvertAll(Sort),
        OrderedDictionary<string, object?> members => new OrderedDictionary<string, object?>(
            members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sort(m.Value)))),
        _ => value,
    };

    private static string Data(JsonElement result) => result.TryGetProperty("data", out var data) ? Plain(data) : "";

    // Both sides through one writer: escapes differ between the two, values must not.
    private static string Plain(JsonElement json)
    {
        using var buffer = new JsonBuffer();
        PlainValue.Write(json, buffer);
        return System.Text.Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static JsonElement[] Errors(JsonElement result) => result.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    private static IEnumerable<string> Sorted(JsonElement result, Func<JsonElement, string> key) =>
        Errors(result).Select(key).Order(StringComparer.Ordinal);

    private static string Message(JsonElement error) => error.GetProperty("message").GetString()!;

    private static string Place(JsonElement error) =>
        (error.TryGetProperty("path", out var path) ? Plain(path) : "-") + (error.TryGetProperty("locations", out var at) ? Plain(at) : "-");
}
