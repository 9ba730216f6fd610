using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.KeyDates;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Entries;

/// <summary>A centre in a series with what the board offers it, in memory; what is submitted is decided as the service decides it.</summary>
internal sealed class School
{
    private readonly Centre _centre;
    private readonly Series _series;
    private readonly List<Candidate> _candidates = [];
    private readonly List<Entry> _entries = [];
    private readonly List<Syllabus> _syllabuses = [];
    private readonly List<EntryOption> _options = [];
    private readonly List<Deadline> _deadlines = [];
    private readonly List<Fee> _fees = [];
    private readonly List<TimetableSlot> _slots = [];
    private readonly Dictionary<QualificationCode, QualificationCode> _levels = [];
    private readonly Dictionary<SyllabusCode, Series> _before = [];
    private readonly Dictionary<(Registration, SyllabusCode), PriorEntry> _priors = [];
    private readonly Dictionary<long, Money?> _paid = [];
    private bool _isElsewhere;
    private long? _grant;

    private School(string series, string centre, string country, int zone, string[] qualifications)
    {
        _series = Named.Series(series);
        _centre = new Centre(Named.Centre(centre), new CentreDetails(
            Named.Name("School"), Named.Name(country), Named.Zone(zone), Named.Word<IanaTimeZone>("Europe/London"), Wording.EnGb,
            [.. qualifications.Select(Named.Qualification)]));
    }

    public DateTimeOffset Now { get; private set; } = Named.At("2020-01-01T12:00:00Z");

    public CentreNumber Centre => _centre.Number;

    /// <summary>What the last desk would write.</summary>
    public EntriesChange Change { get; private set; } = null!; // Set by every submitting and withdrawing.

    public static School In(string series, string centre = "US123", string country = "United States", int zone = 1, params string[] approvedFor) =>
        new School(series, centre, country, zone, approvedFor is [] ? ["IGCSE", "AL"] : approvedFor).Enrols("0001");

    public School At(string instant)
    {
        Now = Named.At(instant);
        return this;
    }

    public School Enrols(string number, string? uci = null, bool isPrivate = false, string? born = null, string? name = null)
    {
        var details = new PersonalDetails(
            Named.Person(name ?? $"Candidate: {number}"), born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture),
            Uci: uci is null ? null : Named.Word<Uci>(uci), IsPrivate: isPrivate);
        _candidates.RemoveAll(candidate => candidate.Number == Named.Candidate(number));
        var enrolled = new Candidate(_centre.Number, _series, Named.Candidate(number), details);
        typeof(Candidate).GetProperty(nameof(Candidate.Id))!.SetValue(enrolled, _candidates.Count + 1L);
        _candidates.Add(enrolled);
        return this;
    }

    public School Offers(string syllabus, params string[] options) => Offers(syllabus, $"Title {syllabus}", "IGCSE", options);

    public School Offers(string syllabus, string title, string qualification, string[] options, string[]? disallowedWith = null, bool toPrivate = true)
    {
        _syllabuses.Add(new Syllabus(
            Named.Syllabus(syllabus), Named.Name(title), Named.Qualification(qualification), disallowedWith?.Select(Named.Syllabus), toPrivate));
        foreach (var option in options)
        {
            Option(syllabus, option);
        }

        return this;
    }

    public School Option(string syllabus, string option, CarryForward carries = CarryForward.None, params string[] components)
    {
        _options.Add(new EntryOption(
            _series, _centre.Zone, Named.Syllabus(syllabus), Named.Option(option), (components is [] ? ["01"] : components).Select(Named.Component), carries));
        return this;
    }

    public School Level(string qualification, string level)
    {
        _levels[Named.Qualification(qualification)] = Named.Qualification(level);
        return this;
    }

    public School Deadline(DeadlineKind kind, EntryTier tier, string at, int? zone = null, params string[] countries)
    {
        _deadlines.Add(new Deadline(_series, kind, tier, Named.At(at), zone is { } one ? Named.Zone(one) : null, countries.Select(Named.Name)));
        return this;
    }

    public School Fee(EntryTier tier, decimal pounds, string? qualification = null, string? syllabus = null)
    {
        _fees.Add(new Fee(
            _series, tier, Pounds(pounds), qualification is null ? null : Named.Qualification(qualification), syllabus is null ? null : Named.Syllabus(syllabus)));
        return this;
    }

    public School Slot(string syllabus, string component, string date, ExamSession session, int minutes)
    {
        _slots.Add(new TimetableSlot(
            _series, _centre.Zone, Named.Syllabus(syllabus), Named.Component(component), DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), session, minutes));
        return this;
    }

    public School OfferedBefore(string syllabus, string series)
    {
        _before[Named.Syllabus(syllabus)] = Named.Series(series);
        return this;
    }

    public School Prior(
        string registration, string syllabus, CarryForward carried = CarryForward.None, string? uci = null, string? born = null, string name = "Candidate: 0001")
    {
        var before = Named.Word<Registration>(registration);
        _priors[(before, Named.Syllabus(syllabus))] = new PriorEntry(
            before.Centre,
            new PersonalDetails(
                Named.Person(name), born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), Uci: uci is null ? null : Named.Word<Uci>(uci)),
            carried);
        return this;
    }

    public School IsMoving()
    {
        _candidates.ForEach(candidate => candidate.BeginTransfer());
        return this;
    }

    public School IsElsewhere()
    {
        _isElsewhere = true;
        return this;
    }

    public School HasAccess(long grant = 7)
    {
        _grant = grant;
        return this;
    }

    /// <summary>Submits a row and, when it is good, keeps what it did.</summary>
    public EntryRow Submit(
        string syllabus, string option, string candidate = "0001", (string Centre, string Number)? retakes = null, string? carriedFrom = null, string? reference = null)
    {
        var named = Reference(candidate);
        var row = Open(named).Submit(new EntryWish(named, Named.Syllabus(syllabus), Named.Option(option))
        {
            Retakes = retakes is { } one ? new PreviousNumber(Named.Centre(one.Centre), Named.Candidate(one.Number)) : null,
            CarriedFrom = carriedFrom is null ? null : Named.Word<Registration>(carriedFrom),
            Reference = reference is null ? null : Named.Word<ExternalReference>(reference),
        });
        Keep();
        return row;
    }

    /// <summary>Submits a good row; one that is refused is a failed test.</summary>
    public School Has(string syllabus, string option, string candidate = "0001")
    {
        var row = Submit(syllabus, option, candidate);
        return row.Refusals is [] ? this : throw new InvalidOperationException(row.Refusals[0].Message);
    }

    public EntryRow Withdraw(string syllabus, string candidate = "0001")
    {
        var named = new EntryReference.BySyllabus(Reference(candidate), Named.Syllabus(syllabus));
        var row = Open(named.Candidate!, named).Withdraw(named);
        Keep();
        return row;
    }

    public EntryRow Enter(string syllabus, string option)
    {
        var named = Reference("0001");
        return Open(named).Enter(new EntryWish(named, Named.Syllabus(syllabus), Named.Option(option)));
    }

    public static Money Pounds(decimal pounds) => new((long)(pounds * 100), Named.Word<CurrencyCode>("GBP"));

    /// <summary>What the board offers the centre.</summary>
    public EntryOffer Offer() => new(
        _centre, _series, _syllabuses.ToDictionary(one => one.Code), _levels, _options.ToLookup(one => one.Syllabus), _before,
        new EntryCalendar(_centre, _deadlines), new FeeList(_fees), new Timetable(_slots));

    /// <summary>The candidates with their entries, each by number, and what those cost.</summary>
    public EntryFacts Facts()
    {
        var offer = Offer();
        var books = _candidates.ToDictionary(one => (CandidateReference)Reference(one.Number.ToString()), one => Book(one, offer));
        foreach (var book in books.Values.ToList())
        {
            books[new CandidateReference.ById(book.Candidate.Id)] = book;
        }

        return new EntryFacts(new HashSet<CentreNumber> { _centre.Number }, books, new Dictionary<EntryReference, (EntryBook, Entry)>()) { Paid = _paid };
    }

    public CandidateReference.ByNumber Reference(string candidate) => new CandidateReference.ByNumber(_centre.Number, _series, Named.Candidate(candidate));

    private EntryBook Book(Candidate candidate, EntryOffer offer) => new(offer, candidate, _entries.Where(entry => entry.CandidateId == candidate.Id))
    {
        ActiveGrant = _grant,
        IsElsewhere = _isElsewhere,
    };

    private EntryDesk Open(CandidateReference named, EntryReference.BySyllabus? entry = null)
    {
        var offer = Offer();
        var books = _candidates.ToDictionary(one => (CandidateReference)Reference(one.Number.ToString()), one => Book(one, offer));
        Dictionary<EntryReference, (EntryBook, Entry)> entries = [];
        if (entry is not null && books.TryGetValue(named, out var book)
            && book.Entries.Where(one => one.Syllabus == entry.Syllabus).OrderBy(one => one.IsActive).LastOrDefault() is { } found)
        {
            entries[entry] = (book, found);
        }

        var desk = new EntryDesk(
            new EntryFacts(new HashSet<CentreNumber> { _centre.Number }, books, entries)
            {
                Priors = new PriorEntries(_priors),
                References = _entries.Where(one => one is { IsActive: true, ExternalReference: not null })
                    .ToDictionary(one => (one.Centre, one.Series, one.ExternalReference!.Value)),
                Paid = _paid,
            },
            People.OfficerOf(_centre.Number.ToString()),
            Now);
        Change = desk.Change;
        return desk;
    }

    private void Keep()
    {
        foreach (var entry in Change.Added)
        {
            typeof(Entry).GetProperty(nameof(Entry.Id))!.SetValue(entry, _entries.Count + 1L);
            _entries.Add(entry);
        }

        foreach (var line in Change.Fees.Where(line => line.Kind != FeeLineKind.Late))
        {
            line.Number();
            _paid[line.EntryId] = new Money((_paid.GetValueOrDefault(line.EntryId)?.Hundredths ?? 0) + line.Hundredths, line.Currency);
        }
    }
}
