namespace Exams.Infrastructure.Events;

/// <summary>Wakes everybody who waits. Who takes <see cref="Next"/> before looking at the table misses nothing.</summary>
internal class Signal
{
    private volatile TaskCompletionSource _next = Fresh();

    /// <summary>Completes at the next <see cref="Raise"/>.</summary>
    public Task Next => _next.Task;

    public void Raise() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
