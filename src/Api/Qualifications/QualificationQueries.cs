using Exams.Domain.Qualifications;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Qualifications;

/// <summary>Reading what can be entered for.</summary>
[QueryType]
public static class QualificationQueries
{
    /// <summary>The qualifications that the board awards.</summary>
    [Authorize(Policy = Permission.CatalogueRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 100)]
    public static IQueryable<Qualification> GetQualifications(ExamsDb db) => db.Qualifications.OrderBy(one => one.Code);

    /// <summary>The syllabuses that lead to the qualifications.</summary>
    /// <param name="qualification">Only those of one qualification.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.CatalogueRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 100)]
    public static IQueryable<Syllabus> GetSyllabuses(QualificationCode? qualification, ExamsDb db) =>
        db.Syllabuses.Where(one => qualification == null || one.Qualification == qualification).OrderBy(one => one.Code);

    /// <summary>The options of a series. They change from series to series and from zone to zone.</summary>
    /// <param name="series">The series.</param>
    /// <param name="zone">Only those of one administrative zone, 1 to 6.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.CatalogueRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 100)]
    [UseFiltering(typeof(EntryOptionFilter))]
    public static IQueryable<EntryOption> GetEntryOptions(Series series, int? zone, ExamsDb db)
    {
        var options = db.Options.Where(option => option.Series == series);
        if (zone is { } number)
        {
            // No zone has a number outside 1 to 6, so nothing has such a zone.
            options = Zone.TryCreate(number, out var one) ? options.Where(option => option.Zone == one) : options.Where(_ => false);
        }

        return options.OrderBy(option => option.Syllabus).ThenBy(option => option.Zone).ThenBy(option => option.Option);
    }
}
