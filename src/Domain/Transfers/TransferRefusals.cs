using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>There is no such transfer, or it is none of the caller's business: the answer is the same.</summary>
public sealed record TransferNotFound() : Refusal("TRANSFER_NOT_FOUND", "There is no such transfer to or from one of your centres.", "transfer");

/// <summary>There is no centre with this number to which a candidate could go.</summary>
/// <param name="Centre">The number that was asked for.</param>
public sealed record ReceivingCentreNotFound(CentreNumber Centre) : Refusal(
    "RECEIVING_CENTRE_NOT_FOUND", $"There is no centre {Centre} to which the candidate could go.", "receivingCentre");

/// <summary>A candidate is not transferred to the centre where the candidate is.</summary>
/// <param name="Centre">The centre.</param>
public sealed record TransferToSameCentre(CentreNumber Centre) : Refusal(
    "TRANSFER_TO_SAME_CENTRE", $"The candidate is at {Centre} already.", "receivingCentre");

/// <summary>A candidate without active entries has nothing to transfer: the other centre registers the candidate.</summary>
/// <param name="Number">The candidate number.</param>
public sealed record NothingToTransfer(CandidateNumber Number) : Refusal(
    "NOTHING_TO_TRANSFER", $"Candidate {Number} has no active entries: the other centre can register and enter the candidate itself.", "candidate");

/// <summary>A candidate moves with all entries of the series; sitting some of them elsewhere is another request (rule 12, example E6).</summary>
/// <param name="Syllabuses">The syllabuses for which the candidate is entered, in order.</param>
public sealed record WholeSeriesOnly(IReadOnlyList<SyllabusCode> Syllabuses) : Refusal(
    "TRANSFER_WHOLE_SERIES_ONLY",
    Words.Few("A candidate is transferred for the whole series, never for single syllabuses; to sit some exams at another centre, ask for an alternative venue. "
        + "The candidate is entered for", Syllabuses),
    "syllabuses");

/// <summary>It is asked for less than ten working days before the candidate's first exam (rule 12, example E6).</summary>
/// <param name="FirstExam">The day of the first exam.</param>
/// <param name="LastDay">The last day on which it could be asked for.</param>
public sealed record TransferTooLate(DateOnly FirstExam, DateOnly LastDay) : Refusal(
    "TRANSFER_TOO_LATE",
    $"The first exam of the candidate is on {FirstExam:yyyy-MM-dd}: a transfer is asked for at least {TransferDesk.WorkingDaysBefore} working days before, by {LastDay:yyyy-MM-dd}.",
    "candidate");

/// <summary>The candidate's exams have begun, or begin today: it is too late to complete a transfer.</summary>
/// <param name="FirstExam">The day of the first exam.</param>
public sealed record TransferExamsBegun(DateOnly FirstExam) : Refusal(
    "TRANSFER_EXAMS_BEGUN", $"The first exam of the candidate is on {FirstExam:yyyy-MM-dd}: a transfer is confirmed before that day or not at all.", "transfer");

/// <summary>The transfer has come too far for this, or not far enough.</summary>
/// <param name="Status">How far it has come.</param>
public sealed record TransferStatusWrong(TransferStatus Status) : Refusal("TRANSFER_STATUS_WRONG", Told(Status), "transfer")
{
    private static string Told(TransferStatus status) => status switch
    {
        TransferStatus.Asked => "The receiving centre has not accepted this transfer yet.",
        TransferStatus.Accepted => "The receiving centre has accepted this transfer already.",
        TransferStatus.Confirmed => "The board has confirmed this transfer already.",
        TransferStatus.Refused => "The board has refused this transfer.",
        _ => "This transfer has been cancelled.",
    };
}

/// <summary>Only the receiving centre accepts a transfer.</summary>
/// <param name="Centre">The receiving centre.</param>
public sealed record NotReceivingCentre(CentreNumber Centre) : Refusal(
    "NOT_RECEIVING_CENTRE", $"Only {Centre}, to which the candidate is to come, accepts this transfer.", "transfer");

/// <summary>The receiving centre is not approved for a qualification of the candidate's entries (rule 6).</summary>
/// <param name="Qualification">The qualification.</param>
/// <param name="Syllabus">The first syllabus of the candidate that leads to it.</param>
public sealed record ReceivingCentreNotApproved(QualificationCode Qualification, SyllabusCode Syllabus) : Refusal(
    "RECEIVING_CENTRE_NOT_APPROVED", $"The receiving centre is not approved for {Qualification}, to which syllabus {Syllabus} leads.", "transfer");

/// <summary>An option of the candidate's entries is not offered in the receiving centre's zone (rule 5).</summary>
/// <param name="Syllabus">The syllabus.</param>
/// <param name="Option">The option of the entry.</param>
/// <param name="Offered">The options that there are, in order; none when the syllabus is not offered.</param>
public sealed record OptionNotOfferedThere(SyllabusCode Syllabus, OptionCode Option, IReadOnlyList<OptionCode> Offered) : Refusal(
    "OPTION_NOT_OFFERED_THERE",
    Offered.Count == 0
        ? $"Syllabus {Syllabus} is not offered in the receiving centre's zone in this series."
        : Words.Few(
            $"Syllabus {Syllabus} has no option {(Option.IsBlank ? "(blank)" : Option)} in the receiving centre's zone in this series; there are",
            [.. Offered.Select(code => code.IsBlank ? "(blank)" : code.ToString())]),
    "transfer");
