using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Exams.Infrastructure.Persistence;

/// <summary>Arithmetic on instants inside SQL, which the providers do not offer for values that are kept as microseconds.</summary>
public static class ReleaseSql
{
    private const long MicrosPerMinute = 60_000_000;

    /// <summary>An instant so many minutes later; works in queries and outside them.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="minutes">Whole minutes.</param>
    /// <returns>The later instant.</returns>
    public static DateTimeOffset Later(DateTimeOffset at, int minutes) => at.AddMinutes(minutes);

    internal static void Apply(ModelBuilder model) =>
        model.HasDbFunction(typeof(ReleaseSql).GetMethod(nameof(Later))!).HasTranslation(arguments =>
        {
            // Widened first: two weeks of microseconds do not fit 32 bits.
            var minutes = new SqlUnaryExpression(ExpressionType.Convert, arguments[1], typeof(long), LongTypeMapping.Default);
            var micros = new SqlBinaryExpression(
                ExpressionType.Multiply,
                minutes,
                new SqlConstantExpression(MicrosPerMinute, typeof(long), LongTypeMapping.Default),
                typeof(long),
                LongTypeMapping.Default);
            return new SqlBinaryExpression(ExpressionType.Add, arguments[0], micros, typeof(DateTimeOffset), arguments[0].TypeMapping);
        });
}
