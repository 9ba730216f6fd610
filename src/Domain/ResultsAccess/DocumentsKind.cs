namespace Exams.Domain.ResultsAccess;

/// <summary>What documents are for.</summary>
public enum DocumentsKind
{
    /// <summary>Candidates' sheets, which say how to see results. They hold passwords and are for the centre's officers alone.</summary>
    Sheets,

    /// <summary>Statements of entry, which candidates check and sign. They hold no secrets: whoever may read candidates and entries may fetch them.</summary>
    StatementsOfEntry,
}
