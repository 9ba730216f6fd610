using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Merging;

/// <summary>Whether values of two types look alike in a response (specification, "SameResponseShape").</summary>
internal static class ResponseShape
{
    /// <summary>Lists and non-nulls must agree, leaves must be the same; composite types are compared by their fields, elsewhere.</summary>
    public static bool Differs(IType a, IType b)
    {
        while (a != b)
        {
            switch (a, b)
            {
                case (ListType x, ListType y): (a, b) = (x.OfType, y.OfType); break;
                case (NonNullType x, NonNullType y): (a, b) = (x.OfType, y.OfType); break;
                case (IWrappingType, _) or (_, IWrappingType): return true;
                default: return ((NamedType)a).IsLeaf() || ((NamedType)b).IsLeaf();
            }
        }

        return false;
    }
}
