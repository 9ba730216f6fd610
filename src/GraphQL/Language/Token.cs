namespace Exams.GraphQL.Language;

/// <summary>Kinds of lexical tokens (specification, "Lexical Tokens").</summary>
internal enum TokenKind : byte
{
    StartOfFile,
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    LeftParenthesis,
    RightParenthesis,
    Dot,
    Spread,
    Colon,
    EqualsSign,
    At,
    LeftBracket,
    RightBracket,
    LeftBrace,
    Pipe,
    RightBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>A token: its kind and the bytes it covers.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="End">Offset behind its last byte.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    /// <summary>True for strings in which a backslash stands, so that reading them takes the slow way.</summary>
    public bool HasEscapes { get; init; }
}

internal static class TokenKinds
{
    /// <summary>How messages name a kind; punctuators are quoted.</summary>
    public static string Describe(this TokenKind kind) => kind switch
    {
        TokenKind.StartOfFile => "<SOF>",
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.LeftParenthesis => "\"(\"",
        TokenKind.RightParenthesis => "\")\"",
        TokenKind.Dot => "\".\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualsSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.LeftBracket => "\"[\"",
        TokenKind.RightBracket => "\"]\"",
        TokenKind.LeftBrace => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.RightBrace => "\"}\"",
        _ => kind.ToString(),
    };

    /// <summary>True for names, numbers and strings: tokens that need something between them.</summary>
    public static bool IsWord(this TokenKind kind) => kind >= TokenKind.Name;
}
