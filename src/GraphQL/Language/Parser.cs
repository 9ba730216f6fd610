using System.Diagnostics.CodeAnalysis;

namespace Exams.GraphQL.Language;

/// <summary>Parses GraphQL texts (specification, appendix "Grammar Summary", September 2025). Errors are values.</summary>
public static class Parser
{
    /// <summary>Parses a document: executable, type system, or both mixed.</summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">How much of it is accepted.</param>
    /// <param name="document">The tree, when the text is right.</param>
    /// <param name="error">What is wrong first, when it is not.</param>
    /// <returns>Whether the text could be parsed.</returns>
    public static bool TryParse(
        Source source,
        ParserLimits limits,
        [NotNullWhen(true)] out DocumentNode? document,
        [NotNullWhen(false)] out SyntaxError? error) =>
        TryRun(source, limits, static (ref DocumentParser parser, Source text) => parser.Document(text), out document, out error);

    /// <summary>Parses a text that holds one value and nothing else.</summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">How much of it is accepted.</param>
    /// <param name="value">The value, when the text is right.</param>
    /// <param name="error">What is wrong first, when it is not.</param>
    /// <returns>Whether the text could be parsed.</returns>
    public static bool TryParseValue(
        Source source,
        ParserLimits limits,
        [NotNullWhen(true)] out IValueNode? value,
        [NotNullWhen(false)] out SyntaxError? error) =>
        TryRun(source, limits, static (ref DocumentParser parser, Source _) => parser.Only(parser.Value(isConst: false)), out value, out error);

    /// <summary>As <see cref="TryParseValue"/>, but variables are refused.</summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">How much of it is accepted.</param>
    /// <param name="value">The value, when the text is right.</param>
    /// <param name="error">What is wrong first, when it is not.</param>
    /// <returns>Whether the text could be parsed.</returns>
    public static bool TryParseConstValue(
        Source source,
        ParserLimits limits,
        [NotNullWhen(true)] out IValueNode? value,
        [NotNullWhen(false)] out SyntaxError? error) =>
        TryRun(source, limits, static (ref DocumentParser parser, Source _) => parser.Only(parser.Value(isConst: true)), out value, out error);

    /// <summary>Parses a text that holds one type reference and nothing else, e.g. <c>[Int!]</c>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">How much of it is accepted.</param>
    /// <param name="type">The type, when the text is right.</param>
    /// <param name="error">What is wrong first, when it is not.</param>
    /// <returns>Whether the text could be parsed.</returns>
    public static bool TryParseType(
        Source source,
        ParserLimits limits,
        [NotNullWhen(true)] out ITypeNode? type,
        [NotNullWhen(false)] out SyntaxError? error) =>
        TryRun(source, limits, static (ref DocumentParser parser, Source _) => parser.Only(parser.TypeReference()), out type, out error);

    /// <summary>Parses a document of our own, such as a schema.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The tree.</returns>
    /// <exception cref="FormatException">The text is wrong; the message says where.</exception>
    public static DocumentNode Parse(string text) =>
        TryParse(new Source(text), ParserLimits.Trusted, out var document, out var error) ? document : throw Wrong(error);

    /// <summary>Parses a value of our own, such as a default.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is wrong; the message says where.</exception>
    public static IValueNode ParseValue(string text) =>
        TryParseValue(new Source(text), ParserLimits.Trusted, out var value, out var error) ? value : throw Wrong(error);

    /// <summary>Parses a value without variables of our own.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is wrong; the message says where.</exception>
    public static IValueNode ParseConstValue(string text) =>
        TryParseConstValue(new Source(text), ParserLimits.Trusted, out var value, out var error) ? value : throw Wrong(error);

    /// <summary>Parses a type reference of our own.</summary>
    /// <param name="text">The text, e.g. <c>[Int!]</c>.</param>
    /// <returns>The type.</returns>
    /// <exception cref="FormatException">The text is wrong; the message says where.</exception>
    public static ITypeNode ParseType(string text) =>
        TryParseType(new Source(text), ParserLimits.Trusted, out var type, out var error) ? type : throw Wrong(error);

    private delegate T Production<out T>(ref DocumentParser parser, Source source);

    private static bool TryRun<T>(
        Source source,
        ParserLimits limits,
        Production<T> production,
        [NotNullWhen(true)] out T? tree,
        [NotNullWhen(false)] out SyntaxError? error)
        where T : class
    {
        try
        {
            var parser = new DocumentParser(source.Text.Span, limits);
            tree = production(ref parser, source);
            error = null;
            return true;
        }
        catch (SyntaxException wrong)
        {
            tree = null;
            error = wrong.In(source);
            return false;
        }
    }

    private static FormatException Wrong(SyntaxError error) =>
        new($"{error.Message} (line {error.Location.Line}, column {error.Location.Column})");
}
