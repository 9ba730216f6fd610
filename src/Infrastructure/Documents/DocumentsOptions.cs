namespace Exams.Infrastructure.Documents;

/// <summary>Where documents lie and fonts come from.</summary>
public sealed record DocumentsOptions
{
    /// <summary>The service's data folder (<c>EXAMS_DATA</c>); documents go into its <c>documents</c> folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder with private fonts (<c>EXAMS_FONTS</c>), searched with its subfolders; null or a folder that is not there
    /// means the system's fonts.</summary>
    public string? FontsFolder { get; init; }

    /// <summary>Finds the fonts: <c>EXAMS_FONTS</c> if it is set, else <c>artifacts/fonts</c> in this or an enclosing folder.</summary>
    /// <param name="setting">The value of <c>EXAMS_FONTS</c>, or null.</param>
    /// <param name="start">Folder to look upwards from, such as <c>AppContext.BaseDirectory</c>.</param>
    /// <returns>A folder that exists, or null for the system's fonts.</returns>
    public static string? FindFonts(string? setting, string start)
    {
        if (!string.IsNullOrWhiteSpace(setting))
            return Directory.Exists(setting) ? Path.GetFullPath(setting) : null;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var fonts = Path.Combine(folder.FullName, "artifacts", "fonts");
            if (Directory.Exists(fonts))
                return fonts;
        }

        return null;
    }
}
