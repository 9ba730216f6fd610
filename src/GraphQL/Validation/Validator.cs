using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation;

/// <summary>Says whether a document can be executed against a schema (specification, "Validation").</summary>
public static class Validator
{
    /// <summary>Validates a document. All rules ride one walk of the tree.</summary>
    /// <remarks>Pure: the same schema, document and options give the same errors, so a verdict may be kept. Everything is bounded
    /// by the options and by the depth limit of the parser.</remarks>
    /// <param name="schema">A schema that is valid itself.</param>
    /// <param name="document">A parsed document.</param>
    /// <param name="options">Rules and limits.</param>
    /// <returns>What is wrong, in the order in which it was found; empty for a valid document.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions options)
    {
        var context = new ValidationContext(schema, document, options);
        var listeners = options.Rules.Attach(context);
        new DocumentWalker(context, context.Types, listeners).Document(document);
        return context.Errors;
    }
}
