namespace Exams.Domain.Vocabulary;

/// <summary>How refusals put lists into words.</summary>
internal static class Words
{
    private const int Most = 10;

    /// <summary>A sentence that names the first few of a list, and says how many more there are.</summary>
    public static string Few<T>(string sentence, IReadOnlyList<T> list) =>
        $"{sentence}: {string.Join(", ", list.Take(Most))}{(list.Count > Most ? $" and {list.Count - Most} more" : "")}.";
}
