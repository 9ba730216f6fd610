using Exams.Domain.Vocabulary;

namespace Exams.Domain.Jobs;

/// <summary>Work that a change orders; the store writes it in the change's own transaction.</summary>
/// <param name="DueAt">Not before this instant.</param>
public abstract record JobOrder(DateTimeOffset DueAt);

/// <summary>Print the documents that the same change brings.</summary>
/// <param name="DueAt">Not before this instant.</param>
/// <remarks>The store knows the documents' row only when it has written them, and puts it into the job.</remarks>
public sealed record PrintDocuments(DateTimeOffset DueAt) : JobOrder(DueAt);

/// <summary>Print the statements of entry that the same change brings.</summary>
/// <param name="DueAt">Not before this instant.</param>
public sealed record PrintStatementPages(DateTimeOffset DueAt) : JobOrder(DueAt);

/// <summary>Tell that a release instant has come.</summary>
/// <param name="Series">The series.</param>
/// <param name="Qualification">The qualification.</param>
/// <param name="Audience">The audience.</param>
/// <param name="Centre">One centre, where its delay moved the instant; null for every centre.</param>
/// <param name="DueAt">The instant.</param>
/// <remarks>Dates move: when it runs, the job looks at the schedule as it is then, tells only what is out, and orders itself
/// again for centres whose delay has not passed.</remarks>
public sealed record AnnounceRelease(
    Series Series, QualificationCode Qualification, Audience Audience, CentreNumber? Centre, DateTimeOffset DueAt) : JobOrder(DueAt);

/// <summary>Write the file of an export.</summary>
/// <param name="Export">The export's row.</param>
/// <param name="DueAt">Not before this instant.</param>
public sealed record WriteExport(long Export, DateTimeOffset DueAt) : JobOrder(DueAt);
