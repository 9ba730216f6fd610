using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Exams.Infrastructure.Persistence.Columns;

/// <summary>An instant is kept as whole microseconds since 1970 in UTC: the one form in which both databases compare and order it in SQL.</summary>
internal sealed class InstantColumn() : ValueConverter<DateTimeOffset, long>(at => Micros(at), micros => At(micros))
{
    /// <summary>Microseconds since 1970; a tenth of a microsecond is dropped.</summary>
    public static long Micros(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant, in UTC.</summary>
    public static DateTimeOffset At(long micros) =>
        new(DateTimeOffset.UnixEpoch.UtcTicks + micros * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
