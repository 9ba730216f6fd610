using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation;

/// <summary>Finds input objects that no value can fill because they require themselves (specification, "Circular References").</summary>
/// <param name="faults">Where to report.</param>
internal sealed class InputCircles(SchemaFaults faults)
{
    private readonly HashSet<InputObjectType> _visited = [];

    /// <summary>Reports every circle that is reached from a type and was not reached before.</summary>
    /// <remarks>Iterative, because schemas may be long chains of types.</remarks>
    public void Check(InputObjectType start)
    {
        if (!_visited.Add(start))
        {
            return;
        }

        var path = new List<InputField>();
        var depthOf = new Dictionary<InputObjectType, int> { [start] = 0 };
        var open = new Stack<(InputObjectType Type, IEnumerator<InputField> Fields)>();
        open.Push((start, Required(start)));
        while (open.TryPeek(out var here))
        {
            if (!here.Fields.MoveNext())
            {
                depthOf.Remove(here.Type);
                open.Pop();
                if (path.Count > 0)
                {
                    path.RemoveAt(path.Count - 1);
                }

                continue;
            }

            var field = here.Fields.Current;
            var next = (InputObjectType)field.Type.Nullable();
            path.Add(field);
            if (depthOf.TryGetValue(next, out var depth))
            {
                Report(next, path[depth..]);
            }
            else if (_visited.Add(next))
            {
                depthOf[next] = path.Count;
                open.Push((next, Required(next)));
                continue;
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    private static IEnumerator<InputField> Required(InputObjectType type) =>
        type.Fields.Values.Where(f => f.Type is NonNullType { OfType: InputObjectType }).GetEnumerator();

    private void Report(InputObjectType type, List<InputField> circle) => faults.Report(
        $"Cannot reference Input Object \"{type}\" within itself through a series of non-null fields: "
        + $"\"{string.Join('.', circle.Select(f => f.Name))}\".",
        circle.Select(f => (ISyntaxNode?)f.SyntaxNode));
}
