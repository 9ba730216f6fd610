using System.Runtime.CompilerServices;
using Exams.Domain.Centres;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Security;

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
        var lines = new Dictionary<string, IReadOnlyList<SheetRelease>>(StringComparer.Ordinal);
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
                Releases = LinesFor(page, lines, Centre.Wording),
                SignInAddress = signInAddress,
                Contact = new SheetContact(contact.Name.ToString(), contact.Telephone?.ToString(), contact.Email?.ToString()),
                Wording = Centre.Wording,
            };
        }
    }

    // Thousands of candidates share a few combinations of qualifications.
    private IReadOnlyList<SheetRelease> LinesFor(SheetPage page, Dictionary<string, IReadOnlyList<SheetRelease>> known, Wording wording)
    {
        var key = string.Join(';', page.Qualifications);
        if (known.TryGetValue(key, out var lines))
            return lines;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Centre.TimeZone.ToString());
        var instants = page.Qualifications.ToLookup(one => Schedule.InstantFor(one, Audience.Candidate, Access.Delay), one => Titles[one]);
        var dated = instants.Where(line => line.Key is not null).SelectMany(line => line.Select(title => (title, line.Key!.Value)));
        var undated = instants[null].ToList();
        lines = ReleaseLines.For(dated, zone, wording);
        return known[key] = undated.Count == 0 ? lines : [.. lines, new SheetRelease(undated, NotYetKnown, "")];
    }
}

/// <summary>One candidate's page.</summary>
internal sealed record SheetPage(
    CandidateNumber Number, CandidateName Name, string Username, byte[] Sealed, int Issue, IReadOnlyList<QualificationCode> Qualifications);
