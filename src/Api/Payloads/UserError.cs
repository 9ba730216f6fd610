using System.Globalization;
using System.Text.Json.Serialization;
using Exams.Domain.Entries;
using Exams.Domain.Estimates;
using Exams.Domain.Transfers;

namespace Exams.Api.Payloads;

/// <summary>Something the caller can put right: the board said no, and nothing was changed.</summary>
[ObjectType]
public sealed record UserError
{
    /// <summary>Presents a refusal.</summary>
    /// <param name="refusal">What the board said.</param>
    /// <param name="input">The mutation's input; null for one that takes none.</param>
    internal UserError(Refusal refusal, object? input)
        : this(refusal, input, input is null ? [] : ["input"])
    {
    }

    /// <summary>Presents a refusal of one of many rows.</summary>
    /// <param name="refusal">What the board said.</param>
    /// <param name="row">The row.</param>
    /// <param name="list">The list of the input in which it stands.</param>
    /// <param name="place">Its place in it.</param>
    internal UserError(Refusal refusal, object row, string list, int place)
        : this(refusal, row, ["input", list, place.ToString(CultureInfo.InvariantCulture)])
    {
    }

    private UserError(Refusal refusal, object? input, IEnumerable<string> root)
    {
        Code = refusal.Code;
        Message = refusal.Message;
        Path = [.. root, .. input is null ? [] : InputPlace.Of(input, refusal.Path)];
        Candidates = (refusal as CandidateNotFound)?.Candidates;
        CurrentVersion = (refusal as VersionStale)?.Current;
        Options = (refusal as OptionNotFound)?.Offered ?? (refusal as OptionNotOfferedThere)?.Offered;
        ClosedAt = (refusal as EntriesClosed)?.ClosedAt ?? (refusal as EstimatesClosed)?.ClosedAt;
        ExistingSyllabus = refusal switch
        {
            AlreadyEntered one => one.Syllabus,
            CombinationDisallowed one => one.Other,
            SameTitle one => one.Other,
            OptionNotOfferedThere one => one.Syllabus,
            ReceivingCentreNotApproved one => one.Syllabus,
            _ => null,
        };
        ExistingOption = (refusal as AlreadyEntered)?.Option ?? (refusal as OptionNotOfferedThere)?.Option;
        FirstExam = (refusal as TransferTooLate)?.FirstExam ?? (refusal as TransferExamsBegun)?.FirstExam;
        LastDay = (refusal as TransferTooLate)?.LastDay;
        TransferStatus = (refusal as TransferStatusWrong)?.Status;
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

    /// <summary>The input field it is about as you wrote it, outermost first; places in lists count from 0. Empty where nothing was asked for.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>With CANDIDATE_NOT_FOUND: the numbers that were not found.</summary>
    public IReadOnlyList<CandidateNumber>? Candidates { get; init; }

    /// <summary>With VERSION_STALE: the version that stands by now.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>With OPTION_NOT_FOUND and OPTION_NOT_OFFERED_THERE: the options that there are, in your zone and this series.</summary>
    public IReadOnlyList<OptionCode>? Options { get; init; }

    /// <summary>With ENTRIES_CLOSED and ESTIMATES_CLOSED: the last instant at which they were taken.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>With ALREADY_ENTERED, COMBINATION_DISALLOWED, SAME_TITLE, OPTION_NOT_OFFERED_THERE and RECEIVING_CENTRE_NOT_APPROVED: the syllabus for which the
    /// candidate is entered.</summary>
    public SyllabusCode? ExistingSyllabus { get; init; }

    /// <summary>With ALREADY_ENTERED and OPTION_NOT_OFFERED_THERE: the option of the entry that stands.</summary>
    public OptionCode? ExistingOption { get; init; }

    /// <summary>With TRANSFER_TOO_LATE and TRANSFER_EXAMS_BEGUN: the day of the candidate's first exam.</summary>
    public DateOnly? FirstExam { get; init; }

    /// <summary>With TRANSFER_TOO_LATE: the last day on which the transfer could be asked for.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>With TRANSFER_STATUS_WRONG: how far the transfer has come.</summary>
    public TransferStatus? TransferStatus { get; init; }
}
