namespace Exams.GraphQL.Execution.Completion;

/// <summary>Places that wait for the same batch, in the order in which they came.</summary>
internal struct SlotChain
{
    private Slot? _first;
    private Slot? _last;

    /// <summary>Adds a place.</summary>
    /// <param name="slot">The place; it is in no other chain.</param>
    public void Add(Slot slot)
    {
        if (_last is null)
        {
            _first = slot;
        }
        else
        {
            _last.Next = slot;
        }

        _last = slot;
    }

    /// <summary>Adds the places of another chain, which must not be used any more.</summary>
    /// <param name="others">The other chain.</param>
    public void Add(SlotChain others)
    {
        if (others._first is not { } first)
        {
            return;
        }

        Add(first);
        _last = others._last;
    }

    /// <summary>All of them have their values.</summary>
    public readonly void Arrive() => _first?.Arrivals.AddAll(_first);
}
