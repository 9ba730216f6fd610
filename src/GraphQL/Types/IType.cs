namespace Exams.GraphQL.Types;

/// <summary>A member of the type system that can be named in messages.</summary>
public interface ITypeSystemMember;

/// <summary>Any type, wrapped or named (specification, "Types"). <c>ToString</c> gives its SDL spelling, e.g. <c>[Int!]</c>.</summary>
public interface IType : ITypeSystemMember;

/// <summary>A type that may stand where values come in.</summary>
public interface IInputType : IType;

/// <summary>A type that may stand where values go out.</summary>
public interface IOutputType : IType;

/// <summary>A type with a nullable inside: list or non-null (specification, "Wrapping Types").</summary>
public interface IWrappingType : IInputType, IOutputType
{
    /// <summary>The wrapped type.</summary>
    IType OfType { get; }
}

/// <summary>A list of something.</summary>
/// <param name="ofType">The type of the items.</param>
public sealed class ListType(IType ofType) : IWrappingType
{
    /// <summary>The type of the items.</summary>
    public IType OfType { get; } = ofType;

    /// <inheritdoc/>
    public override string ToString() => $"[{OfType}]";
}

/// <summary>A type whose values are never null.</summary>
/// <param name="ofType">The nullable type inside.</param>
public sealed class NonNullType(IType ofType) : IWrappingType
{
    /// <summary>The nullable type inside.</summary>
    public IType OfType { get; } = ofType;

    /// <inheritdoc/>
    public override string ToString() => $"{OfType}!";
}

/// <summary>Questions about types that every chapter asks.</summary>
public static class TypeExtensions
{
    /// <summary>The named type under all wrappers.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>The named type.</returns>
    public static NamedType NamedType(this IType type)
    {
        while (type is IWrappingType wrapping)
        {
            type = wrapping.OfType;
        }

        return (NamedType)type;
    }

    /// <summary>The type without an outer non-null.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>The nullable type.</returns>
    public static IType Nullable(this IType type) => type is NonNullType nonNull ? nonNull.OfType : type;

    /// <summary>True for <c>T!</c>.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>Whether null is refused.</returns>
    public static bool IsNonNull(this IType type) => type is NonNullType;

    /// <summary>True when values may come in with this type, whatever the wrapping.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>Whether the named type is a scalar, an enum or an input object.</returns>
    public static bool IsInputType(this IType type) => type.NamedType() is ScalarType or EnumType or InputObjectType;

    /// <summary>True when values may go out with this type, whatever the wrapping.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>Whether the named type is anything but an input object.</returns>
    public static bool IsOutputType(this IType type) => type.NamedType() is not InputObjectType;
}
