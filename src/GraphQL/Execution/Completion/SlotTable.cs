using System.Buffers;

namespace Exams.GraphQL.Execution.Completion;

/// <summary>The slots of a writer, numbered in the order in which they were left open. They lie side by side in memory lent by the pool,
/// response positions too: a long list leaves hundreds of them.</summary>
internal sealed class SlotTable
{
    private const int Least = 16;
    private Slot[] _slots = [];
    private PathStep[] _steps = [];
    private int _stepCount;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A slot. The reference is good until the next one is added.</summary>
    /// <param name="number">Its number.</param>
    public ref Slot this[int number] => ref _slots[number];

    /// <summary>Adds a slot, empty but for its response position.</summary>
    /// <param name="path">Its response position.</param>
    /// <returns>The slot, whose number is one less than there are now.</returns>
    public ref Slot Add(ReadOnlySpan<PathStep> path)
    {
        MakeRoom(ref _slots, Count, 1);
        MakeRoom(ref _steps, _stepCount, path.Length);
        path.CopyTo(_steps.AsSpan(_stepCount));
        ref var added = ref _slots[Count++];
        (added.FirstStep, added.Steps) = (_stepCount, path.Length);
        _stepCount += path.Length;
        return ref added;
    }

    /// <summary>The response position of a slot.</summary>
    /// <param name="number">Its number.</param>
    public ReadOnlySpan<PathStep> Path(int number) => _steps.AsSpan(_slots[number].FirstStep, _slots[number].Steps);

    /// <summary>Takes slots away together with the stretch of the buffer in which they lie.</summary>
    /// <param name="from">The first; all later ones go with it.</param>
    public void Cut(int from)
    {
        for (var i = from; i < Count; i++)
        {
            (_slots[i].IsAbandoned, _slots[i].Outer) = (true, null);
        }
    }

    /// <summary>Null takes the place of a stretch in which slots lie.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The one behind the last.</param>
    public void Abandon(int from, int to)
    {
        for (var i = from; i < Math.Min(to, Count); i++)
        {
            _slots[i].IsAbandoned = true;
        }
    }

    /// <summary>Whether null has taken the place of something around a slot, at whatever distance.</summary>
    /// <param name="number">Its number; negative for none.</param>
    public bool IsLost(int number)
    {
        for (; number >= 0; number = _slots[number].Around)
        {
            if (_slots[number].IsAbandoned)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Forgets all slots and gives the memory back; nobody may hold a number any more.</summary>
    public void Clear()
    {
        Return(ref _slots, Count);
        Return(ref _steps, _stepCount);
        (Count, _stepCount) = (0, 0);
    }

    private static void MakeRoom<T>(ref T[] items, int count, int more)
    {
        if (items.Length - count >= more)
        {
            return;
        }

        var larger = ArrayPool<T>.Shared.Rent(Math.Max(Math.Max(items.Length * 2, count + more), Least));
        items.AsSpan(0, count).CopyTo(larger);
        Return(ref items, count);
        items = larger;
    }

    private static void Return<T>(ref T[] items, int count)
    {
        if (items.Length > 0)
        {
            items.AsSpan(0, count).Clear();
            ArrayPool<T>.Shared.Return(items);
            items = [];
        }
    }
}
