using System.Text.RegularExpressions;

namespace Exams.Api.Tests.Clients;

/// <summary>The blocks of code in <c>docs/integrators.md</c>, in the order of the page: what it shows is what the tests run.</summary>
internal static partial class Guide
{
    public static IReadOnlyList<GuideBlock> Blocks { get; } = [.. Read(File.ReadAllText(Path.Combine(Repository.Root, "docs", "integrators.md")))];

    /// <summary>The files that the page tells to write, by name.</summary>
    public static IReadOnlyDictionary<string, string> Files => Blocks.Where(block => block.File.Length > 0).ToDictionary(block => block.File, block => block.Text);

    private static IEnumerable<GuideBlock> Read(string page) =>
        from section in Section().Split(page)
        let heading = section.Split('\n')[0]
        from Match match in Fence().Matches(section)
        select new GuideBlock(heading, match.Groups["language"].Value, match.Groups["file"].Value, match.Groups["text"].Value);

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```(?<language>\w+)(?: (?<file>\S+))?\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}

/// <summary>A block of code of the guide.</summary>
/// <param name="Section">The heading that it stands under.</param>
/// <param name="Language">What stands behind the fence: <c>sh</c> is run, <c>text</c> is what the block before it prints.</param>
/// <param name="File">The file that it is the text of, if it is.</param>
/// <param name="Text">The code.</param>
internal sealed record GuideBlock(string Section, string Language, string File, string Text);
