using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Requests;

/// <summary>What a caller may get to know of the schema. Part of a verdict's identity.</summary>
[Flags]
public enum DocumentTrust
{
    /// <summary>Neither introspection nor suggestions.</summary>
    None = 0,

    /// <summary><c>__schema</c> and <c>__type</c> may be asked for.</summary>
    Introspection = 1,

    /// <summary>Messages may suggest names.</summary>
    Suggestions = 2,
}

/// <summary>Says what is wrong with a document; execution leaves the rules to whoever puts the engine together.</summary>
/// <param name="schema">The schema.</param>
/// <param name="document">The parsed document.</param>
/// <param name="trust">What the caller may get to know.</param>
/// <returns>The errors; empty for a valid document.</returns>
public delegate IReadOnlyList<GraphQLError> ValidateDocument(Schema schema, DocumentNode document, DocumentTrust trust);
