using Exams.Domain.Entries;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Entries;

/// <summary>Reading entries.</summary>
[QueryType]
public static class EntryQueries
{
    /// <summary>The entries of a series, by centre, candidate and syllabus; withdrawn ones included.</summary>
    /// <param name="series">The series.</param>
    /// <param name="centre">Only those of one centre; all of yours when left out.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.EntriesRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 200)]
    [UseFiltering(typeof(EntryFilter))]
    [UseSorting(typeof(EntrySort))]
    public static IQueryable<Entry> GetEntries(Series series, CentreNumber? centre, ExamsDb db)
    {
        var entries = db.Entries.Where(entry => entry.Series == series);
        return (centre is { } one ? entries.Where(entry => entry.Centre == one) : entries)
            .OrderBy(entry => entry.Centre).ThenBy(entry => entry.CandidateId).ThenBy(entry => entry.Syllabus);
    }
}
