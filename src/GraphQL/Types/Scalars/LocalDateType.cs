using System.Globalization;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary><c>LocalDate</c>: a day, <c>2026-08-13</c>. Its .NET value is <see cref="DateOnly"/>.</summary>
public sealed class LocalDateType : TextScalarType<DateOnly>
{
    internal LocalDateType() : base("LocalDate") =>
        Description = "The `LocalDate` scalar type represents a ISO date string, represented as UTF-8 character sequences YYYY-MM-DD. "
            + "The scalar follows the specification defined in RFC3339";

    /// <summary>Writes a day.</summary>
    /// <param name="value">The day.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(DateOnly value, JsonBuffer json) => WriteAscii(value, "yyyy-MM-dd", json);

    /// <inheritdoc/>
    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <inheritdoc/>
    protected override void WriteValue(DateOnly value, JsonBuffer json) => Write(value, json);
}

/// <summary><c>LocalTime</c>: a time of day, <c>13:05:06</c>. Its .NET value is <see cref="TimeOnly"/>.</summary>
public sealed class LocalTimeType : TextScalarType<TimeOnly>
{
    private static readonly string[] Formats = ["HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    internal LocalTimeType() : base("LocalTime") => Description =
        "The LocalTime scalar type is a local time string (i.e., with no associated timezone) in 24-hr HH:mm:ss.";

    /// <summary>Writes a time of day.</summary>
    /// <param name="value">The time.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(TimeOnly value, JsonBuffer json) => WriteAscii(value, "HH:mm:ss", json);

    /// <inheritdoc/>
    protected override bool TryParse(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <inheritdoc/>
    protected override void WriteValue(TimeOnly value, JsonBuffer json) => Write(value, json);
}
