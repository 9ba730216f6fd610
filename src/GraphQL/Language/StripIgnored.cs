using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>Shortens a text without changing its meaning (specification, "Ignored Tokens").</summary>
public static class StripIgnored
{
    /// <summary>Leaves out white space, commas and comments wherever tokens stay apart without them, and lays out block strings tightly.</summary>
    /// <param name="source">A text; only its tokens are checked, not its grammar.</param>
    /// <param name="stripped">The shorter text.</param>
    /// <param name="error">The first token that is none.</param>
    /// <returns>Whether all tokens are right.</returns>
    public static bool TryStrip(Source source, [NotNullWhen(true)] out string? stripped, [NotNullWhen(false)] out SyntaxError? error)
    {
        var bytes = source.Text.Span;
        var text = new StringBuilder(bytes.Length);
        try
        {
            var lexer = new Lexer(bytes);
            var afterWord = false;
            for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next())
            {
                var isWord = token.Kind.IsWord();
                if (afterWord && (isWord || token.Kind == TokenKind.Spread))
                {
                    text.Append(' ');
                }

                text.Append(token.Kind == TokenKind.BlockString
                    ? BlockString.Print(StringLiteral.Read(bytes, token), minimize: true)
                    : Encoding.UTF8.GetString(bytes[token.Start..token.End]));
                afterWord = isWord;
            }
        }
        catch (SyntaxException wrong)
        {
            stripped = null;
            error = wrong.In(source);
            return false;
        }

        stripped = text.ToString();
        error = null;
        return true;
    }
}
