using System.Collections;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Building;

/// <summary>Constants of the code as literals of the schema.</summary>
internal static class Literals
{
    /// <summary>The literal of a value.</summary>
    public static IValueNode Of(object? value, IType type)
    {
        if (value is null)
        {
            return NullValueNode.Default;
        }

        switch (type)
        {
            case NonNullType nonNull:
                return Of(value, nonNull.OfType);
            case ListType list when value is IEnumerable items and not string:
                return new ListValueNode([.. items.Cast<object?>().Select(i => Of(i, list.OfType))]);
            case ListType list:
                return Of(value, list.OfType);
            case EnumType known:
                // Constants of a nullable enum parameter come as bare numbers.
                var entry = known.ByValue(value) ?? known.Values.FirstOrDefault(v => v.Value is Enum e && Convert.ToInt64(e, null) == Convert.ToInt64(value, null));
                return new EnumValueNode((entry ?? throw new SchemaException($"{value} is no value of {known.Name}.")).Name);
            case ScalarType scalar:
                return scalar.ParseResult(value);
            default:
                throw new SchemaException($"{value} cannot be a default of {type}.");
        }
    }
}
