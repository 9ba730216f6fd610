using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Operations;

/// <summary>How the service is.</summary>
internal static class Health
{
    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers; beside it, what printing lacks.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => HttpResults.Text("live"));
        app.MapGet("/health/ready", async (ExamsDbSource reads, PrintingCheck printing, CancellationToken ct) =>
        {
            var health = printing.Health;
            try
            {
                await using var db = reads.Open(new Caller.System("health"));
                await db.Centres.AnyAsync(ct);
                return HttpResults.Json(new { ready = true, canPrint = health.CanPrint, missing = health.Missing });
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                app.Logger.LogError(fault, "The database does not answer.");
                return HttpResults.Json(
                    new { ready = false, canPrint = health.CanPrint, missing = health.Missing }, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
