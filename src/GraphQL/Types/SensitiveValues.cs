namespace Exams.GraphQL.Types;

/// <summary>Values that may hold a secret are not repeated in messages: whoever reads over a shoulder, or a log of responses, must not
/// learn a password because its field was mistyped.</summary>
public static class SensitiveValues
{
    /// <summary>What stands where a value would.</summary>
    public const string Hidden = "(not shown)";

    /// <summary>Whether values of a type may hold a secret: it is a <see cref="ScalarType.IsSensitive"/> scalar, or an input object with
    /// one anywhere inside.</summary>
    /// <param name="type">An input type; null for none.</param>
    /// <returns>Whether values of it are not to be shown.</returns>
    public static bool MayBeIn(IType? type)
    {
        if (type is null)
        {
            return false;
        }

        // A list of what is left to look at, because input objects go in circles and as deep as they like.
        var seen = new HashSet<NamedType>();
        var left = new Stack<NamedType>([type.NamedType()]);
        while (left.TryPop(out var next))
        {
            if (next is ScalarType { IsSensitive: true })
            {
                return true;
            }

            if (next is InputObjectType input && seen.Add(input))
            {
                foreach (var field in input.Fields.Values)
                {
                    left.Push(field.Type.NamedType());
                }
            }
        }

        return false;
    }
}
