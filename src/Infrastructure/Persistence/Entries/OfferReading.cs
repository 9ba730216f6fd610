using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Entries;

/// <summary>Reads what the board offers centres in series, for the syllabuses in question.</summary>
internal sealed class OfferReading(ExamsDb db, CancellationToken ct)
{
    /// <summary>Reads the offers.</summary>
    /// <param name="places">The centres, each with a series.</param>
    /// <param name="codes">The syllabuses that are wanted or stand.</param>
    /// <param name="withSeriesBefore">Whether it matters in which earlier series a syllabus was offered.</param>
    public async Task<Dictionary<(CentreNumber, Series), EntryOffer>> ReadAsync(
        IReadOnlyList<(Centre Centre, Series Series)> places, List<SyllabusCode> codes, bool withSeriesBefore)
    {
        if (places.Count == 0)
            return [];
        var times = places.Select(place => place.Series).Distinct().ToList();
        var zones = places.Select(place => place.Centre.Zone).Distinct().ToList();
        var syllabuses = await db.Syllabuses.Where(one => EF.Parameter(codes).Contains(one.Code)).ToDictionaryAsync(one => one.Code, ct);
        var levels = await db.Qualifications.ToDictionaryAsync(one => one.Code, one => one.Level, ct);
        var options = (await db.Options
            .Where(one => EF.Parameter(times).Contains(one.Series) && EF.Parameter(zones).Contains(one.Zone) && EF.Parameter(codes).Contains(one.Syllabus))
            .ToListAsync(ct)).ToLookup(one => (one.Series, one.Zone));
        var slots = (await db.Timetable
            .Where(one => EF.Parameter(times).Contains(one.Series) && EF.Parameter(zones).Contains(one.Zone) && EF.Parameter(codes).Contains(one.Syllabus))
            .ToListAsync(ct)).ToLookup(one => (one.Series, one.Zone));
        var deadlines = (await db.Deadlines.Where(one => EF.Parameter(times).Contains(one.Series)).ToListAsync(ct)).ToLookup(one => one.Series);
        var fees = (await db.Fees.Where(one => EF.Parameter(times).Contains(one.Series)).ToListAsync(ct)).ToLookup(one => one.Series);
        var before = withSeriesBefore ? await OfferedAsync(zones, codes) : [];

        // Centres of one zone share what is of the zone.
        var bySyllabus = places.Select(place => (place.Series, place.Centre.Zone)).Distinct().ToDictionary(key => key, key => options[key].ToLookup(one => one.Syllabus));
        var timetables = bySyllabus.Keys.ToDictionary(key => key, key => new Timetable(slots[key]));
        var lists = times.ToDictionary(series => series, series => new FeeList([.. fees[series]]));
        return places.ToDictionary(place => (place.Centre.Number, place.Series), place => new EntryOffer(
            place.Centre,
            place.Series,
            syllabuses,
            levels,
            bySyllabus[(place.Series, place.Centre.Zone)],
            before.Where(one => one.Zone == place.Centre.Zone && one.Series.CompareTo(place.Series) < 0)
                .GroupBy(one => one.Syllabus).ToDictionary(of => of.Key, of => of.Max(one => one.Series)),
            new EntryCalendar(place.Centre, deadlines[place.Series]),
            lists[place.Series],
            timetables[(place.Series, place.Centre.Zone)]));
    }

    private async Task<List<(Zone Zone, SyllabusCode Syllabus, Series Series)>> OfferedAsync(List<Zone> zones, List<SyllabusCode> codes)
    {
        var offered = await db.Options.Where(one => EF.Parameter(zones).Contains(one.Zone) && EF.Parameter(codes).Contains(one.Syllabus))
            .Select(one => new { one.Zone, one.Syllabus, one.Series }).Distinct().ToListAsync(ct);
        return [.. offered.Select(one => (one.Zone, one.Syllabus, one.Series))];
    }
}
