using System.Text;
using Exams.Infrastructure.Documents.Texts;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>Checks and cleans the sheets of one run, and finds what they share.</summary>
/// <param name="texts">Gives the sentences.</param>
internal sealed class SheetPreparation(SheetTexts texts)
{
    // More than any page can hold; the page itself finds out how many fit.
    private const int MostLines = 100;

    // A centre has a few dozen sets of qualifications; more of them only cost more shaping.
    private const int MostGrounds = 256;

    // The tags that choose a shape; others choose nothing, and Pango never forgets a tag that it has seen.
    private static readonly string[] HanLanguages = ["zh-cn", "zh-sg", "zh-tw", "zh-hk", "ja", "ko"];

    private readonly Dictionary<string, SheetGround> _grounds = new(StringComparer.Ordinal);

    /// <summary>Prepares a sheet.</summary>
    /// <exception cref="ArgumentException">The candidate number is not four digits, the issue is below 1, or nothing is ever released.
    /// These are mistakes of the caller, not of people's names.</exception>
    public PreparedSheet Prepare(Sheet sheet)
    {
        if (sheet.CandidateNumber.Length != 4 || !sheet.CandidateNumber.All(char.IsAsciiDigit))
            throw new ArgumentException("A candidate number is four digits.", nameof(sheet));
        if (sheet.Issue < 1)
            throw new ArgumentException("Issues are counted from 1.", nameof(sheet));
        if (sheet.Releases.Count == 0)
            throw new ArgumentException("A sheet says when results are released.", nameof(sheet));
        var language = sheet.NameLanguage?.ToLowerInvariant();
        return new PreparedSheet(
            sheet.CandidateNumber,
            PrintableText.From(sheet.CandidateName),
            Clean(sheet.Username),
            sheet.Password,
            HanLanguages.Contains(language, StringComparer.Ordinal) ? language : null,
            Ground(sheet));
    }

    private static string Clean(string text) => PrintableText.From(text).Text;

    private SheetGround Ground(Sheet sheet)
    {
        var key = Key(sheet);
        if (_grounds.TryGetValue(key, out var ground))
            return ground;
        if (_grounds.Count >= MostGrounds)
            _grounds.Clear();
        var contact = new SheetContact(
            Clean(sheet.Contact.Name),
            sheet.Contact.Telephone is { Length: > 0 } telephone ? Clean(telephone) : null,
            sheet.Contact.Email is { Length: > 0 } email ? Clean(email) : null);
        var series = Clean(sheet.Series);
        ground = new SheetGround(
            texts.Words(new SheetFacts(sheet.Wording, series, contact, sheet.Issue, sheet.Releases.Count > 1)),
            $"{Clean(sheet.CentreNumber)}  {Clean(sheet.CentreName)}",
            series,
            Clean(sheet.SignInAddress),
            [.. sheet.Releases.Take(MostLines).Select(line => new ReleaseRow(
                Clean(line.When), Clean(line.Zone), [.. line.Qualifications.Take(MostLines).Select(Clean)]))]);
        _grounds.Add(key, ground);
        return ground;
    }

    // Lengths keep two different sheets from ever having the same key.
    private static string Key(Sheet sheet)
    {
        var key = new StringBuilder(512);
        void Put(string? text) => key.Append(text?.Length ?? -1).Append(':').Append(text);
        key.Append((int)sheet.Wording).Append(' ').Append(sheet.Issue).Append(' ');
        Put(sheet.CentreNumber);
        Put(sheet.CentreName);
        Put(sheet.Series);
        Put(sheet.SignInAddress);
        Put(sheet.Contact.Name);
        Put(sheet.Contact.Telephone);
        Put(sheet.Contact.Email);
        foreach (var line in sheet.Releases)
        {
            Put(line.When);
            Put(line.Zone);
            key.Append(line.Qualifications.Count).Append(' ');
            foreach (var title in line.Qualifications)
                Put(title);
        }

        return key.ToString();
    }
}
