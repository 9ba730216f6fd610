namespace Exams.GraphQL.Language;

internal ref partial struct Lexer
{
    // IntValue :: IntegerPart [lookahead != {Digit, ., NameStart}]
    // FloatValue :: IntegerPart FractionalPart? ExponentPart? [lookahead != {Digit, ., NameStart}]
    private Token Number(int start)
    {
        var kind = TokenKind.Int;
        var at = start;
        if (_text[at] == (byte)'-')
        {
            at++;
        }

        if (ByteAt(at) == '0')
        {
            at++;
            if (ByteAt(at) is >= '0' and <= '9')
            {
                throw new SyntaxException($"Invalid number, unexpected digit after 0: {Utf8Text.DescribeAt(_text, at)}.", at);
            }
        }
        else
        {
            at = Digits(at);
        }

        if (ByteAt(at) == '.')
        {
            kind = TokenKind.Float;
            at = Digits(at + 1);
        }

        if (ByteAt(at) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            at++;
            at = Digits(ByteAt(at) is '+' or '-' ? at + 1 : at);
        }

        if (ByteAt(at) == '.' || (at < _text.Length && IsNameStart(_text[at])))
        {
            throw NotADigit(at);
        }

        _position = at;
        return new Token(kind, start, at);
    }

    // Digit+
    private readonly int Digits(int at)
    {
        if (at >= _text.Length || !IsDigit(_text[at]))
        {
            throw NotADigit(at);
        }

        do
        {
            at++;
        }
        while (at < _text.Length && IsDigit(_text[at]));
        return at;
    }

    private readonly int ByteAt(int at) => at < _text.Length ? _text[at] : -1;

    private readonly SyntaxException NotADigit(int at) =>
        new($"Invalid number, expected digit but got: {Utf8Text.DescribeAt(_text, at)}.", at);
}
