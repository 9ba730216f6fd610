using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Building;

/// <summary>The scalars that stand for .NET's own types.</summary>
internal static class BuiltInScalars
{
    /// <summary>Scalars by .NET type.</summary>
    public static IReadOnlyDictionary<Type, ScalarType> ByRuntimeType { get; } = new Dictionary<Type, ScalarType>
    {
        [typeof(string)] = SpecifiedScalars.String,
        [typeof(int)] = SpecifiedScalars.Int,
        [typeof(double)] = SpecifiedScalars.Float,
        [typeof(float)] = SpecifiedScalars.Float,
        [typeof(bool)] = SpecifiedScalars.Boolean,
    };
}
