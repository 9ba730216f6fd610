using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Building;

/// <summary>The scalars that stand for .NET's own types. One set for each schema, because a schema may describe its scalars anew.</summary>
internal static class BuiltInScalars
{
    /// <summary>Scalars by .NET type.</summary>
    public static IReadOnlyDictionary<Type, ScalarType> Make()
    {
        var instant = new DateTimeType();
        return new Dictionary<Type, ScalarType>
        {
            [typeof(string)] = SpecifiedScalars.String,
            [typeof(int)] = SpecifiedScalars.Int,
            [typeof(double)] = SpecifiedScalars.Float,
            [typeof(float)] = SpecifiedScalars.Float,
            [typeof(bool)] = SpecifiedScalars.Boolean,
            [typeof(DateTimeOffset)] = instant,
            [typeof(DateTime)] = instant,
            [typeof(DateOnly)] = new LocalDateType(),
            [typeof(TimeOnly)] = new LocalTimeType(),
            [typeof(Guid)] = new UuidType(),
            [typeof(Uri)] = new UrlType(),
            [typeof(long)] = new LongType(),
            [typeof(short)] = new ShortType(),
            [typeof(decimal)] = new DecimalType(),
        };
    }
}
