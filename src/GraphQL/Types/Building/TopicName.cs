using System.Globalization;
using System.Text;

namespace Exams.GraphQL.Types.Building;

/// <summary>A topic's name with places for arguments, e.g. <c>loans_of_{bookNo}</c>.</summary>
internal sealed class TopicName
{
    private readonly List<(string Text, int Argument)> _parts = [];

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="field">The field whose arguments it names.</param>
    public TopicName(string pattern, OutputField field)
    {
        var at = 0;
        while (pattern.IndexOf('{', at) is >= 0 and var open && pattern.IndexOf('}', open) is >= 0 and var close)
        {
            var name = pattern[(open + 1)..close];
            var argument = field.Argument(name) ?? throw new SchemaException($"{pattern}: the field {field.Name} has no argument {name}.");
            _parts.Add((pattern[at..open], argument.Index));
            at = close + 1;
        }

        _parts.Add((pattern[at..], -1));
    }

    /// <summary>The topic for a request's arguments.</summary>
    public string For(IResolverContext context)
    {
        var name = new StringBuilder();
        foreach (var (text, argument) in _parts)
        {
            name.Append(text);
            if (argument >= 0)
            {
                name.Append(CultureInfo.InvariantCulture, $"{context.Argument(argument).Value}");
            }
        }

        return name.ToString();
    }
}
