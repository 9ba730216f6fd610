namespace Exams.GraphQL.Types.Comparison;

/// <summary>Whether the type of a member may change without breaking a client. Wrappers nest as deeply as the parser allowed.</summary>
internal static class TypeChange
{
    /// <summary>A result may promise more than before: non-null where it was nullable.</summary>
    public static bool IsSafeForOutput(IType older, IType newer) => (older, newer) switch
    {
        (ListType before, ListType after) => IsSafeForOutput(before.OfType, after.OfType),
        (NonNullType before, NonNullType after) => IsSafeForOutput(before.OfType, after.OfType),
        (NonNullType, _) => false,
        (_, NonNullType after) => IsSafeForOutput(older, after.OfType),
        (NamedType before, NamedType after) => before.Name == after.Name,
        _ => false,
    };

    /// <summary>An input may demand less than before: nullable where it was non-null.</summary>
    public static bool IsSafeForInput(IType older, IType newer) => (older, newer) switch
    {
        (ListType before, ListType after) => IsSafeForInput(before.OfType, after.OfType),
        (NonNullType before, NonNullType after) => IsSafeForInput(before.OfType, after.OfType),
        (NonNullType before, _) => IsSafeForInput(before.OfType, newer),
        (NamedType before, NamedType after) => before.Name == after.Name,
        _ => false,
    };
}
