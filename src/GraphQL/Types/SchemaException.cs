namespace Exams.GraphQL.Types;

/// <summary>A schema cannot be built: its author's mistake, never a client's.</summary>
/// <param name="errors">What is wrong, with places in the SDL where there are any.</param>
public sealed class SchemaException(IReadOnlyList<GraphQLError> errors) : Exception(string.Join("\n\n", errors.Select(e => e.Message)))
{
    /// <summary>A single mistake.</summary>
    /// <param name="message">What is wrong.</param>
    public SchemaException(string message) : this([new GraphQLError(message)])
    {
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
