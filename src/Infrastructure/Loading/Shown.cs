namespace Exams.Infrastructure.Loading;

/// <summary>How text from a file is shown in a report: short, and nothing in it that a terminal would obey.</summary>
internal static class Shown
{
    private const int Most = 40;

    public static string Text(string text)
    {
        var safe = string.Concat(text.Take(Most).Select(one => char.IsControl(one) || char.IsSurrogate(one) ? '?' : one));
        return text.Length > Most ? safe + "…" : safe;
    }
}
