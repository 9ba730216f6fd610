using System.Runtime.CompilerServices;
using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>Recursive descent over the grammar: one method for each production, grouped by chapter. What they share stands here.</summary>
/// <remarks>The recursion is bounded by <see cref="ParserLimits.MaxDepth"/>, which counts every nested selection set, value and type.</remarks>
internal ref partial struct DocumentParser
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private NameTable _names;
    private Token _token;
    private int _lastEnd;
    private int _tokens;
    private int _depth;

    public DocumentParser(ReadOnlySpan<byte> text, ParserLimits limits)
    {
        if (text.Length > limits.MaxDocumentBytes)
        {
            throw new SyntaxException($"Document contains more than {limits.MaxDocumentBytes} bytes. Parsing aborted.", 0);
        }

        _text = text;
        _limits = limits;
        _lexer = new Lexer(text);
        Advance();
    }

    /// <summary>Gives back what was parsed when nothing follows it.</summary>
    public T Only<T>(T parsed)
    {
        Expect(TokenKind.EndOfFile);
        return parsed;
    }

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaxTokens)
        {
            // "that" is how graphql-js spells it.
            throw new SyntaxException($"Document contains more that {_limits.MaxTokens} tokens. Parsing aborted.", _token.Start);
        }
    }

    /// <summary>The token behind the current one. The lexer is a value, so reading ahead leaves no trace.</summary>
    private readonly Token Peek()
    {
        var ahead = _lexer;
        return ahead.Next();
    }

    private readonly bool At(TokenKind kind) => _token.Kind == kind;

    private readonly bool AtKeyword(ReadOnlySpan<byte> keyword) => IsKeyword(_token, keyword);

    private readonly bool IsKeyword(Token token, ReadOnlySpan<byte> keyword) =>
        token.Kind == TokenKind.Name && _text[token.Start..token.End].SequenceEqual(keyword);

    /// <summary>Whether the token means a word, be it a name or a string: graphql-js does not look at the kind in two places.</summary>
    private readonly bool Means(string word) => _token.Kind switch
    {
        TokenKind.Name => Encoding.UTF8.GetString(_text[_token.Start.._token.End]) == word,
        TokenKind.String or TokenKind.BlockString => StringLiteral.Read(_text, _token) == word,
        _ => false,
    };

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            throw new SyntaxException($"Expected {kind.Describe()}, found {Describe(token)}.", token.Start);
        }

        Advance();
        return token;
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

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword))
        {
            throw new SyntaxException($"Expected \"{Encoding.UTF8.GetString(keyword)}\", found {Describe(_token)}.", _token.Start);
        }
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!AtKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private readonly SyntaxException Unexpected(Token token) => new($"Unexpected {Describe(token)}.", token.Start);

    private readonly string Describe(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float =>
            $"{token.Kind.Describe()} \"{Quote(Encoding.UTF8.GetString(_text[token.Start..token.End]))}\"",
        TokenKind.String or TokenKind.BlockString => $"{token.Kind.Describe()} \"{Quote(StringLiteral.Read(_text, token))}\"",
        _ => token.Kind.Describe(),
    };

    private readonly string Quote(string value) => Utf8Text.Cut(value, _limits.MaxQuotedText);

    private readonly TextSpan SpanFrom(int start) => new(start, _lastEnd);

    private void Descend()
    {
        if (++_depth > _limits.MaxDepth)
        {
            throw new SyntaxException($"Document is nested more than {_limits.MaxDepth} levels deep. Parsing aborted.", _token.Start);
        }

        // The limit is the promise; this only catches a limit that somebody set too high for the thread.
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private void Ascend() => _depth--;

    // Name
    private NameNode Name()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(_names.Get(_text[token.Start..token.End])) { Span = new TextSpan(token.Start, token.End) };
    }
}
