using System.Globalization;
using System.Text;

namespace Exams.GraphQL.Execution.Variables;

/// <summary>Where in a variable's value coercion is just now. One object serves a whole request, so a correct value
/// of ten thousand rows costs no paths.</summary>
internal sealed class InputPath
{
    private readonly List<(string? Name, int Index)> _steps = [];

    /// <summary>True at the value itself.</summary>
    public bool IsEmpty => _steps.Count == 0;

    /// <summary>Goes down to a field.</summary>
    public void Push(string name) => _steps.Add((name, 0));

    /// <summary>Goes down to an item.</summary>
    public void Push(int index) => _steps.Add((null, index));

    /// <summary>Goes up again.</summary>
    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>The steps as a response would give them: strings and integers.</summary>
    public object[] ToArray() => [.. _steps.Select(s => s.Name ?? (object)s.Index)];

    /// <summary>The steps as messages give them: <c>.a[1]</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in _steps)
        {
            _ = name is null ? text.Append(CultureInfo.InvariantCulture, $"[{index}]") : text.Append('.').Append(name);
        }

        return text.ToString();
    }
}
