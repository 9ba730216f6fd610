namespace Exams.Domain.Files;

/// <summary>What an export holds.</summary>
public enum ExportKind
{
    /// <summary>Candidates.</summary>
    Candidates,

    /// <summary>Entries.</summary>
    Entries,

    /// <summary>Results that are released.</summary>
    Results,

    /// <summary>Whole centres: the centre, its candidates, their entries and their released results.</summary>
    Centres,
}

/// <summary>How an export is written.</summary>
public enum ExportFormat
{
    /// <summary>A table that spreadsheets open: UTF-8 with its mark, cells separated by commas.</summary>
    Csv,

    /// <summary>One JSON object in each line.</summary>
    JsonLines,
}

/// <summary>How far an export is.</summary>
public enum ExportState
{
    /// <summary>It waits for its turn.</summary>
    Ordered,

    /// <summary>Rows are being written.</summary>
    Writing,

    /// <summary>The file can be downloaded.</summary>
    Ready,

    /// <summary>It was given up; the reason says why.</summary>
    Failed,

    /// <summary>Its time is up, and the file is gone.</summary>
    Expired,
}
