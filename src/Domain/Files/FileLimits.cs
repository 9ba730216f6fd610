namespace Exams.Domain.Files;

/// <summary>How much may be uploaded and ordered, and how long it is kept.</summary>
public static class FileLimits
{
    /// <summary>The longest file that is taken, in bytes.</summary>
    public const int MostUploadBytes = 8_388_608;

    /// <summary>How many uploaded files one caller may have at a time.</summary>
    /// <remarks>A file for candidates and one for entries of a hundred centres, in one night.</remarks>
    public const int MostUploads = 200;

    /// <summary>How many bytes all uploaded files of one caller may have together.</summary>
    public const long MostKeptBytes = 20L * MostUploadBytes;

    /// <summary>How long an uploaded file and the file of an export are kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);
}
