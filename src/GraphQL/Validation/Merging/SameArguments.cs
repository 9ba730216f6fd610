using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Merging;

/// <summary>Whether two uses of a field have the same arguments, in whatever order (specification, "FieldsInSetCanMerge").</summary>
internal static class SameArguments
{
    private const int FewArguments = 8;

    public static bool Of(IReadOnlyList<ArgumentNode> a, IReadOnlyList<ArgumentNode> b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        if (a.Count == 0)
        {
            return true;
        }

        Dictionary<string, IValueNode>? byName = null;
        if (b.Count > FewArguments)
        {
            // A hostile field can have thousands of arguments; looking each up in a list would square them.
            byName = new(b.Count, StringComparer.Ordinal);
            foreach (var argument in b)
            {
                byName[argument.Name.Value] = argument.Value;
            }
        }

        for (var i = 0; i < a.Count; i++)
        {
            var name = a[i].Name.Value;
            var other = byName is null ? Find(b, name) : byName.GetValueOrDefault(name);
            if (other is null || !AreEqual(a[i].Value, other))
            {
                return false;
            }
        }

        return true;
    }

    private static IValueNode? Find(IReadOnlyList<ArgumentNode> arguments, string name)
    {
        for (var i = arguments.Count - 1; i >= 0; i--)
        {
            if (arguments[i].Name.Value == name)
            {
                return arguments[i].Value;
            }
        }

        return null;
    }

    private static bool AreEqual(IValueNode a, IValueNode b)
    {
        switch (a, b)
        {
            case (VariableNode x, VariableNode y): return x.Name.Value == y.Name.Value;
            case (IntValueNode x, IntValueNode y): return x.Value == y.Value;
            case (FloatValueNode x, FloatValueNode y): return x.Value == y.Value;
            case (StringValueNode x, StringValueNode y): return x.Block == y.Block && x.Value == y.Value;
            case (BooleanValueNode x, BooleanValueNode y): return x.Value == y.Value;
            case (EnumValueNode x, EnumValueNode y): return x.Value == y.Value;
            case (NullValueNode, NullValueNode): return true;
            case (ListValueNode x, ListValueNode y):
                if (x.Items.Count != y.Items.Count)
                {
                    return false;
                }

                for (var i = 0; i < x.Items.Count; i++)
                {
                    if (!AreEqual(x.Items[i], y.Items[i]))
                    {
                        return false;
                    }
                }

                return true;
            case (ObjectValueNode x, ObjectValueNode y): return AreEqual(x.Fields, y.Fields);
            default: return false;
        }
    }

    private static bool AreEqual(IReadOnlyList<ObjectFieldNode> a, IReadOnlyList<ObjectFieldNode> b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        // The order of the fields of an input object does not matter.
        var (first, second) = (InOrder(a), InOrder(b));
        for (var i = 0; i < first.Count; i++)
        {
            if (first[i].Name.Value != second[i].Name.Value || !AreEqual(first[i].Value, second[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    private static IReadOnlyList<ObjectFieldNode> InOrder(IReadOnlyList<ObjectFieldNode> fields) =>
        fields.Count < 2 ? fields : [.. fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal)];
}
