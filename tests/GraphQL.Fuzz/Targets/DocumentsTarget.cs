using System.Text;
using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Documents;
using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Fuzz.Worlds;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any sequence of requests that send, register and name documents: a name brings the text that was sent with it and no other,
/// a wrong hash registers nothing, and what is kept stays within its bounds.</summary>
internal sealed class DocumentsTarget : ITarget, IDisposable
{
    private const int MostDocuments = 5;
    private const long MostBytes = 1_200;
    private static readonly string[] Codes =
        ["PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_HASH_MISMATCH", "PERSISTED_QUERY_NOT_SUPPORTED", "HC0020", "HC0067"];

    private readonly RequestExecutor _inner;
    private readonly TrustedDocuments _trusted;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exams-fuzz-");

    /// <summary>A target with a few trusted documents.</summary>
    public DocumentsTarget()
    {
        var schema = SchemaBuilder.FromSdl(
            "type Query { a(n: Int): Int b: String }",
            new SdlOptions { Resolver = (_, field) => new MethodResolver(context => field.Name == "a" ? context.ArgumentValue<int?>("n") : "b") });
        _inner = Engine.Create(schema, EngineOptions.Public with { MaxCachedDocuments = 50 });
        foreach (var (text, i) in DocumentsGrammar.Texts.Take(3).Select((t, i) => (t, i)))
        {
            File.WriteAllText(Path.Combine(_folder.FullName, $"d{i}.graphql"), text);
        }

        _trusted = TrustedDocuments.Load(_folder.FullName);
    }

    public string Name => "documents";

    public int Share => 20;

    public int Parts => 1;

    public Case Make(Dice dice) => Case.Of(DocumentsGrammar.Requests(dice));

    public string Try(Case input)
    {
        var lines = input.Text(0).Split('\n').Take(40).Select(l => l.Split('\t')).ToList();
        var shape = new StringBuilder();
        foreach (var policy in new[]
        {
            new DocumentPolicy(Persisted: new PersistedQueries(MostDocuments, MostBytes)),
            new DocumentPolicy(_trusted, new PersistedQueries(MostDocuments, MostBytes)),
            new DocumentPolicy(_trusted, new PersistedQueries(MostDocuments, MostBytes), OnlyTrusted: true, AllowDocumentBody: true),
            new DocumentPolicy(_trusted, OnlyTrusted: true),
        })
        {
            Run(lines, policy, shape);
        }

        return shape.ToString();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Run(List<string[]> lines, DocumentPolicy policy, StringBuilder shape)
    {
        var executor = new DocumentsExecutor(_inner, policy);
        var sent = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var outcomes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var (text, id) = (line[0], line.ElementAtOrDefault(1) is { Length: > 0 } named ? named : null);
            using var extensions = Json.TryParse(Encoding.UTF8.GetBytes(line.ElementAtOrDefault(2) ?? ""));
            using var answer = Answers.Run(executor, Request(text, id, extensions?.RootElement ?? default));
            var code = Code(answer.RootElement);
            outcomes.Add(code ?? Shape.Of(answer.RootElement.GetRawText()));
            WrongException.Unless(policy.Persisted is null or { Count: <= MostDocuments, Bytes: <= MostBytes }, "What is kept stays within its bounds");
            var hash = Hash(extensions?.RootElement ?? default);
            if (code is not null)
            {
                WrongException.Unless(code != "PERSISTED_QUERY_HASH_MISMATCH" || hash is null || !IsOf(hash, text), "A right hash is no mismatch");
                continue;
            }

            var ran = Ran(text, id, hash, policy, sent);
            using var expected = Answers.Run(_inner, Request(ran, null, default));
            WrongException.Unless(expected.RootElement.GetRawText() == answer.RootElement.GetRawText(), "A name brings the text that was sent with it");
            WrongException.Unless(!policy.OnlyTrusted || IsTrusted(ran), "Where only trusted documents run, no other does");
        }

        shape.AppendJoin(' ', outcomes).Append('\n');
    }

    // Which text must have run, from what was sent so far and nothing else.
    private string Ran(string text, string? id, string? hash, DocumentPolicy policy, Dictionary<string, string> sent)
    {
        if (text.Length > 0)
        {
            if (hash is not null && policy.Persisted is not null && IsOf(hash, text))
            {
                sent[hash] = text;
            }

            return text;
        }

        var name = id is null ? hash : id.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase) ? id[7..] : id;
        return policy.Trusted is not null && Trusted(name ?? "") is { } trusted ? trusted
            : name is not null && sent.TryGetValue(name, out var known) ? known
            : id is not null && hash is not null && sent.TryGetValue(hash, out var other) ? other
            : id is not null && hash is not null && Trusted(hash) is { } last ? last
            : name is null ? ""
            : throw new WrongException("Only what was sent or is trusted can be named");
    }

    private static bool IsOf(string hash, string text) => hash.Equals(DocumentGrammar.Hash(text), StringComparison.OrdinalIgnoreCase);

    private string? Trusted(string name) => _trusted.TryFind(name, out var text) ? Encoding.UTF8.GetString(text.Span) : null;

    private bool IsTrusted(string text) => _trusted.ByName.Values.Any(t => t.Span.SequenceEqual(Encoding.UTF8.GetBytes(text)));

    private static OperationRequest Request(string text, string? id, JsonElement extensions) => new()
    {
        Document = Encoding.UTF8.GetBytes(text),
        DocumentId = id,
        Extensions = extensions,
        Services = NoServices.Instance,
    };

    private static string? Hash(JsonElement extensions) =>
        extensions.ValueKind == JsonValueKind.Object
        && extensions.TryGetProperty("persistedQuery", out var query) && query.ValueKind == JsonValueKind.Object
        && query.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()
            : null;

    // The code of a refusal that is about naming documents.
    private static string? Code(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) && errors[0].TryGetProperty("extensions", out var extensions)
        && extensions.TryGetProperty("code", out var code) && Codes.Contains(code.GetString())
            ? code.GetString()
            : null;
}
