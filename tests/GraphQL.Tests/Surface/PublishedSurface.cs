using System.Text.RegularExpressions;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>A type that the package's users name, with the members they use.</summary>
/// <param name="Space">Its namespace in the package.</param>
/// <param name="Kind"><c>class</c>, <c>interface</c>, <c>enum</c> or <c>struct</c>.</param>
/// <param name="Name">Its name without type parameters.</param>
/// <param name="Arity">How many type parameters it has.</param>
/// <param name="Members">Its members as C# declares them.</param>
internal sealed record PublishedType(string Space, string Kind, string Name, int Arity, List<string> Members);

/// <summary>Reads the list of what the package offers to the samples (hotchocolate/SURFACE.md).</summary>
internal static partial class PublishedSurface
{
    public static List<PublishedType> Read(string file)
    {
        var types = new List<PublishedType>();
        var space = "";
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                space = line[3..];
            }
            else if (TypeLine().Match(line) is { Success: true } type)
            {
                var arity = type.Groups[3].Success ? type.Groups[3].Value.Split(',').Length : 0;
                types.Add(new PublishedType(space, type.Groups[1].Value, type.Groups[2].Value, arity, []));
            }
            else if (MemberLine().Match(line) is { Success: true } member)
            {
                types[^1].Members.Add(member.Groups[1].Value);
            }
        }

        return types;
    }

    [GeneratedRegex(@"^\* `(?:readonly )?(class|interface|struct|enum) (\w+)(?:<([^>]+)>)?[^`]*` ?(?:: .*)?\[")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^  \* `([^`]+)`")]
    private static partial Regex MemberLine();
}
