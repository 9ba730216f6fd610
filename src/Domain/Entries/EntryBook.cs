using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.News;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>A candidate's entries with what a decision on one syllabus needs.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Candidate">The candidate; null when the centre has none with the number in the series.</param>
/// <param name="Syllabus">The syllabus; null when the board has none.</param>
/// <param name="Options">The options of the syllabus in the series, in the centre's zone.</param>
/// <param name="Entries">All of the candidate's entries, active or withdrawn.</param>
/// <param name="ActiveGrant">The candidate's grant when it is active; null otherwise.</param>
public sealed record EntryBook(
    Centre Centre, Candidate? Candidate, Syllabus? Syllabus, IReadOnlyList<EntryOption> Options, IReadOnlyList<Entry> Entries, long? ActiveGrant)
{
    /// <summary>Decides on entering the candidate: a withdrawn entry with the same option stands again, otherwise there is a new one.</summary>
    /// <param name="wish">What the centre asks for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal. Access to results waits for the centre's next confirming.</returns>
    public Outcome<EntryChange> Enter(EnterCandidate.Request wish, Caller caller, DateTimeOffset at)
    {
        if (Candidate is null)
        {
            return new CandidateNotFound([wish.Candidate]);
        }

        if (Syllabus is null || Options.Count == 0)
        {
            return new SyllabusNotFound(wish.Syllabus);
        }

        if (!Centre.MayEnter(Syllabus.Qualification))
        {
            return new CentreNotApproved(Syllabus.Qualification);
        }

        if (!Options.Any(option => option.Option == wish.Option) || (wish.Option.IsBlank && Options.Count > 1))
        {
            return new OptionNotFound(wish.Option, [.. Options.Select(option => option.Option).Order()]);
        }

        if (Entries.FirstOrDefault(entry => entry.Syllabus == wish.Syllabus && entry.IsActive) is { } standing)
        {
            return new AlreadyEntered(standing.Syllabus, standing.Option);
        }

        var withdrawn = Entries.FirstOrDefault(entry => entry.Syllabus == wish.Syllabus && entry.Option == wish.Option);
        withdrawn?.Reenter(at);
        return Change(withdrawn ?? new Entry(Candidate, wish.Syllabus, wish.Option, at), NewsType.EntryMade, AuditAction.EntryMade, caller, at);
    }

    /// <summary>Decides on withdrawing the candidate. With the last active entry, access to results is suspended at once (rule 37).</summary>
    /// <param name="wish">What the centre asks for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal.</returns>
    public Outcome<EntryChange> Withdraw(WithdrawEntry.Request wish, Caller caller, DateTimeOffset at)
    {
        if (Candidate is null)
        {
            return new CandidateNotFound([wish.Candidate]);
        }

        if (Entries.FirstOrDefault(entry => entry.Syllabus == wish.Syllabus && entry.IsActive) is not { } entry)
        {
            return new EntryNotFound(wish.Syllabus);
        }

        entry.Withdraw(at);
        var change = Change(entry, NewsType.EntryWithdrawn, AuditAction.EntryWithdrawn, caller, at);
        return ActiveGrant is null || Entries.Any(other => other.IsActive)
            ? change
            : change with
            {
                SuspendGrant = ActiveGrant,
                News = [.. change.News, new NewsItem(NewsType.GrantSuspended, at) { Centre = Centre.Number, Series = entry.Series, Candidate = Candidate.Number }],
                Audit = [
                    .. change.Audit,
                    new AuditRecord(at, caller, AuditAction.GrantSuspended)
                    {
                        Centre = Centre.Number,
                        Series = entry.Series,
                        Candidate = Candidate.Number,
                        Detail = "last entry withdrawn",
                    },
                ],
            };
    }

    private EntryChange Change(Entry entry, NewsType news, AuditAction action, Caller caller, DateTimeOffset at) => new(
        entry,
        Candidate!.Version,
        SuspendGrant: null,
        [new NewsItem(news, at) { Centre = Centre.Number, Series = entry.Series, Candidate = Candidate.Number, Syllabus = entry.Syllabus }],
        [
            new AuditRecord(at, caller, action)
            {
                Centre = Centre.Number,
                Series = entry.Series,
                Candidate = Candidate.Number,
                Detail = $"{entry.Syllabus} {entry.Option}".TrimEnd(),
            },
        ]);
}
