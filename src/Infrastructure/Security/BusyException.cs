namespace Exams.Infrastructure.Security;

/// <summary>Too many are waiting for the same narrow door; the answer is 503 with <c>Retry-After</c>.</summary>
/// <param name="retryAfter">When to come back.</param>
public sealed class BusyException(TimeSpan retryAfter) : Exception("The service is busy; try again shortly.")
{
    /// <summary>When to come back.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
