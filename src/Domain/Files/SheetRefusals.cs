using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>There is no such file, it is somebody else's, or its time is up: the answer is the same.</summary>
public sealed record FileNotFound() : Refusal(
    "FILE_NOT_FOUND", "There is no such file, or it is not one of yours. Files are kept for 24 hours.", "file");

/// <summary>More bytes than are taken.</summary>
/// <param name="Most">The most there may be.</param>
public sealed record FileTooLarge(int Most) : Refusal("FILE_TOO_LARGE", $"A file may have {Most} bytes at most: split it.", "file");

/// <summary>Nothing was sent.</summary>
public sealed record FileEmpty() : Refusal("FILE_EMPTY", "The file is empty.", "file");

/// <summary>The caller has sent as much as is kept at a time.</summary>
/// <param name="Most">The most files there may be.</param>
/// <param name="MostBytes">The most bytes they may have together.</param>
public sealed record TooManyFiles(int Most, long MostBytes) : Refusal(
    "TOO_MANY_FILES", $"Uploaded files are kept for 24 hours, at most {Most} of yours and {MostBytes} bytes in all; there is no room for this one.", "file");

/// <summary>The caller may import nothing.</summary>
public sealed record UploadNotAllowed() : Refusal(
    "UPLOAD_NOT_ALLOWED", "Uploading needs the permission candidates:write or entries:write at a centre.", "file");

/// <summary>The file is no text that can be read.</summary>
public sealed record FileNotText() : Refusal(
    "FILE_NOT_TEXT", "The file is no text. Save it as CSV in UTF-8; UTF-16 needs its byte order mark.", "file");

/// <summary>A column is missing.</summary>
/// <param name="Column">Its name.</param>
public sealed record ColumnMissing(string Column) : Refusal("COLUMN_MISSING", $"The column \"{Column}\" is missing.");

/// <summary>Two columns hold the same.</summary>
/// <param name="Column">Its name.</param>
public sealed record ColumnTwice(string Column) : Refusal("COLUMN_TWICE", $"The column \"{Column}\" is there twice.");

/// <summary>More columns than anything has.</summary>
/// <param name="Most">The most there may be.</param>
public sealed record TooManyColumns(int Most) : Refusal("TOO_MANY_COLUMNS", $"A file may have {Most} columns at most.");

/// <summary>The row cannot be taken apart.</summary>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RowMalformed(string Reason) : Refusal("ROW_MALFORMED", Reason);

/// <summary>The row has more fields than the header.</summary>
/// <param name="Fields">How many it has.</param>
/// <param name="Columns">How many the header has.</param>
public sealed record RowTooLong(int Fields, int Columns) : Refusal(
    "ROW_TOO_LONG", $"The row has {Fields} fields, the header {Columns}: a separator in a text needs quotes around it.");

/// <summary>The same thing is stated twice.</summary>
/// <param name="Line">Where it was stated first.</param>
public sealed record RowTwice(int Line) : Refusal("ROW_TWICE", $"The same is stated in line {Line} already.");

/// <summary>Something is missing that must be there.</summary>
/// <param name="What">What, as people call it.</param>
public sealed record CellMissing(string What) : Refusal("CELL_MISSING", $"The {What} is missing.");

/// <summary>Something cannot be read.</summary>
/// <param name="Reason">What is wrong with it and how it is written, as a sentence.</param>
public sealed record CellMalformed(string Reason) : Refusal("CELL_MALFORMED", Reason);

/// <summary>Bytes that are no text.</summary>
public sealed record CellNotText() : Refusal(
    "CELL_NOT_TEXT", "There are bytes here that are no text. Save the file as CSV in UTF-8.");

/// <summary>The file calls a candidate private who is not registered so (rule 13).</summary>
/// <param name="Number">The candidate number.</param>
public sealed record CandidateNotPrivate(CandidateNumber Number) : Refusal(
    "CANDIDATE_NOT_PRIVATE", $"Candidate {Number} is not registered as a private candidate.", "status");
