using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>Something that a caller may be allowed to do, written as thing and verb: <c>entries:write</c>. Every field of the schema states the one it needs,
/// and the scopes of an API client are of the same words.</summary>
public readonly record struct Permission : IVocabulary<Permission>, IComparable<Permission>
{
    /// <summary>Reading what the board publishes: qualifications, syllabuses, options, deadlines, fees, timetables, release dates.</summary>
    public const string CatalogueRead = "catalogue:read";

    /// <summary>Setting deadlines and fees.</summary>
    public const string CatalogueWrite = "catalogue:write";

    /// <summary>Reading centres.</summary>
    public const string CentresRead = "centres:read";

    /// <summary>Opening and changing centres.</summary>
    public const string CentresWrite = "centres:write";

    /// <summary>Reading candidates.</summary>
    public const string CandidatesRead = "candidates:read";

    /// <summary>Registering and changing candidates.</summary>
    public const string CandidatesWrite = "candidates:write";

    /// <summary>Reading entries and what they cost.</summary>
    public const string EntriesRead = "entries:read";

    /// <summary>Entering, amending, withdrawing, transferring.</summary>
    public const string EntriesWrite = "entries:write";

    /// <summary>Reading results, once they are released to the caller.</summary>
    public const string ResultsRead = "results:read";

    /// <summary>Setting release dates.</summary>
    public const string ReleasesWrite = "releases:write";

    /// <summary>Reading who has access to results, and which documents were printed.</summary>
    public const string AccessRead = "access:read";

    /// <summary>Giving candidates access to results: passwords are made and printed.</summary>
    public const string AccessWrite = "access:write";

    /// <summary>Fetching printed documents, which hold passwords: for the centre's own people alone.</summary>
    public const string DocumentsRead = "documents:read";

    /// <summary>Hearing what happened.</summary>
    public const string EventsRead = "events:read";

    /// <summary>Having it delivered to an address of one's own.</summary>
    public const string WebhooksWrite = "webhooks:write";

    /// <summary>Making and ending API clients.</summary>
    public const string ClientsWrite = "clients:write";

    /// <summary>Reading one's own results.</summary>
    public const string OwnResultsRead = "own-results:read";

    private readonly string? text;

    private Permission(string text) => this.text = text;

    /// <summary>All there are.</summary>
    public static IReadOnlyList<Permission> All { get; } =
    [
        .. new[]
        {
            CatalogueRead, CatalogueWrite, CentresRead, CentresWrite, CandidatesRead, CandidatesWrite, EntriesRead, EntriesWrite, ResultsRead, ReleasesWrite,
            AccessRead, AccessWrite, DocumentsRead, EventsRead, WebhooksWrite, ClientsWrite, OwnResultsRead,
        }.Select(one => new Permission(one)),
    ];

    /// <summary>Those that an API client can have. Passwords are for people, and what is the board's stays with the board.</summary>
    public static IReadOnlySet<Permission> OfClients { get; } = Set(
        CatalogueRead, CentresRead, CandidatesRead, CandidatesWrite, EntriesRead, EntriesWrite, ResultsRead, AccessRead, EventsRead, WebhooksWrite);

    /// <summary>Those of an exams officer.</summary>
    public static IReadOnlySet<Permission> OfOfficers { get; } = Set(
        CatalogueRead, CentresRead, CandidatesRead, CandidatesWrite, EntriesRead, EntriesWrite, ResultsRead, AccessRead, AccessWrite, DocumentsRead, EventsRead, WebhooksWrite);

    /// <summary>Those of a head of centre, who makes API clients for it besides.</summary>
    public static IReadOnlySet<Permission> OfHeads { get; } = Set([.. OfOfficers.Select(one => one.ToString()), ClientsWrite]);

    /// <summary>Those of the board's staff.</summary>
    public static IReadOnlySet<Permission> OfBoard { get; } = Set([.. All.Select(one => one.ToString()).Where(one => one is not OwnResultsRead and not DocumentsRead)]);

    /// <summary>Those of a candidate, for whom the gates leave one registration.</summary>
    public static IReadOnlySet<Permission> OfCandidates { get; } = Set(
        CatalogueRead, CentresRead, CandidatesRead, EntriesRead, ResultsRead, AccessRead, EventsRead, OwnResultsRead);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Permission value)
    {
        value = All.FirstOrDefault(one => one.text == text);
        return value.text is not null;
    }

    /// <inheritdoc/>
    public int CompareTo(Permission other) => string.CompareOrdinal(text, other.text);

    /// <summary>The name.</summary>
    /// <returns>Thing and verb.</returns>
    public override string ToString() => text ?? "";

    private static FrozenSet<Permission> Set(params IEnumerable<string> names) => names.Select(one => new Permission(one)).ToFrozenSet();
}
