using Exams.Domain.Transfers;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Transfers;

/// <summary>Reading transfers.</summary>
[QueryType]
public static class TransferQueries
{
    /// <summary>The transfers of a series from and to your centres, those asked for last first; whatever became of them.</summary>
    /// <param name="series">The series.</param>
    /// <param name="centre">Only those from or to one centre; all of yours when left out.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.EntriesRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 200)]
    [UseFiltering(typeof(TransferFilter))]
    public static IQueryable<Transfer> GetTransfers(Series series, CentreNumber? centre, ExamsDb db)
    {
        var transfers = db.Transfers.Where(transfer => transfer.Series == series);
        return (centre is { } one ? transfers.Where(transfer => transfer.OriginalCentre == one || transfer.ReceivingCentre == one) : transfers)
            .OrderByDescending(transfer => transfer.AskedAt);
    }
}
