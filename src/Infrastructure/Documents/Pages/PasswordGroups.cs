namespace Exams.Infrastructure.Documents.Pages;

/// <summary>Shows a password in groups of four, which people read and type with fewer mistakes.</summary>
internal static class PasswordGroups
{
    /// <summary>Groups a password.</summary>
    /// <param name="password">As minted.</param>
    /// <returns>Unchanged when it brings its own separators or is short; otherwise groups of four joined by hyphens.</returns>
    public static string Of(string password) =>
        password.Length <= 4 || password.AsSpan().ContainsAny('-', ' ')
            ? password
            : string.Join('-', password.Chunk(4).Select(group => new string(group)));
}
