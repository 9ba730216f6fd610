using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>Literals as messages quote them.</summary>
public static class LiteralText
{
    /// <summary>The literal as <see cref="Printer"/> writes it.</summary>
    /// <param name="literal">The literal.</param>
    /// <returns>The text.</returns>
    public static string Of(IValueNode literal) => Printer.Print(literal);
}
