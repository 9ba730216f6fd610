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

/// <summary>The candidate has no active entry for the syllabus in this series.</summary>
/// <param name="Syllabus">The syllabus.</param>
public sealed record EntryNotFound(SyllabusCode Syllabus) : Refusal(
    "ENTRY_NOT_FOUND", $"The candidate has no active entry for {Syllabus} in this series.", "syllabus");
