using System.Diagnostics.CodeAnalysis;

namespace Exams.GraphQL.Types.Scalars;

/// <summary>The five scalars that every schema has (specification, "Built-in Scalars").</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The specification's own names.")]
public static class SpecifiedScalars
{
    /// <summary><c>Int</c>.</summary>
    public static IntType Int { get; } = new();

    /// <summary><c>Float</c>.</summary>
    public static FloatType Float { get; } = new();

    /// <summary><c>String</c>.</summary>
    public static StringType String { get; } = new();

    /// <summary><c>Boolean</c>.</summary>
    public static BooleanType Boolean { get; } = new();

    /// <summary><c>ID</c>.</summary>
    public static IdType Id { get; } = new();

    /// <summary>All five, in graphql-js's order.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [String, Int, Float, Boolean, Id];

    /// <summary>The built-in scalar of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The scalar or null.</returns>
    public static ScalarType? ByName(string name) => name switch
    {
        "Int" => Int,
        "Float" => Float,
        "String" => String,
        "Boolean" => Boolean,
        "ID" => Id,
        _ => null,
    };
}
