using System.Runtime.CompilerServices;
using Exams.Domain.Centres;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Security;
using Line = Exams.Domain.ResultsAccess.SheetRelease;
using PrintedLine = Exams.Infrastructure.Documents.SheetRelease;

namespace Exams.Infrastructure.Jobs;

/// <summary>What the pages of one printing say, read at one moment. Passwords stay sealed until their page is printed.</summary>
internal sealed record SheetPages(
    Centre Centre, CandidateResultsAccess Access, ReleaseSchedule Schedule, IReadOnlyDictionary<QualificationCode, string> Titles,
    IReadOnlyList<SheetPage> Pages)
{
    private const string NotYetKnown = "To be announced";

    /// <summary>The sheets, one by one.</summary>
    public async IAsyncEnumerable<Sheet> ReadAsync(Seal seal, string signInAddress, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var contact = Access.Contact ?? throw new InvalidOperationException("Access was given without a contact.");
        var wording = Centre.Wording == Domain.Vocabulary.Wording.EnUs ? Documents.Wording.EnUs : Documents.Wording.EnGb;
        var lines = new Dictionary<string, IReadOnlyList<PrintedLine>>(StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            ct.ThrowIfCancellationRequested();
            yield return new Sheet
            {
                CentreNumber = Centre.Number.ToString(),
                CentreName = Centre.Name.ToString(),
                Series = Access.Series.Display,
                CandidateNumber = page.Number.ToString(),
                CandidateName = page.Name.ToString(),
                Username = page.Username,
                Password = seal.OpenSecret(page.Sealed, CredentialMint.RecordOf(page.Username)),
                Issue = page.Issue,
                Releases = LinesFor(page, lines, wording),
                SignInAddress = signInAddress,
                Contact = new SheetContact(contact.Name.ToString(), contact.Telephone?.ToString(), contact.Email?.ToString()),
                Wording = wording,
            };
        }
    }

    // Thousands of candidates share a few combinations of qualifications.
    private IReadOnlyList<PrintedLine> LinesFor(SheetPage page, Dictionary<string, IReadOnlyList<PrintedLine>> known, Documents.Wording wording)
    {
        var key = string.Join(';', page.Qualifications);
        if (known.TryGetValue(key, out var lines))
            return lines;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Centre.TimeZone.ToString());
        var instants = Line.Lines(Schedule, page.Qualifications, Access.Delay);
        var dated = ReleaseLines.For(instants.Where(line => line.At is not null).SelectMany(Dated), zone, wording);
        var undated = instants.Where(line => line.At is null)
            .Select(line => new PrintedLine([.. line.Qualifications.Select(one => Titles[one])], NotYetKnown, ""));
        return known[key] = [.. dated, .. undated];
    }

    private IEnumerable<(string Title, DateTimeOffset At)> Dated(Line line) => line.Qualifications.Select(one => (Titles[one], line.At!.Value));
}

/// <summary>One candidate's page.</summary>
internal sealed record SheetPage(
    CandidateNumber Number, CandidateName Name, string Username, byte[] Sealed, int Issue, IReadOnlyList<QualificationCode> Qualifications);
