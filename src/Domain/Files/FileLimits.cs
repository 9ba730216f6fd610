namespace Exams.Domain.Files;

/// <summary>How much may be uploaded and ordered, and how long it is kept.</summary>
public static class FileLimits
{
    /// <summary>The longest file that is taken, in bytes.</summary>
    public const int MostUploadBytes = 8_388_608;

    /// <summary>How many uploaded files one caller may have at a time.</summary>
    public const int MostUploads = 20;


    /// <summary>How long an uploaded file and the file of an export are kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);
}
