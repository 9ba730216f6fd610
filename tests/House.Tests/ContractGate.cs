using System.Globalization;
using System.Text.RegularExpressions;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Comparison;
using Exams.GraphQL.Types.Sdl;

namespace Exams.House.Tests;

/// <summary>Holds a contract against the one that clients were last given, and both against the CHANGELOG. Nothing that can break or surprise a client
/// passes without a line; nothing that breaks one passes without three months' notice.</summary>
/// <remarks>Time is the CHANGELOG's own: the date of its newest section is today. So the gate says the same on every day.</remarks>
internal static partial class ContractGate
{
    /// <summary>How long before it goes a member is told to go.</summary>
    private const int MonthsOfNotice = 3;

    // What can be deprecated while it is there still, so that its reason gives notice. Of all else the CHANGELOG does.
    private static readonly string[] Removals = ["FIELD_REMOVED", "ARG_REMOVED", "VALUE_REMOVED_FROM_ENUM"];

    // A type goes with the last field that leads to it, and that field had its notice.
    private static readonly string[] Following = ["TYPE_REMOVED"];

    /// <summary>What is wrong with the step from one contract to the next; empty when it may be taken.</summary>
    /// <param name="released">What clients were last given.</param>
    /// <param name="on">When.</param>
    /// <param name="current">What they would get.</param>
    /// <param name="changelog">The diary: a heading <c>## date</c> for each day, coordinates in backticks.</param>
    public static IReadOnlyList<string> Faults(string released, DateOnly on, string current, string changelog)
    {
        var diary = Read(changelog);
        var today = diary.Count == 0 ? on : diary.Max(entry => entry.Date);
        var older = SchemaBuilder.FromSdl(released);
        var reasons = Deprecations(older).ToDictionary(one => one.Coordinate, one => one.Reason);
        var faults = new List<string>();
        foreach (var change in SchemaDiff.Between(older, SchemaBuilder.FromSdl(current)).Where(one => one.Severity != ChangeSeverity.Safe))
        {
            if (!diary.Any(entry => entry.Date >= on && entry.Names(change.Coordinate)))
            {
                faults.Add($"{change.Coordinate}: no line of CHANGELOG.md names it. {change.Description}");
            }

            if (change.Severity == ChangeSeverity.Breaking && !Following.Contains(change.Kind))
            {
                var removal = Removals.Contains(change.Kind) && reasons.TryGetValue(change.Coordinate, out var reason) ? RemovalDate(reason) : null;
                var noticed = removal ?? Announced(diary, change.Coordinate);
                if (noticed is null)
                {
                    faults.Add($"{change.Coordinate}: it breaks clients, and they had no notice. {change.Description}");
                }
                else if (noticed > today)
                {
                    faults.Add($"{change.Coordinate}: it breaks clients before {noticed:yyyy-MM-dd}, as they were told. {change.Description}");
                }
            }
        }

        return faults;
    }

    /// <summary>What is wrong with the deprecations of a contract: each must say when its member goes, three months after the CHANGELOG told so.</summary>
    /// <param name="current">The contract.</param>
    /// <param name="changelog">The diary.</param>
    public static IReadOnlyList<string> UnclearDeprecations(string current, string changelog)
    {
        var diary = Read(changelog);
        var faults = new List<string>();
        foreach (var (coordinate, reason) in Deprecations(SchemaBuilder.FromSdl(current)))
        {
            var told = diary.Where(entry => entry.Names(coordinate)).Select(entry => (DateOnly?)entry.Date).Min();
            if (RemovalDate(reason) is not { } goes)
            {
                faults.Add($"{coordinate}: the reason does not end with \"Removal on YYYY-MM-DD UTC.\"");
            }
            else if (told is null)
            {
                faults.Add($"{coordinate}: no line of CHANGELOG.md names it.");
            }
            else if (goes < told.Value.AddMonths(MonthsOfNotice))
            {
                faults.Add($"{coordinate}: told on {told:yyyy-MM-dd}, it may not go before {told.Value.AddMonths(MonthsOfNotice):yyyy-MM-dd}.");
            }
        }

        return faults;
    }

    private static DateOnly? RemovalDate(string reason) => Removal().Match(reason) is { Success: true } match && Date(match.Groups[1].Value) is { } date ? date : null;

    // The earliest day for which a break was announced in time: "`Query.a`: … Breaking on 2027-04-01 UTC."
    private static DateOnly? Announced(List<Entry> diary, string coordinate) => diary
        .Where(entry => entry.Names(coordinate))
        .SelectMany(entry => Breaking().Matches(entry.Line).Select(match => (Told: entry.Date, On: Date(match.Groups[1].Value))))
        .Where(one => one.On >= one.Told.AddMonths(MonthsOfNotice))
        .Min(one => one.On);

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static List<Entry> Read(string changelog)
    {
        var entries = new List<Entry>();
        foreach (var section in Section().Split(changelog).Skip(1))
        {
            if (Date(section.Split('\n')[0].Trim()) is { } date)
            {
                entries.AddRange(Item().Split(section).Skip(1).Select(line => new Entry(date, line)));
            }
        }

        return entries;
    }

    private static IEnumerable<(string Coordinate, string Reason)> Deprecations(Schema schema) =>
        from one in Members(schema)
        where one.Reason is not null
        select (one.Coordinate, one.Reason);

    private static IEnumerable<(string Coordinate, string? Reason)> Members(Schema schema) => schema.Types.Values
        .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
        .SelectMany(type => type switch
        {
            ComplexType complex => complex.Fields.Values.SelectMany(field => field.Arguments
                .Select(argument => ($"{type.Name}.{field.Name}({argument.Name}:)", argument.DeprecationReason))
                .Prepend(($"{type.Name}.{field.Name}", field.DeprecationReason))),
            InputObjectType input => input.Fields.Values.Select(field => ($"{type.Name}.{field.Name}", field.DeprecationReason)),
            EnumType known => known.Values.Select(value => ($"{type.Name}.{value.Name}", value.DeprecationReason)),
            _ => Enumerable.Empty<(string, string?)>(),
        });

    [GeneratedRegex(@"\bRemoval on ([0-9]{4}-[0-9]{2}-[0-9]{2}) UTC\.$")]
    private static partial Regex Removal();

    [GeneratedRegex(@"\bBreaking on ([0-9]{4}-[0-9]{2}-[0-9]{2}) UTC\.")]
    private static partial Regex Breaking();

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("^- ", RegexOptions.Multiline)]
    private static partial Regex Item();

    /// <summary>An item of the diary.</summary>
    private sealed record Entry(DateOnly Date, string Line)
    {
        public bool Names(string coordinate) => Line.Contains('`' + coordinate + '`', StringComparison.Ordinal);
    }
}
