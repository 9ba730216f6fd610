namespace Exams.GraphQL.Language;

/// <summary>How much of a text the parser accepts. All limits are checked before anything is built from what exceeds them.</summary>
public sealed record ParserLimits
{
    /// <summary>For documents of strangers.</summary>
    public static ParserLimits Default { get; } = new();

    /// <summary>For texts of our own, such as schemas: any size, the same depth.</summary>
    public static ParserLimits Trusted { get; } = new() { MaxDocumentBytes = int.MaxValue, MaxTokens = int.MaxValue };

    /// <summary>Longest text, in bytes; checked before the first token.</summary>
    public int MaxDocumentBytes { get; init; } = 1_048_576;

    /// <summary>Most tokens, the end not counted.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>Deepest nesting of selection sets, values and types together. It bounds every later recursion over the tree.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Longest piece of the text repeated in a message, in UTF-16 units; null for all of it.</summary>
    public int? MaxQuotedText { get; init; }

    /// <summary>Whether fragments may declare variables, as an experiment before 2018 had it.</summary>
    public bool FragmentVariables { get; init; }
}
