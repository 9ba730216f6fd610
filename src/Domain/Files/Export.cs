using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>A file of what somebody may read, written by a job; it belongs to whoever ordered it and to nobody else.</summary>
/// <remarks>It is written, and handed out, only as long as whoever ordered it may still read all that is in it.</remarks>
public sealed class Export
{
    /// <summary>Orders an export.</summary>
    /// <param name="name">The opaque name of its file.</param>
    /// <param name="wish">What it is to hold.</param>
    /// <param name="centres">The centres; empty for all of the board's.</param>
    /// <param name="permissions">What one must be allowed to read for it.</param>
    /// <param name="caller">Who orders it.</param>
    /// <param name="at">Now.</param>
    public Export(
        string name, ExportWish wish, IEnumerable<CentreNumber> centres, IEnumerable<Permission> permissions, Caller caller, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(caller);
        Name = name;
        (Kind, Format, Series, IsExact) = (wish.Kind, wish.Format, wish.Series, wish.IsExact);
        Centres = [.. centres.Distinct().Order()];
        Permissions = [.. permissions.Distinct().Order()];
        Owner = caller.AuditName;
        (UserId, ClientId) = caller switch
        {
            Caller.Board board => (board.UserId, null),
            Caller.Officer officer => (officer.UserId, null),
            Caller.Client client => (null, client.ClientRow),
            _ => ((long?)null, (long?)null),
        };
        OrderedAt = at;
        ExpiresAt = at + FileLimits.Life;
    }

    private Export()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The opaque name of its file; unique.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who ordered it, as <see cref="Caller.AuditName"/> has it.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>The user who ordered it; null for an API client.</summary>
    public long? UserId { get; private set; }

    /// <summary>The API client that ordered it; null for people.</summary>
    public long? ClientId { get; private set; }

    /// <summary>What it holds.</summary>
    public ExportKind Kind { get; private set; }

    /// <summary>How it is written.</summary>
    public ExportFormat Format { get; private set; }

    /// <summary>The series; null for all of them.</summary>
    public Series? Series { get; private set; }

    /// <summary>The centres, in order; empty for all of the board's.</summary>
    public IReadOnlyList<CentreNumber> Centres { get; private set; } = [];

    /// <summary>What one must be allowed to read for it, sorted.</summary>
    public IReadOnlyList<Permission> Permissions { get; private set; } = [];

    /// <summary>Whether the codes of a CSV file keep their leading zeros in a spreadsheet.</summary>
    public bool IsExact { get; private set; }

    /// <summary>How far it is.</summary>
    public ExportState State { get; private set; }

    /// <summary>Why it failed, for whoever ordered it; null while it did not.</summary>
    public string? StateReason { get; private set; }

    /// <summary>How many rows were written so far, the heading left out.</summary>
    public long Rows { get; private set; }

    /// <summary>The length of the file in bytes, once it is ready.</summary>
    public long? Bytes { get; private set; }

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset OrderedAt { get; private set; }

    /// <summary>When it became ready; null while it is not.</summary>
    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>From when on it is gone: a day after it was ordered.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Whether it is still to be written.</summary>
    public bool IsUnderWay => State is ExportState.Ordered or ExportState.Writing;

    /// <summary>The file name for whoever fetches it, by numbers and never by names: <c>US123_2026-06_entries.csv</c>.</summary>
    public string FileName =>
        $"{(Centres is [var only] ? only.ToString() : "centres")}{(Series is { } series ? $"_{series}" : "")}_{Kind.ToString().ToLowerInvariant()}.{(Format == ExportFormat.Csv ? "csv" : "jsonl")}";

    /// <summary>Whether the file can be fetched.</summary>
    /// <param name="now">Now.</param>
    /// <returns>True while it is ready and its time is not up.</returns>
    public bool CanBeFetched(DateTimeOffset now) => State == ExportState.Ready && now < ExpiresAt;

    /// <summary>Whether somebody may read all that is in it, and ordered it.</summary>
    /// <param name="caller">Who asks.</param>
    /// <returns>False for everybody else, and for whoever ordered it once a centre or a permission was taken away.</returns>
    public bool IsFor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.AuditName == Owner && Permissions.All(caller.Permissions.Contains)
            && (Centres.Count == 0 ? caller.IsBoard : caller.Manages(Centres));
    }

    /// <summary>The writing begins, perhaps once more.</summary>
    public void Start()
    {
        State = ExportState.Writing;
        Rows = 0;
    }

    /// <summary>So many rows are written.</summary>
    /// <param name="rows">How many.</param>
    public void Progress(long rows) => Rows = rows;

    /// <summary>The file is ready.</summary>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="bytes">How long it is.</param>
    /// <param name="at">Now.</param>
    public void Finish(long rows, long bytes, DateTimeOffset at)
    {
        (State, Rows, Bytes, ReadyAt) = (ExportState.Ready, rows, bytes, at);
    }

    /// <summary>It was given up.</summary>
    /// <param name="reason">Why, for whoever ordered it.</param>
    public void Fail(string reason)
    {
        (State, StateReason) = (ExportState.Failed, reason);
    }

    /// <summary>Its time is up.</summary>
    public void Expire() => State = ExportState.Expired;
}

/// <summary>What an export is to hold.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Centres">Of which centres; null or empty for all of the caller's.</param>
/// <param name="Series">Of which series; null for all of them.</param>
/// <param name="IsExact">Whether the codes of a CSV file keep their leading zeros in a spreadsheet.</param>
public sealed record ExportWish(
    ExportKind Kind, ExportFormat Format, IReadOnlyList<CentreNumber>? Centres = null, Series? Series = null, bool IsExact = true);
