using System.Runtime.CompilerServices;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Execution.Variables;

/// <summary>Input coercion of literals (specification, "Input Coercion" of each type; graphql-js <c>valueFromAST</c>).
/// Says whether a literal fits, not why it does not: validation has already said that.</summary>
internal static class LiteralCoercion
{
    /// <summary>The value of a literal.</summary>
    /// <param name="literal">The literal, variables included.</param>
    /// <param name="type">The type it must fit.</param>
    /// <param name="variables">Coerced variables.</param>
    /// <param name="value">The value; null when it does not fit.</param>
    /// <returns>Whether it fits.</returns>
    /// <exception cref="GraphQLException">The application refuses the value in words of its own.</exception>
    public static bool TryCoerce(IValueNode literal, IType type, VariableValues variables, out object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        value = null;
        if (literal is VariableNode variable)
        {
            var given = variables[variable.Name.Value];
            value = given.Value;
            return given.HasValue && (given.Value is not null || type is not NonNullType);
        }

        if (literal is NullValueNode)
        {
            return type is not NonNullType;
        }

        switch (type.Nullable())
        {
            case ListType list:
                return TryList(literal, list.OfType, variables, out value);
            case InputObjectType input:
                return TryObject(literal, input, variables, out value);
            case EnumType @enum:
                value = literal is EnumValueNode name ? @enum.ByName(name.Value)?.Value : null;
                return value is not null;
            case ScalarType scalar:
                return TryScalar(literal, scalar, variables, out value);
            default:
                return false;
        }
    }

    /// <summary>The value of a default, which has no variables and always fits.</summary>
    /// <param name="field">An argument or input field with a default.</param>
    /// <returns>The coerced value, not yet converted; null when the default does not fit after all.</returns>
    public static object? Default(InputField field)
    {
        _ = TryCoerce(field.DefaultValue!, field.Type, VariableValues.None, out var value);
        return value;
    }

    private static bool TryList(IValueNode literal, IType itemType, VariableValues variables, out object? value)
    {
        value = null;
        if (literal is not ListValueNode list)
        {
            if (!TryCoerce(literal, itemType, variables, out var only))
            {
                return false;
            }

            value = new List<object?> { only };
            return true;
        }

        var items = new List<object?>(list.Items.Count);
        foreach (var node in list.Items)
        {
            if (IsMissing(node, variables) && itemType is not NonNullType)
            {
                items.Add(null);
            }
            else if (TryCoerce(node, itemType, variables, out var item))
            {
                items.Add(item);
            }
            else
            {
                return false;
            }
        }

        value = items;
        return true;
    }

    private static bool TryObject(IValueNode literal, InputObjectType type, VariableValues variables, out object? value)
    {
        value = null;
        if (literal is not ObjectValueNode obj)
        {
            return false;
        }

        var values = new InputFieldValue[type.Fields.Count];
        var (given, nulls) = (0, 0);
        foreach (var (name, field) in type.Fields)
        {
            object? coerced;
            if (Field(obj, name) is { } node && !IsMissing(node, variables))
            {
                if (!TryCoerce(node, field.Type, variables, out coerced))
                {
                    return false;
                }
            }
            else if (field.DefaultValue is not null)
            {
                coerced = Default(field);
            }
            else if (field.Type is NonNullType)
            {
                return false;
            }
            else
            {
                continue;
            }

            given++;
            nulls += coerced is null ? 1 : 0;
            values[field.Index] = InputObjects.Convert(field, coerced);
        }

        if (type.IsOneOf && (given != 1 || nulls != 0))
        {
            return false;
        }

        value = InputObjects.Make(type, values, () => obj.Fields.Select(f => f.Name.Value));
        return true;
    }

    private static bool TryScalar(IValueNode literal, ScalarType scalar, VariableValues variables, out object? value)
    {
        try
        {
            value = scalar.CoerceLiteral(Substitute(literal, variables));
            return true;
        }
        catch (Exception refused) when (refused is not GraphQLException)
        {
            value = null;
            return false;
        }
    }

    // The last of several fields of one name counts, as in graphql-js; validation refuses them anyway.
    private static IValueNode? Field(ObjectValueNode obj, string name)
    {
        for (var i = obj.Fields.Count - 1; i >= 0; i--)
        {
            if (obj.Fields[i].Name.Value == name)
            {
                return obj.Fields[i].Value;
            }
        }

        return null;
    }

    private static bool IsMissing(IValueNode node, VariableValues variables) =>
        node is VariableNode variable && !variables[variable.Name.Value].HasValue;

    // Custom scalars may be written as lists and objects with variables inside; scalars know nothing of variables.
    private static IValueNode Substitute(IValueNode literal, VariableValues variables)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return literal switch
        {
            VariableNode variable => PlainValue.ToLiteral(variables[variable.Name.Value].Value),
            ListValueNode { Items.Count: > 0 } list => new ListValueNode([.. list.Items.Select(i => Substitute(i, variables))]) { Span = list.Span },
            ObjectValueNode { Fields.Count: > 0 } obj => new ObjectValueNode(
                [.. obj.Fields.Select(f => new ObjectFieldNode(f.Name, Substitute(f.Value, variables)))]) { Span = obj.Span },
            _ => literal,
        };
    }
}
