namespace Exams.Infrastructure.Documents.Texts;

/// <summary>The sentences of a statement of entry, ready to set. Each text is one paragraph.</summary>
/// <param name="Title">Heading of the page.</param>
/// <param name="Lead">Line below the heading.</param>
/// <param name="Centre">Label of the centre.</param>
/// <param name="Series">Label of the series.</param>
/// <param name="Name">Label of the candidate's name.</param>
/// <param name="Number">Label of the candidate number.</param>
/// <param name="Born">Label of the date of birth.</param>
/// <param name="Gender">Label of the gender.</param>
/// <param name="Uci">Label of the identifier.</param>
/// <param name="Entries">Heading of the entries.</param>
/// <param name="Columns">Heads of the entries' columns: code, subject, option, components, remarks.</param>
/// <param name="Exams">Heading of the timetable.</param>
/// <param name="NoExams">What stands in its place while none is published.</param>
/// <param name="Check">What the candidate confirms.</param>
/// <param name="Signature">Label of the line to sign on.</param>
/// <param name="Date">Label of the date.</param>
internal sealed record StatementWords(
    string Title, string Lead, string Centre, string Series, string Name, string Number, string Born, string Gender, string Uci, string Entries,
    IReadOnlyList<string> Columns, string Exams, string NoExams, string Check, string Signature, string Date);
