using System.Buffers;

namespace Exams.GraphQL.Language;

/// <summary>Cuts UTF-8 text into tokens (specification, "Lexical Tokens" and "Ignored Tokens").</summary>
internal ref partial struct Lexer
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\n\r"u8);

    private readonly ReadOnlySpan<byte> _text;

    // Offset of the first byte that is not well-formed UTF-8; the length when there is none.
    private readonly int _badByte;
    private int _position;

    public Lexer(ReadOnlySpan<byte> text)
    {
        _text = text;
        _badByte = Utf8Text.FirstInvalid(text);
    }

    /// <summary>Reads the next token; at the end of the text, the end again and again.</summary>
    public Token Next()
    {
        var text = _text;
        var at = _position;
        while (at < text.Length)
        {
            var c = text[at];
            switch (c)
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    at++;
                    continue;
                case 0xEF when text[at..].StartsWith("\uFEFF"u8):
                    at += 3;
                    continue;
                case (byte)'#':
                    at = EndOfComment(at);
                    continue;
                case (byte)'!':
                    return Punctuator(TokenKind.Bang, at);
                case (byte)'$':
                    return Punctuator(TokenKind.Dollar, at);
                case (byte)'&':
                    return Punctuator(TokenKind.Ampersand, at);
                case (byte)'(':
                    return Punctuator(TokenKind.LeftParenthesis, at);
                case (byte)')':
                    return Punctuator(TokenKind.RightParenthesis, at);
                case (byte)'.' when text[at..].StartsWith("..."u8):
                    _position = at + 3;
                    return new Token(TokenKind.Spread, at, at + 3);
                case (byte)':':
                    return Punctuator(TokenKind.Colon, at);
                case (byte)'=':
                    return Punctuator(TokenKind.EqualsSign, at);
                case (byte)'@':
                    return Punctuator(TokenKind.At, at);
                case (byte)'[':
                    return Punctuator(TokenKind.LeftBracket, at);
                case (byte)']':
                    return Punctuator(TokenKind.RightBracket, at);
                case (byte)'{':
                    return Punctuator(TokenKind.LeftBrace, at);
                case (byte)'|':
                    return Punctuator(TokenKind.Pipe, at);
                case (byte)'}':
                    return Punctuator(TokenKind.RightBrace, at);
                case (byte)'"':
                    return text[at..].StartsWith("\"\"\""u8) ? BlockString(at) : String(at);
                case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                    return Number(at);
                default:
                    return IsNameStart(c) ? Name(at) : throw UnexpectedCharacter(at);
            }
        }

        _position = text.Length;
        return new Token(TokenKind.EndOfFile, text.Length, text.Length);
    }

    /// <summary>Letters and the underscore.</summary>
    internal static bool IsNameStart(byte c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a' || c == (byte)'_';

    /// <summary>Letters, digits and the underscore.</summary>
    internal static bool IsNameContinue(byte c) => IsNameStart(c) || IsDigit(c);

    private static bool IsDigit(byte c) => (uint)(c - '0') <= 9;

    private Token Punctuator(TokenKind kind, int at)
    {
        _position = at + 1;
        return new Token(kind, at, at + 1);
    }

    // Name :: NameStart NameContinue* [lookahead != NameContinue]
    private Token Name(int start)
    {
        var at = start + 1;
        while (at < _text.Length && IsNameContinue(_text[at]))
        {
            at++;
        }

        _position = at;
        return new Token(TokenKind.Name, start, at);
    }

    // Comment :: # CommentChar* [lookahead != CommentChar]; a byte that is no text ends it, and is then reported.
    private readonly int EndOfComment(int start)
    {
        var length = _text[start..].IndexOfAny(LineEnds);
        var end = length < 0 ? _text.Length : start + length;
        return start < _badByte ? Math.Min(end, _badByte) : end;
    }

    private readonly SyntaxException UnexpectedCharacter(int at) => new(
        _text[at] == (byte)'\''
            ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
            : $"{(at == _badByte ? "Invalid" : "Unexpected")} character: {Utf8Text.DescribeAt(_text, at)}.",
        at);
}
