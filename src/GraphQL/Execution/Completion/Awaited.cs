using System.Runtime.CompilerServices;
using Exams.GraphQL.Execution.Batches;

namespace Exams.GraphQL.Execution.Completion;

/// <summary>A value for which a resolver takes its time.</summary>
/// <param name="place">Where it will stand.</param>
/// <param name="branch">The resolver.</param>
internal sealed class Awaited(Place place, Branch branch) : IFilling
{
    private ValueTaskAwaiter<object?> _awaiter;
    private Arrivals? _arrivals;

    /// <inheritdoc/>
    public Branch? Branch => branch;

    /// <summary>Waits for the value.</summary>
    /// <param name="value">The promise; not used by anybody else.</param>
    /// <param name="arrivals">Where to go when it is kept or broken.</param>
    public void Await(ValueTask<object?> value, Arrivals arrivals)
    {
        (_awaiter, _arrivals) = (value.GetAwaiter(), arrivals);
        _awaiter.UnsafeOnCompleted(Arrive);
    }

    /// <inheritdoc/>
    public void Fill(Action<ResponseWriter>? filled)
    {
        object? value = null;
        Exception? failed = null;
        try
        {
            value = _awaiter.GetResult();
        }
        catch (Exception thrown)
        {
            failed = thrown;
        }

        place.Writer!.Fill(place.Slot, value, failed);
        filled?.Invoke(place.Writer);
    }

    private void Arrive() => _arrivals!.Add(this);
}
