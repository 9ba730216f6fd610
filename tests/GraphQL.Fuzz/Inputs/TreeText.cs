using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Writes a tree out node by node, places left out: two trees are equal when these texts are.</summary>
internal sealed class TreeText
{
    private readonly Dictionary<Type, PropertyInfo[]> _members = [];

    /// <summary>The text of a tree.</summary>
    public string Of(ISyntaxNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append('~');
                break;
            case string letters:
                text.Append('"').Append(letters).Append('"');
                break;
            case ISyntaxNode node:
                text.Append(node.GetType().Name).Append('(');
                foreach (var member in Members(node.GetType()))
                {
                    Write(member.GetValue(node), text);
                    text.Append(',');
                }

                text.Append(')');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private PropertyInfo[] Members(Type type)
    {
        if (!_members.TryGetValue(type, out var members))
        {
            members = [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.PropertyType != typeof(TextSpan) && p.PropertyType != typeof(Source))];
            _members[type] = members;
        }

        return members;
    }
}
