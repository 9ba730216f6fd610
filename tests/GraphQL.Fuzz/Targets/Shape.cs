using System.Text.RegularExpressions;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>What is left of a message without the client's own words.</summary>
internal static partial class Shape
{
    /// <summary>The message without quoted pieces and numbers.</summary>
    public static string Of(string message) => Numbers().Replace(Quoted().Replace(message.Length > 400 ? message[..400] : message, "\"\""), "0");

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
