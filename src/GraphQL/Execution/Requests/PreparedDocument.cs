using Exams.GraphQL.Execution.Diagnostics;
using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Requests;

/// <summary>A document that was parsed, with the verdicts on it and the plans of its operations, as they come to be needed.
/// Documents that cannot be parsed or are not valid are kept too: they cost a stranger nothing to send again.</summary>
internal sealed class PreparedDocument
{
    // Trees, verdicts and plans take several times the room of the text.
    private const int SizePerByte = 24;
    private const int SizeAtLeast = 2_048;
    private const string SyntaxErrorCode = "HC0011";
    private readonly Verdict?[] _verdicts = new Verdict?[4];
    private readonly Dictionary<string, PreparedOperation> _operations = new(StringComparer.Ordinal);
    private readonly Conditions? _conditions;
    private readonly FragmentLookup? _fragments;
    private readonly GraphQLError? _syntaxError;
    private Response? _plain;
    private Response? _coded;
    private PreparedOperation? _only;

    /// <summary>Parses a document.</summary>
    /// <param name="text">Its bytes, which belong to it from now on.</param>
    /// <param name="limits">How much of it is accepted.</param>
    public PreparedDocument(byte[] text, ParserLimits limits)
    {
        Text = text;
        Size = SizeAtLeast + ((long)text.Length * SizePerByte);
        if (!Parser.TryParse(new Source(text), limits, out var tree, out var error))
        {
            _syntaxError = GraphQLError.Of(error);
            return;
        }

        Tree = tree;
        _conditions = new Conditions(tree);
        _fragments = new FragmentLookup(tree);
    }

    /// <summary>Its bytes.</summary>
    public byte[] Text { get; }

    /// <summary>Its tree; null when it cannot be parsed.</summary>
    public DocumentNode? Tree { get; }

    /// <summary>The answer when it cannot be parsed; null when it can.</summary>
    /// <param name="withCode">Whether the error has a code.</param>
    public Response? SyntaxError(bool withCode) => _syntaxError is null ? null
        : withCode ? _coded ??= Shared(ErrorWriter.ToResponse(ResponseKind.SyntaxError, _syntaxError.WithCode(SyntaxErrorCode)))
        : _plain ??= Shared(ErrorWriter.ToResponse(ResponseKind.SyntaxError, _syntaxError));

    /// <summary>Bytes it takes, estimated.</summary>
    public long Size { get; set; }

    /// <summary>Whether it was asked for since the cache last looked.</summary>
    public bool WasUsed { get; set; }

    /// <summary>Whether the cache holds it.</summary>
    public bool IsKept { get; set; }

    /// <summary>The verdict under one of the four degrees of trust.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="validate">Says what is wrong with a document.</param>
    /// <param name="trust">What the caller may know.</param>
    /// <returns>The answer when it is not valid; null when it is.</returns>
    public Response? Refusal(Schema schema, ValidateDocument validate, DocumentTrust trust)
    {
        ref var verdict = ref _verdicts[(int)trust];
        if (Volatile.Read(ref verdict) is not { } known)
        {
            using var span = EngineDiagnostics.Begin("graphql.validate");
            var errors = validate(schema, Tree!, trust);
            known = new Verdict(errors.Count == 0 ? null : Shared(ErrorWriter.ToResponse(ResponseKind.RequestError, errors)));
            Volatile.Write(ref verdict, known);
        }

        return known.Refusal;
    }

    /// <summary>Finds an operation (specification, "GetOperation").</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">Its name; null when there is only one.</param>
    /// <param name="error">Why there is none, in graphql-js's words.</param>
    /// <returns>The operation, or null.</returns>
    public PreparedOperation? Operation(Schema schema, string? name, out string? error)
    {
        error = null;
        return name is null ? _only ??= Only(schema, out error) : Named(schema, name, out error);
    }

    // Apart, because what a lambda catches is allocated at the start of its method.
    private PreparedOperation? Named(Schema schema, string name, out string? error)
    {
        error = null;
        lock (_operations)
        {
            if (_operations.TryGetValue(name, out var known))
            {
                return known;
            }

            var node = Tree!.Definitions.OfType<OperationDefinitionNode>().FirstOrDefault(o => o.Name?.Value == name);
            if (node is null)
            {
                error = $"Unknown operation named \"{name}\".";
                return null;
            }

            return _operations[name] = Prepare(schema, node);
        }
    }

    private PreparedOperation? Only(Schema schema, out string? error)
    {
        var operations = Tree!.Definitions.OfType<OperationDefinitionNode>().Take(2).ToList();
        error = operations.Count switch
        {
            0 => "Must provide an operation.",
            1 => null,
            _ => "Must provide operation name if query contains multiple operations.",
        };
        return error is null ? Prepare(schema, operations[0]) : null;
    }

    private PreparedOperation Prepare(Schema schema, OperationDefinitionNode node) => new(schema, this, node, _fragments!, _conditions!);

    private static Response Shared(Response own)
    {
        using (own)
        {
            return new Response(own.Kind, own.Body.ToArray()) { HasErrors = own.HasErrors, ErrorCount = own.ErrorCount };
        }
    }

    private sealed record Verdict(Response? Refusal);
}
