using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Validation.Sdl;

namespace Exams.GraphQL.Types.Sdl;

/// <summary>Builds schemas from SDL (specification, "Type System"), and extends schemas, whatever they were built from.</summary>
public static class SchemaBuilder
{
    /// <summary>The schema of an SDL text.</summary>
    /// <param name="sdl">The text.</param>
    /// <param name="options">How to build; the default checks the text and reads JSON-like parents.</param>
    /// <returns>The schema; <c>SchemaValidator</c> says whether it makes sense as a whole.</returns>
    /// <exception cref="SchemaException">The text cannot be parsed or breaks an SDL rule.</exception>
    public static Schema FromSdl(string sdl, SdlOptions? options = null) => FromSdl(new Source(sdl), options);

    /// <inheritdoc cref="FromSdl(string, SdlOptions?)"/>
    public static Schema FromSdl(Source sdl, SdlOptions? options = null) => FromDocument(Parse(sdl), options);

    /// <summary>The schema of a parsed SDL text.</summary>
    /// <param name="document">The text.</param>
    /// <param name="options">How to build.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="SchemaException">The text breaks an SDL rule.</exception>
    public static Schema FromDocument(DocumentNode document, SdlOptions? options = null)
    {
        options ??= SdlOptions.Default;
        Check(document, null, options);
        return new SchemaAssembly(null, document, options).Build();
    }

    /// <summary>A schema with what an SDL text adds to it. The given schema stays as it is.</summary>
    /// <param name="schema">The schema to start from.</param>
    /// <param name="sdl">New definitions and extensions.</param>
    /// <param name="options">How to build what is new.</param>
    /// <returns>A new schema, or the given one when the text adds nothing.</returns>
    /// <exception cref="SchemaException">The text cannot be parsed or breaks an SDL rule.</exception>
    public static Schema Extend(Schema schema, string sdl, SdlOptions? options = null) => Extend(schema, Parse(new Source(sdl)), options);

    /// <inheritdoc cref="Extend(Schema, string, SdlOptions?)"/>
    /// <param name="schema">The schema to start from.</param>
    /// <param name="document">New definitions and extensions.</param>
    /// <param name="options">How to build what is new.</param>
    public static Schema Extend(Schema schema, DocumentNode document, SdlOptions? options = null)
    {
        options ??= SdlOptions.Default;
        Check(document, schema, options);
        return document.Definitions.Any(d => d is ITypeSystemNode) ? new SchemaAssembly(schema, document, options).Build() : schema;
    }

    private static void Check(DocumentNode document, Schema? schema, SdlOptions options)
    {
        if (!options.AssumeValid && SdlValidator.Validate(document, schema) is { Count: > 0 } errors)
        {
            throw new SchemaException(errors);
        }
    }

    private static DocumentNode Parse(Source sdl) => Parser.TryParse(sdl, ParserLimits.Trusted, out var document, out var error)
        ? document
        : throw new SchemaException([GraphQLError.Of(error)]);
}
