using System.Globalization;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary><c>DateTime</c>: an instant, <c>2026-08-13T08:00:00.000Z</c>, always with three digits of a second and an offset. Comes in
/// with an offset and up to seven digits. Its .NET value is <see cref="DateTimeOffset"/>; <see cref="DateTime"/> goes out, too.</summary>
public sealed class DateTimeType : TextScalarType<DateTimeOffset>
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd't'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
    ];

    internal DateTimeType() : base("DateTime")
    {
        Description = "The `DateTime` scalar represents an ISO-8601 compliant date time type.";
        SpecifiedBy = "https://www.graphql-scalars.com/date-time";
    }

    /// <summary>Writes an instant.</summary>
    /// <param name="value">The instant; its offset is kept.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(DateTimeOffset value, JsonBuffer json) =>
        WriteAscii(value, value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffzzz", json);

    /// <summary>Writes an instant.</summary>
    /// <param name="value">The instant; one of no kind is taken for UTC.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(DateTime value, JsonBuffer json) =>
        WriteAscii(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", json);

    /// <inheritdoc/>
    public override void WriteResult(object value, JsonBuffer json)
    {
        if (value is DateTime time)
        {
            Write(time, json);
        }
        else
        {
            base.WriteResult(value, json);
        }
    }

    /// <inheritdoc/>
    protected override bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        return HasOffset(text)
            && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    /// <inheritdoc/>
    protected override void WriteValue(DateTimeOffset value, JsonBuffer json) => Write(value, json);

    private static bool HasOffset(string text) => text is [.., 'Z' or 'z'] || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}
