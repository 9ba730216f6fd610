using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>Parses schema coordinates. They have a grammar of their own, without any ignored tokens.</summary>
public static class SchemaCoordinateParser
{
    /// <summary>Parses one coordinate and nothing else.</summary>
    /// <param name="source">The text.</param>
    /// <param name="coordinate">The coordinate, when the text is right.</param>
    /// <param name="error">What is wrong first, when it is not.</param>
    /// <returns>Whether the text could be parsed.</returns>
    public static bool TryParse(
        Source source,
        [NotNullWhen(true)] out SchemaCoordinate? coordinate,
        [NotNullWhen(false)] out SyntaxError? error)
    {
        try
        {
            coordinate = new Grammar(source.Text.Span).Coordinate();
            error = null;
            return true;
        }
        catch (SyntaxException wrong)
        {
            coordinate = null;
            error = wrong.In(source);
            return false;
        }
    }

    private ref struct Grammar
    {
        private readonly ReadOnlySpan<byte> _text;
        private Token _token;

        public Grammar(ReadOnlySpan<byte> text)
        {
            _text = text;
            Advance();
        }

        // SchemaCoordinate : TypeCoordinate | MemberCoordinate | ArgumentCoordinate | DirectiveCoordinate | DirectiveArgumentCoordinate
        public SchemaCoordinate Coordinate()
        {
            var ofDirective = Skip(TokenKind.At);
            var name = Name();
            var member = !ofDirective && Skip(TokenKind.Dot) ? Name() : null;
            string? argument = null;
            if ((ofDirective || member is not null) && Skip(TokenKind.LeftParenthesis))
            {
                argument = Name();
                Expect(TokenKind.Colon);
                Expect(TokenKind.RightParenthesis);
            }

            Expect(TokenKind.EndOfFile);
            return new SchemaCoordinate(name, member, argument, ofDirective);
        }

        private string Name()
        {
            var token = _token;
            Expect(TokenKind.Name);
            return Encoding.ASCII.GetString(_text[token.Start..token.End]);
        }

        private bool Skip(TokenKind kind)
        {
            if (_token.Kind != kind)
            {
                return false;
            }

            Advance();
            return true;
        }

        private void Expect(TokenKind kind)
        {
            if (!Skip(kind))
            {
                var found = _token.Kind == TokenKind.Name
                    ? $"Name \"{Encoding.ASCII.GetString(_text[_token.Start.._token.End])}\""
                    : _token.Kind.Describe();
                throw new SyntaxException($"Expected {kind.Describe()}, found {found}.", _token.Start);
            }
        }

        private void Advance()
        {
            var at = _token.End;
            if (at >= _text.Length)
            {
                _token = new Token(TokenKind.EndOfFile, at, at);
                return;
            }

            var end = at;
            while (end < _text.Length && (end == at ? Lexer.IsNameStart(_text[end]) : Lexer.IsNameContinue(_text[end])))
            {
                end++;
            }

            _token = end > at ? new Token(TokenKind.Name, at, end) : new Token(Punctuator(at), at, at + 1);
        }

        private readonly TokenKind Punctuator(int at) => _text[at] switch
        {
            (byte)'.' => TokenKind.Dot,
            (byte)'(' => TokenKind.LeftParenthesis,
            (byte)')' => TokenKind.RightParenthesis,
            (byte)':' => TokenKind.Colon,
            (byte)'@' => TokenKind.At,
            _ => throw new SyntaxException($"Invalid character: {Utf8Text.DescribeAt(_text, at)}.", at),
        };
    }
}
