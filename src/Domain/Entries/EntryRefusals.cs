using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>The board has no such syllabus, or not for the centre's zone in this series (rule 5).</summary>
/// <param name="Syllabus">The code.</param>
public sealed record SyllabusNotFound(SyllabusCode Syllabus) : Refusal(
    "SYLLABUS_NOT_FOUND", $"Syllabus {Syllabus} is not offered in your zone in this series.", "syllabus");

/// <summary>The syllabus has no such option in the centre's zone in this series; blank counts only where it is the one option (rules 4 and 5).</summary>
/// <param name="Option">The code that was asked for.</param>
/// <param name="Offered">The codes that there are, in order.</param>
public sealed record OptionNotFound(OptionCode Option, IReadOnlyList<OptionCode> Offered) : Refusal(
    "OPTION_NOT_FOUND",
    Option.IsBlank
        ? Words.Few("This syllabus needs an option code in your zone in this series; there are", Offered)
        : Words.Few($"There is no option {Option} in your zone in this series; there are", [.. Offered.Select(code => code.IsBlank ? "(blank)" : code.ToString())]),
    "option");

/// <summary>The board has not approved the centre for the qualification (rule 6).</summary>
/// <param name="Qualification">The qualification.</param>
public sealed record CentreNotApproved(QualificationCode Qualification) : Refusal(
    "CENTRE_NOT_APPROVED", $"The centre is not approved for {Qualification}.", "syllabus");

/// <summary>The candidate is entered for the syllabus in this series already (rule 7).</summary>
/// <param name="Syllabus">The syllabus.</param>
/// <param name="Option">The option of the entry that stands.</param>
public sealed record AlreadyEntered(SyllabusCode Syllabus, OptionCode Option) : Refusal(
    "ALREADY_ENTERED", $"The candidate is entered for {Syllabus}{(Option.IsBlank ? "" : $" option {Option}")} in this series already.", "syllabus");

/// <summary>The candidate has no entry for the syllabus in this series; or there is no such entry, or it is none of the caller's business.</summary>
/// <param name="Syllabus">The syllabus; null when the entry was named by something else.</param>
public sealed record EntryNotFound(SyllabusCode? Syllabus) : Refusal(
    "ENTRY_NOT_FOUND",
    Syllabus is { } syllabus ? $"The candidate has no entry for {syllabus} in this series." : "There is no such entry at your centres.",
    Syllabus is null ? "entry" : "syllabus");

/// <summary>Entries, or those of this kind, are closed for the centre (rule 8).</summary>
/// <param name="Series">The series.</param>
/// <param name="ClosedAt">The last instant at which they were taken.</param>
public sealed record EntriesClosed(Series Series, DateTimeOffset ClosedAt) : Refusal(
    "ENTRIES_CLOSED", $"Entries for {Series.Display} closed for your centre at {ClosedAt:yyyy-MM-dd HH:mm} UTC.", "syllabus");

/// <summary>The candidate is entered for a syllabus that may not be combined with this one (rule 7).</summary>
/// <param name="Syllabus">The syllabus that is asked for.</param>
/// <param name="Other">The one that stands.</param>
public sealed record CombinationDisallowed(SyllabusCode Syllabus, SyllabusCode Other) : Refusal(
    "COMBINATION_DISALLOWED", $"Syllabus {Syllabus} may not be combined with {Other}, for which the candidate is entered.", "syllabus");

/// <summary>The candidate is entered for another syllabus with the same title at the same level (rule 7).</summary>
/// <param name="Syllabus">The syllabus that is asked for.</param>
/// <param name="Other">The one that stands.</param>
public sealed record SameTitle(SyllabusCode Syllabus, SyllabusCode Other) : Refusal(
    "SAME_TITLE", $"Syllabus {Syllabus} has the same title at the same level as {Other}, for which the candidate is entered.", "syllabus");

/// <summary>Private candidates may not be entered for the syllabus (rule 13).</summary>
/// <param name="Syllabus">The syllabus.</param>
public sealed record NotOpenToPrivate(SyllabusCode Syllabus) : Refusal(
    "NOT_OPEN_TO_PRIVATE_CANDIDATES", $"Syllabus {Syllabus} is not open to private candidates.", "syllabus");

/// <summary>A private candidate may be entered at one centre only in a series (rule 13).</summary>
public sealed record PrivateElsewhere() : Refusal(
    "PRIVATE_CANDIDATE_ELSEWHERE", "This private candidate is entered at another centre in this series.", "candidate");

/// <summary>The series knows no retakes for the centre: it has no retake deadline (rule 9).</summary>
/// <param name="Series">The series.</param>
public sealed record RetakeNotAllowed(Series Series) : Refusal(
    "RETAKE_NOT_ALLOWED", $"{Series.Display} has no retake deadline for your centre: enter the candidate without the retake.", "retake");

/// <summary>The candidate was not entered for the syllabus in the series before, under the centre and number given (rule 9).</summary>
/// <param name="Syllabus">The syllabus.</param>
/// <param name="SeriesBefore">The series before; null when the syllabus was not offered in any.</param>
public sealed record NotARetake(SyllabusCode Syllabus, Series? SeriesBefore) : Refusal(
    "NOT_A_RETAKE",
    SeriesBefore is { } before
        ? $"There was no entry of this candidate for {Syllabus} in {before.Display} under that centre and number, so this is no retake."
        : $"Syllabus {Syllabus} was not offered in your zone before, so this is no retake.",
    "retake");

/// <summary>Whether an entry is a retake was said when it was made, and stays (rule 9).</summary>
/// <param name="Syllabus">The syllabus.</param>
public sealed record RetakeIsFinal(SyllabusCode Syllabus) : Refusal(
    "RETAKE_IS_FINAL", $"Whether the entry for {Syllabus} is a retake was said when it was made and cannot be changed.", "retake");

/// <summary>The option carries marks forward, and nobody said from where (rule 10).</summary>
/// <param name="Option">The option.</param>
public sealed record CarriedFromMissing(OptionCode Option) : Refusal(
    "CARRIED_FROM_MISSING", $"Option {Option} carries marks forward: say from which centre, series and candidate number.", "carriedFrom");

/// <summary>The option carries no marks forward.</summary>
/// <param name="Option">The option.</param>
public sealed record NothingCarried(OptionCode Option) : Refusal(
    "NOTHING_CARRIED", $"Option {(Option.IsBlank ? "(blank)" : Option)} carries no marks forward.", "carriedFrom");

/// <summary>Marks are not carried between these two series (rule 10, example E5).</summary>
/// <param name="From">The series of the marks.</param>
/// <param name="To">The series of the entry.</param>
public sealed record CarryForwardTooFar(Series From, Series To) : Refusal(
    "CARRY_FORWARD_NOT_POSSIBLE",
    $"Marks of {From.Display} cannot be carried into {To.Display}: at most 13 months lie between, and March is not carried into June of the same year.",
    "carriedFrom");

/// <summary>There is no entry to carry marks from (rule 10).</summary>
/// <param name="From">The registration that was given.</param>
/// <param name="Syllabus">The syllabus.</param>
public sealed record CarriedEntryNotFound(Registration From, SyllabusCode Syllabus) : Refusal(
    "CARRIED_ENTRY_NOT_FOUND", $"There is no entry of this candidate for {Syllabus} under {From} that stands.", "carriedFrom");

/// <summary>Marks that were carried once are not carried again (rule 10).</summary>
/// <param name="From">The registration that was given.</param>
public sealed record CarriedTwice(Registration From) : Refusal(
    "CARRIED_TWICE", $"The entry under {From} carried marks itself, and those are not carried again.", "carriedFrom");

/// <summary>The candidate's details and entries are locked while a transfer to another centre is under way (rule 12).</summary>
/// <param name="Number">The candidate number.</param>
public sealed record TransferPending(CandidateNumber Number) : Refusal(
    "TRANSFER_PENDING", $"Candidate {Number} is being transferred: until that is confirmed or called off, neither details nor entries can be changed.", "candidate");

/// <summary>Two rows of one request are about the same entry.</summary>
/// <param name="Syllabus">The syllabus.</param>
public sealed record EntryTwice(SyllabusCode Syllabus) : Refusal(
    "ENTRY_TWICE", $"A row before this one is about the candidate's entry for {Syllabus} already.", "syllabus");
