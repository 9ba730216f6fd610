using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Tests.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Validation;

namespace Exams.GraphQL.Tests.Golden;

/// <summary>Runs cases of <c>incremental.mjs</c> and compares the payloads with those that graphql-js 17 gave.</summary>
internal sealed class IncrementalReplay
{
    private readonly Schema _schema;
    private readonly RequestExecutor _executor;
    private readonly bool _isAwaited;
    private readonly Random _dice = new(11);

    /// <summary>Prepares to run cases.</summary>
    /// <param name="head">The first line: the schema.</param>
    /// <param name="isAwaited">Whether fields take their time, which must not show but in the order.</param>
    public IncrementalReplay(JsonElement head, bool isAwaited)
    {
        _isAwaited = isAwaited;
        _schema = SchemaBuilder.FromSdl(head.GetProperty("sdl").GetString()!, new SdlOptions
        {
            IncrementalDelivery = true,
            Resolver = (_, field) => field.Name.EndsWith("eed", StringComparison.Ordinal)
                ? new TaskResolver(context => ResolverRuntime.OfStream(Feed(context), context))
                : isAwaited && _dice.Next(3) != 0
                    ? new TaskResolver(async context =>
                    {
                        await WaitAsync();
                        return Read(context);
                    })
                    : new MethodResolver(Read),
        });
        _executor = Engine.Create(_schema, EngineOptions.Reference);
    }

    /// <summary>Cases run.</summary>
    public int Runs { get; private set; }

    /// <summary>Those of them that were compared to the last id and order.</summary>
    public int Ordered { get; private set; }

    /// <summary>Documents that were rightly refused.</summary>
    public int Refused { get; private set; }

    /// <summary>What was not as it should be.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Runs a case.</summary>
    public async Task RunAsync(JsonElement given, CancellationToken cancellationToken)
    {
        var query = given.GetProperty("query").GetString()!;
        if (given.TryGetProperty("errors", out var errors))
        {
            Judge(query, errors);
            return;
        }

        List<string> texts = [];
        var difference = "";
        try
        {
            texts = await PayloadsAsync(query, given, cancellationToken);
            difference = Compare(Payloads.Of(given.GetProperty("payloads").EnumerateArray().Select(Plain)), Payloads.Of(texts), given);
        }
        catch (Exception wrong)
        {
            difference = wrong.Message;
        }

        Runs++;
        if (difference.Length > 0)
        {
            Differences.Add($"{difference}\n {query}\n variables {given.GetProperty("variables")}\n root {given.GetProperty("root")}\n expected\n"
                + $"{string.Join('\n', given.GetProperty("payloads").EnumerateArray())}\n actual\n{string.Join('\n', texts)}\n");
        }
    }

    private string Compare(Payloads expected, Payloads actual, JsonElement given)
    {
        if (!JsonNode.DeepEquals(expected.Data, actual.Data))
        {
            return $"The merged data differ.\n{expected.Data}\n{actual.Data}";
        }

        if (!_isAwaited && given.GetProperty("isOrdered").GetBoolean())
        {
            Ordered++;
            return expected.InOrder == actual.InOrder ? "" : $"The order differs.\n{expected.InOrder}\n--\n{actual.InOrder}";
        }

        // A fragment whose fields all come with another one may be announced or not, as it happens; what fails does so for certain.
        return expected.Failures != actual.Failures ? $"Other parts fail.\n{expected.Failures}\n--\n{actual.Failures}" : "";
    }

    private async Task<List<string>> PayloadsAsync(string query, JsonElement given, CancellationToken cancellationToken)
    {
        var result = await _executor.ExecuteAsync(
            new OperationRequest
            {
                Document = Encoding.UTF8.GetBytes(query),
                Variables = given.GetProperty("variables"),
                RootValue = given.GetProperty("root"),
                Services = Run.NoServices.Instance,
                AllowIncremental = true,
            },
            cancellationToken);
        if (result is Response single)
        {
            using (single)
            {
                return [Plain(single)];
            }
        }

        var texts = new List<string>();
        await foreach (var response in ((ResponseStream)result).Responses.WithCancellation(cancellationToken))
        {
            using (response)
            {
                texts.Add(Plain(response));
            }
        }

        return texts;
    }

    private void Judge(string query, JsonElement errors)
    {
        var rules = new RuleSet([.. SpecifiedRules.Reference.Entries.Where(r =>
            r.RuleType.Name.Contains("DeferStream", StringComparison.Ordinal)
            || r.RuleType.Name.Contains("StreamDirective", StringComparison.Ordinal)
            || r.RuleType.Name.Contains("OverlappingFields", StringComparison.Ordinal))]);
        var found = Validator.Validate(_schema, Parser.Parse(query), ValidationOptions.Reference with { Rules = rules })
            .Select(e => e.Message + string.Concat((e.Locations ?? []).Select(l => $" {l.Line}:{l.Column}"))).ToList();
        var expected = errors.EnumerateArray().Select(e => e.GetProperty("message").GetString()
            + string.Concat(e.GetProperty("locations").EnumerateArray().Select(l => $" {l.GetProperty("line")}:{l.GetProperty("column")}"))).ToList();
        Refused++;
        if (!found.SequenceEqual(expected))
        {
            Differences.Add($"Other errors.\n {query}\n expected\n{string.Join('\n', expected)}\n actual\n{string.Join('\n', found)}\n");
        }
    }

    // Members in one order and escapes of one kind, so that texts can be compared.
    private static string Plain(Response response)
    {
        using var document = JsonDocument.Parse(response.Body);
        return Plain(document.RootElement);
    }

    private static string Plain(JsonElement json)
    {
        var node = JsonNode.Parse(json.GetRawText())!.AsObject();
        var ordered = new JsonObject();
        foreach (var name in new[] { "errors", "data", "pending", "incremental", "completed", "hasNext" })
        {
            if (node[name] is { } value || node.ContainsKey(name))
            {
                ordered[name] = node[name]?.DeepClone();
            }
        }

        foreach (var entry in ordered["incremental"]?.AsArray() ?? [])
        {
            if (entry!["subPath"] is { } below)
            {
                entry.AsObject().Remove("subPath");
                entry["subPath"] = below;
            }
        }

        return ordered.ToJsonString();
    }

    private static object? Read(IResolverContext context)
    {
        var value = MemberResolver.Read(context.Source, context.Field.Name);
        return value is JsonElement { ValueKind: JsonValueKind.Object } member && member.TryGetProperty("$error", out var message)
            ? throw new GraphQLException(message.GetString()!)
            : value;
    }

    private IAsyncEnumerable<object?>? Feed(IResolverContext context) =>
        MemberResolver.Read(context.Source, context.Field.Name) is System.Collections.IEnumerable items ? FeedAsync(items) : null;

    private async IAsyncEnumerable<object?> FeedAsync(System.Collections.IEnumerable items)
    {
        foreach (var item in items)
        {
            await WaitAsync();
            yield return item is JsonElement { ValueKind: JsonValueKind.Object } member && member.TryGetProperty("$throw", out var message)
                ? throw new GraphQLException(message.GetString()!)
                : item;
        }
    }

    private async ValueTask WaitAsync()
    {
        if (!_isAwaited)
        {
            return;
        }

        int rounds;
        lock (_dice)
        {
            rounds = _dice.Next(4);
        }

        for (var i = 0; i < rounds; i++)
        {
            await Task.Yield();
        }
    }
}
