using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.Domain.Vocabulary;
using static Exams.Infrastructure.Files.SheetFields;

namespace Exams.Infrastructure.Files;

/// <summary>Reads a file of entries.</summary>
internal static class EntrySheet
{
    private const string NumberForm = "four digits from 0001 to 9999";
    private const string KeyForm = "1 to 64 printable ASCII characters without spaces";

    public static Outcome<Sheet<EntryStep>> Read(SheetText text, SheetDefaults defaults)
    {
        var seen = new SeenEntries();
        return new SheetTable(OfEntries, defaults).Read(text, [Centre, SheetFields.Series, Syllabus], line => Read(line, seen));
    }

    private static EntryStep Read(SheetLine line, SeenEntries seen)
    {
        var candidate = CandidateOf(line);
        if (line.Text(Syllabus).Length == 0)
            line.Fault(Syllabus, new CellMissing(Syllabus.Heading));
        var syllabus = line.FourDigits<SyllabusCode>(Syllabus, "four digits (0580)");
        var option = line.OptionalWord<OptionCode>(Option, "one or two letters or digits, or nothing");
        var mark = line.Choice(
            SheetFields.EntryStatus, ("A", EntryMark.Entered), ("active", EntryMark.Entered), ("P", EntryMark.Private), ("private", EntryMark.Private),
            ("W", EntryMark.Withdrawn), ("withdrawn", EntryMark.Withdrawn)) ?? EntryMark.Entered;
        var wish = new EntryWish(candidate ?? new CandidateReference.ById(0), syllabus ?? default, option ?? OptionCode.Blank)
        {
            Retakes = RetakeOf(line),
            CarriedFrom = line.OptionalWord<Registration>(CarriedFrom, "centre, series and candidate number (US123/2025-06/0001)"),
            Reference = line.OptionalWord<ExternalReference>(Reference, KeyForm),
        };
        if (candidate is not null && syllabus is not null)
            seen.Check(line, candidate, wish, mark);
        return new EntryStep(wish, mark);
    }

    private static CandidateReference? CandidateOf(SheetLine line)
    {
        var (centre, series) = (line.Centre(), line.Series());
        if (line.Text(Number).Length == 0 && line.Text(CandidateKey).Length > 0)
        {
            return line.OptionalWord<ExternalReference>(CandidateKey, KeyForm) is { } key
                ? new CandidateReference.ByKey(centre, series, key)
                : null;
        }

        if (line.Text(Number).Length == 0)
            line.Fault(Number, new CellMissing(Number.Heading));
        return line.FourDigits<CandidateNumber>(Number, NumberForm) is { } number
            ? new CandidateReference.ByNumber(centre, series, number)
            : null;
    }

    // Both or neither; a retake at the same centre need not say the centre.
    private static PreviousNumber? RetakeOf(SheetLine line)
    {
        var centre = line.OptionalWord<CentreNumber>(RetakeCentre, "two letters and three digits (US123), or five digits");
        var number = line.FourDigits<CandidateNumber>(RetakeNumber, NumberForm);
        if (centre is not null && line.Text(RetakeNumber).Length == 0)
            line.Fault(RetakeNumber, new CellMissing(RetakeNumber.Heading));
        else if (number is not null && line.Text(RetakeCentre).Length == 0)
            line.Fault(RetakeCentre, new CellMissing(RetakeCentre.Heading));
        return centre is { } place && number is { } one ? new PreviousNumber(place, one) : null;
    }

    /// <summary>An entry stands once for a candidate and syllabus; with another option, an earlier one may be withdrawn beside it.</summary>
    private sealed class SeenEntries
    {
        private readonly SeenLines<(CandidateReference, SyllabusCode)> _standing = new();
        private readonly SeenLines<(CandidateReference, SyllabusCode, OptionCode)> _options = new();

        public void Check(SheetLine line, CandidateReference candidate, EntryWish wish, EntryMark mark)
        {
            var wasGood = line.IsGood;
            _options.Check(line, Syllabus, (candidate, wish.Syllabus, wish.Option));
            if (mark != EntryMark.Withdrawn && line.IsGood == wasGood)
                _standing.Check(line, Syllabus, (candidate, wish.Syllabus));
        }
    }
}
