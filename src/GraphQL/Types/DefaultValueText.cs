using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>Default values as introspection and SDL show them: coerced first, then written down again
/// (specification, "__InputValue.defaultValue").</summary>
/// <remarks>So <c>[Int] = 1</c> is shown as <c>[1]</c>, <c>Float = 1.0</c> as <c>1</c>, and an input object with the defaults of its
/// fields. What cannot be coerced is shown as no default, as graphql-js does.</remarks>
public static class DefaultValueText
{
    // Defaults of input fields can nest and even loop; beyond this the literal is shown as it was written.
    private const int MaxDepth = 300;
    private const int MaxNodes = 10_000;

    /// <summary>The text of a default.</summary>
    /// <param name="field">An argument or input field.</param>
    /// <returns>A GraphQL literal, or null when there is no default.</returns>
    public static string? Of(InputField field) => Literal(field) is { } literal ? Printer.Print(literal) : null;

    /// <summary>The coerced default as a literal.</summary>
    /// <param name="field">An argument or input field.</param>
    /// <returns>The literal, or null when there is no default.</returns>
    public static IValueNode? Literal(InputField field)
    {
        if (field.DefaultValue is null)
        {
            return null;
        }

        try
        {
            return new Coercion().Coerce(field.DefaultValue, field.Type, 0);
        }
        catch (TooLargeException)
        {
            return field.DefaultValue;
        }
    }

    private sealed class TooLargeException : Exception;

    private sealed class Coercion
    {
        private int _nodes;

        // Null stands for a literal that does not fit its type.
        public IValueNode? Coerce(IValueNode literal, IType type, int depth)
        {
            if (depth > MaxDepth || ++_nodes > MaxNodes)
            {
                throw new TooLargeException();
            }

            if (type is NonNullType nonNull)
            {
                return literal is NullValueNode ? null : Coerce(literal, nonNull.OfType, depth);
            }

            return (literal, type) switch
            {
                (NullValueNode, _) => literal,
                (ListValueNode items, ListType list) => Items(items.Items, list, depth),
                (_, ListType list) => Items([literal], list, depth),
                (ObjectValueNode fields, InputObjectType input) => Fields(fields, input, depth),
                (_, ScalarType scalar) => Leaf(() => scalar.ParseResult(scalar.CoerceLiteral(literal))),
                (EnumValueNode name, EnumType enumType) => enumType.ByName(name.Value) is null ? null : literal,
                _ => null,
            };
        }

        private ListValueNode? Items(IReadOnlyList<IValueNode> items, ListType list, int depth)
        {
            var coerced = new List<IValueNode>(items.Count);
            foreach (var item in items)
            {
                if (Coerce(item, list.OfType, depth + 1) is not { } literal)
                {
                    return null;
                }

                coerced.Add(literal);
            }

            return new ListValueNode(coerced);
        }

        private ObjectValueNode? Fields(ObjectValueNode literal, InputObjectType input, int depth)
        {
            var coerced = new List<ObjectFieldNode>(input.Fields.Count);
            foreach (var field in input.Fields.Values)
            {
                var written = literal.Fields.LastOrDefault(f => f.Name.Value == field.Name)?.Value ?? field.DefaultValue;
                var value = written is null ? null : Coerce(written, field.Type, depth + 1);
                if (value is not null)
                {
                    coerced.Add(new ObjectFieldNode(new NameNode(field.Name), value));
                }
                else if (written is not null || field.IsRequired)
                {
                    return null;
                }
            }

            return input.IsOneOf && coerced is not [{ Value: not NullValueNode }] ? null : new ObjectValueNode(coerced);
        }

        private static IValueNode? Leaf(Func<IValueNode> coerce)
        {
            try
            {
                return coerce();
            }
            catch (CoercionException)
            {
                return null;
            }
        }
    }
}
