using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Files;

/// <summary>A board on which every rule about entries has something to refuse: four series, one of them closed and one without retakes,
/// syllabuses that exclude each other, options that carry marks, and a centre that is not approved for everything.</summary>
internal static class SchoolYear
{
    public static readonly Series Closed = Named.Series("2026-03");
    public static readonly Series WithoutRetakes = Named.Series("2026-11");
    public static readonly Series Before = Named.Series("2025-06");

    private static readonly (string Code, string Title, string Qualification)[] Syllabuses =
    [
        ("0500", "English", "IGCSE"), ("0522", "English Language", "IGCSE"), ("0610", "Biology", "IGCSE"), ("0970", "Biology", "IGCSE"),
        ("0680", "Closed to private", "IGCSE"), ("5090", "Biology", "OLEVEL"), ("9702", "Physics", "AL"),
    ];

    /// <summary>Adds it to a seeded world.</summary>
    public static Task SeedAsync(BoardWorld world) => world.Get<Writer>().WriteAsync("seed", async writing =>
    {
        await writing.InsertAsync<Qualification>([new(Named.Qualification("OLEVEL"), Named.Name("O Level"), GradeScale.OLevel)], default);
        await writing.InsertAsync(
            [
                .. Syllabuses.Select(one => new Syllabus(
                    Named.Syllabus(one.Code), Named.Name(one.Title), Named.Qualification(one.Qualification),
                    one.Code == "0522" ? [Named.Syllabus("0500")] : [], isOpenToPrivate: one.Code != "0680")),
            ], default);
        string[] all = ["0580", "9709", .. Syllabuses.Select(one => one.Code)];
        await writing.InsertAsync(
            [
                .. from series in new[] { June, Closed, WithoutRetakes, Before }
                   from syllabus in all
                   from option in new[] { ("A", CarryForward.None), ("B", CarryForward.None), ("S", CarryForward.Staged) }
                   where series != June || option.Item1 != "A" || syllabus is not ("0580" or "9709")
                   where option.Item1 != "S" || syllabus == "9709"
                   select new EntryOption(series, Named.Zone(1), Named.Syllabus(syllabus), Named.Option(option.Item1), [Named.Component("11")], option.Item2),
                .. all.Skip(2).Select(syllabus => new EntryOption(June, Named.Zone(3), Named.Syllabus(syllabus), Named.Option("A"), [Named.Component("11")])),
            ], default);
        await writing.InsertAsync<Deadline>(
            [
                new(June, DeadlineKind.Entry, EntryTier.OnTime, world.Clock.Now.AddDays(10)),
                new(June, DeadlineKind.RetakeEntry, EntryTier.OnTime, world.Clock.Now.AddDays(10)),
                new(Closed, DeadlineKind.Entry, EntryTier.OnTime, world.Clock.Now.AddDays(-10)),
                new(WithoutRetakes, DeadlineKind.Entry, EntryTier.OnTime, world.Clock.Now.AddDays(10)),
            ], default);
    }, default);

    /// <summary>Registers somebody at US123, with entries that stand.</summary>
    public static async Task<Candidate> RegisterAsync(
        this Infrastructure.Persistence.Writing.Writing writing, CentreNumber centre, Series series, int number, PersonalDetails? details, params string[] entries)
    {
        var candidate = new Candidate(centre, series, CandidateNumber.Of(number), details ?? new PersonalDetails(Named.Person($"Candidate: {number}")));
        await writing.InsertAsync([candidate], default);
        foreach (var entry in entries)
        {
            var (syllabus, option) = (Named.Syllabus(entry[..4]), Named.Option(entry[5..6]));
            ExternalReference? key = entry.Length > 6 ? Named.Word<ExternalReference>(entry[7..]) : null;
            await writing.InsertAsync([new Entry(candidate, syllabus, option, DateTimeOffset.UnixEpoch, new EntryTerms(Reference: key))], default);
        }

        return candidate;
    }
}
