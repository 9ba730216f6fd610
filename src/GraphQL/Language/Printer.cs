namespace Exams.GraphQL.Language;

/// <summary>Writes a tree as text, laid out as graphql-js 16 does: two spaces, one blank line between definitions.</summary>
public static class Printer
{
    /// <summary>Prints any node.</summary>
    /// <param name="node">A document or a part of one.</param>
    /// <returns>The text; parsing it gives an equal tree.</returns>
    /// <exception cref="InsufficientExecutionStackException">A tree made by code is nested too deeply; parsed ones never are.</exception>
    public static string Print(ISyntaxNode node)
    {
        var printer = new NodePrinter();
        printer.Node(node);
        return printer.ToString();
    }

    /// <summary>Prints a text as a quoted string.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The literal.</returns>
    public static string PrintString(string value)
    {
        var text = new System.Text.StringBuilder(value.Length + 2);
        StringLiteral.Print(value, text);
        return text.ToString();
    }
}
