namespace Exams.GraphQL.Types;

/// <summary>How types relate to each other, wrappers included. Wrappers nest as deeply as the parser allowed.</summary>
public static class TypeRelations
{
    /// <summary>Whether two types are the same, e.g. both <c>[Int!]</c>.</summary>
    /// <param name="type">One type.</param>
    /// <param name="other">A type of the same schema.</param>
    /// <returns>Whether they are.</returns>
    public static bool IsEqualTo(this IType type, IType other)
    {
        while (type != other)
        {
            if (type is not IWrappingType inner || other is not IWrappingType otherInner || type.GetType() != other.GetType())
            {
                return false;
            }

            type = inner.OfType;
            other = otherInner.OfType;
        }

        return true;
    }

    /// <summary>Whether every value of one type is a value of another (specification, "IsValidImplementationFieldType").</summary>
    /// <param name="schema">The schema of both.</param>
    /// <param name="maybeSubType">The narrower one.</param>
    /// <param name="superType">The wider one.</param>
    /// <returns>Whether it is so; <c>T!</c> is narrower than <c>T</c>, lists follow their items.</returns>
    public static bool IsTypeSubTypeOf(this Schema schema, IType maybeSubType, IType superType)
    {
        while (maybeSubType != superType)
        {
            switch (superType, maybeSubType)
            {
                case (NonNullType wide, NonNullType narrow):
                    (maybeSubType, superType) = (narrow.OfType, wide.OfType);
                    break;
                case (NonNullType, _):
                    return false;
                case (_, NonNullType narrow):
                    maybeSubType = narrow.OfType;
                    break;
                case (ListType wide, ListType narrow):
                    (maybeSubType, superType) = (narrow.OfType, wide.OfType);
                    break;
                default:
                    return superType is IAbstractType wideType && maybeSubType is NamedType type && schema.IsSubType(wideType, type);
            }
        }

        return true;
    }
}
