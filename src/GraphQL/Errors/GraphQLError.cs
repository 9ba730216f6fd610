using Exams.GraphQL.Language;

namespace Exams.GraphQL;

/// <summary>An error as the client sees it (specification, "Errors").</summary>
public interface IError
{
    /// <summary>For people.</summary>
    string Message { get; }

    /// <summary>For programs: written as <c>extensions.code</c>.</summary>
    string? Code { get; }

    /// <summary>Places in the document; null when there are none.</summary>
    IReadOnlyList<SourceLocation>? Locations { get; }

    /// <summary>Response position: strings and integers; null for request errors.</summary>
    IReadOnlyList<object>? Path { get; }

    /// <summary>Further members in the order they were set, the code included.</summary>
    IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>What was thrown, for error filters and the log; never written to a client.</summary>
    Exception? Exception { get; }

    /// <summary>The same error with another code.</summary>
    /// <param name="code">The code, or null to take it away.</param>
    /// <returns>A new error.</returns>
    IError WithCode(string? code);
}

/// <summary>The engine's own error value.</summary>
/// <param name="Message">For people.</param>
public sealed record GraphQLError(string Message) : IError
{
    /// <inheritdoc/>
    public string? Code => Extensions is { } members && members.TryGetValue("code", out var code) ? code as string : null;

    /// <inheritdoc/>
    public IReadOnlyList<SourceLocation>? Locations { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<object>? Path { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <inheritdoc/>
    public Exception? Exception { get; init; }

    /// <summary>The code that servers with codes of their own write; graphql-js has none.</summary>
    internal string? StandardCode { get; init; }

    /// <inheritdoc/>
    public IError WithCode(string? code)
    {
        var members = Extensions is null ? new OrderedDictionary<string, object?>() : new OrderedDictionary<string, object?>(Extensions);
        members.Remove("code");
        if (code is not null)
        {
            members.Insert(0, "code", code);
        }

        return this with { Extensions = members.Count == 0 ? null : members };
    }

    /// <summary>A text that cannot be parsed, as a client sees it.</summary>
    /// <param name="error">Why not.</param>
    /// <returns>Message and location.</returns>
    public static GraphQLError Of(SyntaxError error) => new(error.Message) { Locations = [error.Location] };

    /// <summary>An error at nodes of a document.</summary>
    /// <param name="message">For people.</param>
    /// <param name="source">The document's text.</param>
    /// <param name="nodes">The nodes; their starts become locations.</param>
    /// <returns>The error.</returns>
    public static GraphQLError At(string message, Source source, params ReadOnlySpan<ISyntaxNode> nodes)
    {
        var places = new SourceLocation[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            places[i] = source.Locate(nodes[i].Span.Start);
        }

        return new GraphQLError(message) { Locations = places };
    }
}
