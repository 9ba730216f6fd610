using System.Buffers;

namespace Exams.GraphQL.Language;

internal ref partial struct Lexer
{
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n\r"u8);
    private static readonly SearchValues<byte> BlockStops = SearchValues.Create("\"\\"u8);

    // StringValue :: " StringCharacter* " — everything is checked here, so that reading the value later cannot fail.
    private Token String(int start)
    {
        var at = start + 1;
        var escapes = false;
        while (true)
        {
            var stop = _text[at..].IndexOfAny(StringStops);
            at = stop < 0 ? _text.Length : at + stop;
            ThrowIfBadByteWithin(start, at);
            switch (ByteAt(at))
            {
                case '"':
                    _position = at + 1;
                    return new Token(TokenKind.String, start, at + 1) { HasEscapes = escapes };
                case '\\':
                    escapes = true;
                    at += EscapeSequence.Read(_text, at, out _);
                    break;
                default:
                    throw new SyntaxException("Unterminated string.", at);
            }
        }
    }

    // StringValue :: """ BlockStringCharacter* """
    private Token BlockString(int start)
    {
        var at = start + 3;
        var escapes = false;
        while (true)
        {
            var stop = _text[at..].IndexOfAny(BlockStops);
            at = stop < 0 ? _text.Length : at + stop;
            ThrowIfBadByteWithin(start, at);
            if (at >= _text.Length)
            {
                throw new SyntaxException("Unterminated string.", at);
            }

            var rest = _text[at..];
            if (rest.StartsWith("\"\"\""u8))
            {
                _position = at + 3;
                return new Token(TokenKind.BlockString, start, at + 3) { HasEscapes = escapes };
            }

            if (rest.StartsWith("\\\"\"\""u8))
            {
                escapes = true;
                at += 4;
            }
            else
            {
                at++;
            }
        }
    }

    private readonly void ThrowIfBadByteWithin(int start, int end)
    {
        if (start < _badByte && _badByte < end)
        {
            throw new SyntaxException($"Invalid character within String: {Utf8Text.DescribeAt(_text, _badByte)}.", _badByte);
        }
    }
}
