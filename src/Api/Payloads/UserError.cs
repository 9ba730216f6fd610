using System.Text.Json.Serialization;
using Exams.Domain.Entries;

namespace Exams.Api.Payloads;

/// <summary>Something the caller can put right: the board said no, and nothing was changed.</summary>
[ObjectType]
public sealed record UserError
{
    /// <summary>Presents a refusal.</summary>
    /// <param name="refusal">What the board said.</param>
    /// <param name="row">Where the row lies below the input, for one of many: the list's name and the row's place.</param>
    internal UserError(Refusal refusal, params IEnumerable<string> row)
    {
        Code = refusal.Code;
        Message = refusal.Message;
        Path = ["input", .. row, .. refusal.Path];
        Candidates = (refusal as CandidateNotFound)?.Candidates;
        CurrentVersion = (refusal as VersionStale)?.Current;
        Options = (refusal as OptionNotFound)?.Offered;
        ClosedAt = (refusal as EntriesClosed)?.ClosedAt;
        ExistingSyllabus = refusal switch
        {
            AlreadyEntered one => one.Syllabus,
            CombinationDisallowed one => one.Other,
            SameTitle one => one.Other,
            _ => null,
        };
        ExistingOption = (refusal as AlreadyEntered)?.Option;
    }

    // An answer that was kept is read back (Idempotency).
    [JsonConstructor]
    private UserError()
    {
    }

    /// <summary>A stable code in capitals and underscores; programs may rely on it. Each mutation lists the codes it may give.</summary>
    public string Code { get; init; } = "";

    /// <summary>What is wrong and, where it helps, what to do. For people; its words may change.</summary>
    public string Message { get; init; } = "";

    /// <summary>The input field it is about, outermost first; places in lists count from 0.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>With CANDIDATE_NOT_FOUND: the numbers that were not found.</summary>
    public IReadOnlyList<CandidateNumber>? Candidates { get; init; }

    /// <summary>With VERSION_STALE: the version that stands by now.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>With OPTION_NOT_FOUND: the options that there are, in your zone and this series.</summary>
    public IReadOnlyList<OptionCode>? Options { get; init; }

    /// <summary>With ENTRIES_CLOSED: the last instant at which entries were taken.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>With ALREADY_ENTERED, COMBINATION_DISALLOWED and SAME_TITLE: the syllabus for which the candidate is entered.</summary>
    public SyllabusCode? ExistingSyllabus { get; init; }

    /// <summary>With ALREADY_ENTERED: the option of the entry that stands.</summary>
    public OptionCode? ExistingOption { get; init; }
}
