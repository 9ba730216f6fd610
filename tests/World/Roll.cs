using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;

namespace Exams.World;

/// <summary>Builds rolls of US123 for June 2026, and tells how one looks after a change was carried out.</summary>
public sealed class Roll
{
    public static readonly CentreNumber Us123 = Named.Centre("US123");
    public static readonly Series June = Named.Series("2026-06");

    private readonly List<RollLine> _lines = [];
    private readonly List<ReleaseDate> _dates = [];
    private CandidateResultsAccess _access = CandidateResultsAccess.Initial(Us123, June);
    private AccessDocuments? _documents;
    private bool _seriesIsKnown = true;

    /// <summary>Passwords by candidate, as the change that issued them had it.</summary>
    public Dictionary<CandidateNumber, MintedCredential> Passwords { get; } = [];

    public static Roll Of(params string[] entered) => new Roll().With(entered);

    public Roll With(params string[] entered)
    {
        _lines.AddRange(entered.Select(number => Line(number, hasActiveEntry: true)));
        return this;
    }

    public Roll Withdrawn(params string[] numbers)
    {
        foreach (var number in numbers.Select(Named.Candidate))
        {
            _lines.RemoveAll(line => line.Number == number);
            _lines.Add(Line(number.ToString(), hasActiveEntry: false));
        }

        return this;
    }

    /// <summary>The candidate's last entry is withdrawn: the grant, if there is one, is suspended with it.</summary>
    public Roll LosesEntries(string number) =>
        Change(number, line => line with { HasActiveEntry = false, Grant = line.Grant is null ? null : GrantState.Suspended });

    public Roll IsEnteredAgain(string number) => Change(number, line => line with { HasActiveEntry = true });

    public Roll Released(string qualification, Audience audience, string at)
    {
        _dates.Add(new ReleaseDate(June, Named.Qualification(qualification), audience, Named.At(at)));
        return this;
    }

    public Roll InUnknownSeries()
    {
        _seriesIsKnown = false;
        return this;
    }

    /// <summary>The roll as a store would find it.</summary>
    public AccessRoll Found() => new(_access, _lines)
    {
        SeriesIsKnown = _seriesIsKnown,
        Schedule = new ReleaseSchedule(_dates),
        Qualifications = [.. _dates.Select(date => date.Qualification).Distinct()],
        LastDocuments = _documents,
        Stamp = _lines.Count,
    };

    /// <summary>The roll after a change; a refusal is a failed test.</summary>
    public AccessChange Does(Outcome<AccessChange> decided)
    {
        if (!decided.IsDone(out var change, out var refusal))
        {
            throw new InvalidOperationException($"Refused: {refusal}");
        }

        _access = change.Access;
        foreach (var joined in change.Joining)
        {
            var line = _lines.Single(one => one.CandidateId == joined.CandidateId);
            Passwords[line.Number] = joined.Credential;
            Change(line.Number.ToString(), one => one with
            {
                GrantId = 1000 + one.CandidateId,
                Grant = GrantState.Active,
                Username = joined.Credential.Username,
            });
        }

        foreach (var line in _lines.Where(line => line.GrantId is { } id && change.Restoring.Contains(id)).ToArray())
        {
            Change(line.Number.ToString(), one => one with { Grant = GrantState.Active });
        }

        foreach (var line in _lines.Where(line => line.GrantId is { } id && change.Suspending.Contains(id)).ToArray())
        {
            Change(line.Number.ToString(), one => one with { Grant = GrantState.Suspended });
        }

        if (change.Reissuing is { } reissued)
        {
            Passwords[_lines.Single(line => line.GrantId == reissued.GrantId).Number] = reissued.Credential;
        }

        _documents?.MarkStale(change.Stale);
        if (change.Documents is { OnlyCandidate: null } printed)
        {
            printed.Start(printed.Total);
            printed.Finish(1, 1, change.At);
            _documents = printed;
        }

        return change;
    }

    private static RollLine Line(string number, bool hasActiveEntry) =>
        new(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Named.Candidate(number), hasActiveEntry, null, null, null);

    private Roll Change(string number, Func<RollLine, RollLine> how)
    {
        var place = _lines.FindIndex(line => line.Number == Named.Candidate(number));
        _lines[place] = how(_lines[place]);
        return this;
    }
}
