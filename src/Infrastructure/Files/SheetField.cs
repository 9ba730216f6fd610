using System.Text;

namespace Exams.Infrastructure.Files;

/// <summary>Something that a file may say about each of its rows.</summary>
/// <param name="Name">The field's name, as refusals have it.</param>
/// <param name="Heading">What we call its column.</param>
/// <param name="Others">What others call it.</param>
internal sealed record SheetField(string Name, string Heading, params string[] Others)
{
    /// <summary>Whether a heading is one of this field; letters and digits count, and neither case nor what stands between them.</summary>
    public bool IsCalled(string heading)
    {
        var plain = Plain(heading);
        return plain.Length > 0 && (plain == Plain(Heading) || plain == Plain(Name) || Others.Any(other => Plain(other) == plain));
    }

    private static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        foreach (var one in heading)
        {
            if (char.IsAsciiLetterOrDigit(one))
                plain.Append(char.ToLowerInvariant(one));
        }

        return plain.ToString();
    }
}

/// <summary>The fields of the files, with the names that domain 2.8 knows for them.</summary>
internal static class SheetFields
{
    public static readonly SheetField Centre = new("centre", "Centre number", "center number", "centre no", "center");
    public static readonly SheetField Series = new("series", "Series", "exam series");
    public static readonly SheetField Number = new("number", "Candidate number", "candidate no", "candidate");
    public static readonly SheetField Name = new("name", "Candidate name");
    public static readonly SheetField Variation = new("nameVariation", "Name variation", "board name");
    public static readonly SheetField DateOfBirth = new("dateOfBirth", "Date of birth", "dob", "birth date");
    public static readonly SheetField Gender = new("gender", "Gender", "sex");
    public static readonly SheetField Uci = new("uci", "UCI", "unique candidate identifier");
    public static readonly SheetField Email = new("email", "Email", "email address");
    public static readonly SheetField Status = new("status", "Status", "private", "is private");
    public static readonly SheetField EntryStatus = new("status", "Status", "entry status");
    public static readonly SheetField Reference = new("externalReference", "External reference");
    public static readonly SheetField CandidateKey = new("candidateReference", "Candidate external reference", "candidate reference");
    public static readonly SheetField Syllabus = new("syllabus", "Syllabus", "syllabus code");
    public static readonly SheetField Option = new("option", "Option code", "entry option");
    public static readonly SheetField RetakeCentre = new("retakeCentre", "Retake centre number", "previous centre number");
    public static readonly SheetField RetakeNumber = new("retakeNumber", "Retake candidate number", "previous candidate number");
    public static readonly SheetField CarriedFrom = new("carriedFrom", "Carried from");

    /// <summary>Where refusals name something that is spread over columns: the column that is meant, and the one that may stand for it.</summary>
    public static readonly IReadOnlyList<(string Path, SheetField Column, SheetField Otherwise)> Spread =
        [("candidate", Number, CandidateKey), ("retake", RetakeCentre, RetakeNumber)];

    /// <summary>What a file of candidates may say.</summary>
    public static readonly IReadOnlyList<SheetField> OfCandidates =
        [Centre, Series, Number, Name, Variation, DateOfBirth, Gender, Uci, Email, Status, Reference];

    /// <summary>What a file of entries may say. The name is for people.</summary>
    public static readonly IReadOnlyList<SheetField> OfEntries =
        [Centre, Series, Number, CandidateKey, Name, Syllabus, Option, EntryStatus, RetakeCentre, RetakeNumber, CarriedFrom, Reference];
}
