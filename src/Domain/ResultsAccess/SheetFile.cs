using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>How files of sheets are called: by numbers, never by names (rule 34, trap T10).</summary>
public static class SheetFile
{
    /// <summary>One candidate's page in the ZIP.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="candidate">The candidate's number, unique there.</param>
    /// <returns>For instance <c>US123_2026-06_0001.pdf</c>.</returns>
    public static string ForOne(CentreNumber centre, Series series, CandidateNumber candidate) => $"{centre}_{series}_{candidate}.pdf";

    /// <summary>A whole document.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="only">The one candidate it is for; null for everybody's.</param>
    /// <param name="extension"><c>pdf</c> or <c>zip</c>.</param>
    /// <returns>For instance <c>US123_2026-06_sheets.pdf</c>.</returns>
    public static string ForAll(CentreNumber centre, Series series, CandidateNumber? only, string extension) =>
        $"{centre}_{series}_{(only is { } number ? number.ToString() : "sheets")}.{extension}";
}
