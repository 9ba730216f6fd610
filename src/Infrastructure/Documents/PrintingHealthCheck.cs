using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Exams.Infrastructure.Documents;

/// <summary>Says in the readiness page what this machine cannot print. It is degraded then, not down: everything but sheets works.</summary>
/// <param name="check">Finds out.</param>
public sealed class PrintingHealthCheck(PrintingCheck check) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = check.Health;
        return Task.FromResult(health.Missing.Count == 0
            ? HealthCheckResult.Healthy("Every script can be printed.")
            : HealthCheckResult.Degraded(string.Join(' ', health.Missing)));
    }
}
