using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A time zone by its IANA name (<c>America/New_York</c>), in which a centre's instants are shown.</summary>
/// <remarks>Instants are compared in UTC and only shown in the zone (rule 22).</remarks>
public readonly record struct IanaTimeZone : IVocabulary<IanaTimeZone>
{
    private readonly string? id;

    private IanaTimeZone(string id) => this.id = id;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out IanaTimeZone value)
    {
        value = default;

        // "posix/" and "right/" are folders of the zone database, not names; the latter even counts leap seconds.
        if (text is not { Length: > 0 and <= 64 } || !char.IsAsciiLetterUpper(text[0])
            || !CodeText.IsAll(text, one => char.IsAsciiLetterOrDigit(one) || "_+-/".Contains(one, StringComparison.Ordinal))
            || !TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) || !zone.HasIanaId)
        {
            return false;
        }

        value = new IanaTimeZone(text);
        return true;
    }

    /// <summary>The instant as clocks in the zone show it.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>The same instant with the zone's offset at that time.</returns>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(ToString()));

    /// <summary>The IANA name; <c>UTC</c> when none was set.</summary>
    /// <returns>A zone name.</returns>
    public override string ToString() => id ?? "UTC";
}
