namespace Exams.GraphQL.Language;

/// <summary>Why a text cannot be parsed.</summary>
/// <param name="Message">For people, in the words of graphql-js 16, e.g. <c>Syntax Error: Expected Name, found &lt;EOF&gt;.</c></param>
/// <param name="Source">The text.</param>
/// <param name="Offset">Byte offset of the place into the text.</param>
public sealed record SyntaxError(string Message, Source Source, int Offset)
{
    /// <summary>The place for people.</summary>
    public SourceLocation Location => Source.Locate(Offset);
}

/// <summary>Leaves the productions when the text is wrong; never leaves this folder's entry points.</summary>
/// <param name="reason">What is wrong, without the prefix.</param>
/// <param name="offset">Where, in bytes.</param>
internal sealed class SyntaxException(string reason, int offset) : Exception(reason)
{
    /// <summary>Where, in bytes.</summary>
    public int Offset { get; } = offset;

    /// <summary>The value to hand out.</summary>
    public SyntaxError In(Source source) => new("Syntax Error: " + Message, source, Offset);
}
