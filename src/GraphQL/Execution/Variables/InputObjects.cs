using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Variables;

/// <summary>The last step of every input coercion: from coerced fields to what the resolver gets.</summary>
internal static class InputObjects
{
    /// <summary>A field's value after its own conversion to .NET.</summary>
    public static InputFieldValue Convert(InputField field, object? coerced) =>
        new(true, field.Convert is { } convert ? convert(coerced) : coerced);

    /// <summary>The .NET object of an input object type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="values">Its fields' values, in declared order.</param>
    /// <param name="written">Names in written order; read only where order counts.</param>
    public static object Make(InputObjectType type, InputFieldValue[] values, Func<IEnumerable<string>> written)
    {
        if (type.CreateInOrder is not { } create)
        {
            return Make(type, values);
        }

        var places = written().Distinct().Select(n => type.Fields[n].Index).Where(i => values[i].HasValue);
        return create(values, [.. places]);
    }

    /// <summary>The .NET object of an input object type.</summary>
    private static object Make(InputObjectType type, InputFieldValue[] values)
    {
        if (type.Create is { } create)
        {
            return create(values);
        }

        var members = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, field) in type.Fields)
        {
            if (values[field.Index].HasValue)
            {
                members.Add(name, values[field.Index].Value);
            }
        }

        return members;
    }
}
