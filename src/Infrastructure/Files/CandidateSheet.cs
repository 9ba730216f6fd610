using Exams.Domain.Candidates;
using Exams.Domain.Files;
using Exams.Domain.Vocabulary;
using static Exams.Infrastructure.Files.SheetFields;

namespace Exams.Infrastructure.Files;

/// <summary>Reads a file of candidates.</summary>
internal static class CandidateSheet
{
    public static Outcome<Sheet<CandidateWish>> Read(SheetText text, SheetDefaults defaults)
    {
        var seen = new SeenLines<Registration>();
        var keys = new SeenLines<(CentreNumber, Series, ExternalReference)>();
        return new SheetTable(OfCandidates, defaults).Read(text, [Centre, SheetFields.Series, Name], line => Read(line, seen, keys));
    }

    private static CandidateWish Read(SheetLine line, SeenLines<Registration> seen, SeenLines<(CentreNumber, Series, ExternalReference)> keys)
    {
        var (centre, series) = (line.Centre(), line.Series());
        var number = line.FourDigits<CandidateNumber>(Number, "four digits from 0001 to 9999");
        var key = line.OptionalWord<ExternalReference>(Reference, "1 to 64 printable ASCII characters without spaces");

        // Without either, sending the file a second time would register everybody once more.
        if (line.Text(Number).Length == 0 && line.Text(Reference).Length == 0)
            line.Fault(Number, new CellMissing(Number.Heading));
        var details = new PersonalDetails(
            line.Word<CandidateName>(Name, "a name on one line, at most 60 characters"),
            line.Date(DateOfBirth),
            line.Choice<Gender>(
                SheetFields.Gender, ("F", Domain.Vocabulary.Gender.Female), ("M", Domain.Vocabulary.Gender.Male), ("X", Domain.Vocabulary.Gender.Other),
                ("female", Domain.Vocabulary.Gender.Female), ("male", Domain.Vocabulary.Gender.Male), ("other", Domain.Vocabulary.Gender.Other)),
            line.OptionalWord<Uci>(SheetFields.Uci, "thirteen characters, the last of them a check letter"),
            line.OptionalWord<EmailAddress>(Email, "an address like office@example.org"),
            line.Choice(Status, ("P", true), ("private", true), ("yes", true), ("true", true), ("no", false), ("false", false)) ?? false)
        {
            NameVariation = line.OptionalWord<BoardName>(Variation, "at most 40 characters like BLOGGS: FRED"),
        };
        if (number is { } one)
            seen.Check(line, Number, new Registration(centre, series, one));
        if (key is { } two)
            keys.Check(line, Reference, (centre, series, two));
        return new CandidateWish(centre, series, number, details, key) { Leaves = Unsaid(line) };
    }

    // Leaving a column out must erase nothing.
    private static PersonalData Unsaid(SheetLine line) =>
        (line.Says(DateOfBirth) ? 0 : PersonalData.DateOfBirth)
        | (line.Says(SheetFields.Gender) ? 0 : PersonalData.Gender)
        | (line.Says(SheetFields.Uci) ? 0 : PersonalData.Uci)
        | (line.Says(Email) ? 0 : PersonalData.Email)
        | (line.Says(Status) ? 0 : PersonalData.IsPrivate);
}
