using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace Exams.Infrastructure.Documents.Texts;

/// <summary>One Handlebars file, divided by comments that stand alone on a line: <c>{{!-- name --}}</c> begins the part called "name".
/// Each part is compiled once.</summary>
/// <remarks>Dividing the source, not the output, keeps a value from ever beginning a part. The output is plain text for a page, so nothing
/// is escaped, and the raw forms <c>{{{…}}}</c> and <c>{{&amp;…}}</c>, which would promise a difference, are refused.</remarks>
internal sealed partial class TextFile
{
    private readonly Dictionary<string, HandlebarsTemplate<object, object>> _parts = new(StringComparer.Ordinal);

    /// <summary>Compiles a file.</summary>
    /// <param name="source">The file's text.</param>
    /// <exception cref="FormatException">It has a raw form, text before the first part, or a part twice.</exception>
    /// <exception cref="HandlebarsException">A part is not Handlebars.</exception>
    public TextFile(string source)
    {
        if (Raw().IsMatch(source))
            throw new FormatException("Raw output ({{{ or {{&) is not allowed in a text.");
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
        var pieces = PartName().Split(source.ReplaceLineEndings("\n"));
        if (pieces[0].Trim().Length > 0)
            throw new FormatException("A text begins with the name of its first part.");
        for (var i = 1; i < pieces.Length; i += 2)
        {
            if (!_parts.TryAdd(pieces[i], handlebars.Compile(pieces[i + 1])))
                throw new FormatException($"The part {pieces[i]} is there twice.");
        }
    }

    /// <summary>Loads one of the files that the assembly carries.</summary>
    /// <param name="wording">The folder, such as <c>en-GB</c>.</param>
    /// <param name="name">The file's name without its extension.</param>
    /// <returns>The file, compiled.</returns>
    public static TextFile Load(string wording, string name)
    {
        var resource = $"Documents/Texts/{wording}/{name}.hbs";
        using var stream = typeof(TextFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new TextFile(reader.ReadToEnd());
    }

    /// <summary>Names of the parts, in the order of the file.</summary>
    public IReadOnlyCollection<string> Parts => _parts.Keys;

    /// <summary>Renders a part.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="facts">Every value that the file may name, and nothing with members: text, truth values, null.</param>
    /// <returns>The lines that are not empty; at least one.</returns>
    /// <exception cref="FormatException">There is no such part, or nothing in it, or it names a value that is not there.</exception>
    public IReadOnlyList<string> Lines(string part, IReadOnlyDictionary<string, object?> facts)
    {
        if (!_parts.TryGetValue(part, out var template))
            throw new FormatException($"The text has no part {part}.");
        string text;
        try
        {
            text = template(facts);
        }
        catch (HandlebarsUndefinedBindingException gap)
        {
            throw new FormatException($"The part {part} names a value that is not there: {gap.Message}.", gap);
        }

        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 ? lines : throw new FormatException($"The part {part} is empty.");
    }

    [GeneratedRegex(@"\{\{\{|\{\{\s*~?\s*&")]
    private static partial Regex Raw();

    [GeneratedRegex(@"^\{\{!-- (\w+) --\}\}$", RegexOptions.Multiline)]
    private static partial Regex PartName();
}
