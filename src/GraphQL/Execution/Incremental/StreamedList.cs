using System.Collections;
using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Plans;

namespace Exams.GraphQL.Execution.Incremental;

/// <summary>A list of which further items come later. Items are read a few at a time, written side by side, delivered in order.</summary>
/// <param name="path">The response position of the list.</param>
/// <param name="plan">How it comes.</param>
/// <param name="field">Its field.</param>
/// <param name="outer">What takes the list away when it becomes null later.</param>
/// <param name="items">Where items come from: an <see cref="IEnumerator"/> or an <see cref="IAsyncEnumerator{T}"/> of objects.</param>
/// <param name="next">The index of the next item.</param>
internal sealed class StreamedList(PathStep[] path, StreamPlan plan, FieldPlan field, Boundary outer, object items, int next)
    : Announced(path, plan.Label)
{
    private const int MostUndelivered = 100;
    private readonly Queue<StreamItem> _written = new();
    private int _next = next;
    private bool _isReading;
    private bool _isClosed;

    /// <summary>What takes the list away when it becomes null later.</summary>
    public Boundary Outer { get; } = outer;

    /// <summary>Its field.</summary>
    public FieldPlan Field { get; } = field;

    /// <summary>How items are written.</summary>
    public ValuePlan Item => plan.Item;

    /// <summary>What the source threw; nothing comes after that.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether the source has no more.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Whether it stands in the queue of lists to look after.</summary>
    public bool IsDue { get; set; }

    /// <summary>Whether all its items were delivered and no more come.</summary>
    public bool IsFinished => IsAtEnd && _written.Count == 0;

    /// <summary>The next item, if it has failed: the list ends there.</summary>
    public StreamItem? Failed => _written.TryPeek(out var item) && item.HasFailed ? item : null;

    /// <summary>Items that were read and not delivered.</summary>
    public IReadOnlyCollection<StreamItem> Undelivered => _written;

    /// <summary>Whether it could be read on now.</summary>
    public bool CanRead => Failed is null && !IsAtEnd && !_isReading && !_isClosed && _written.Count < MostUndelivered;

    /// <summary>Reads one item.</summary>
    /// <param name="arrivals">Is told when an item that takes its time has come.</param>
    /// <param name="value">The item.</param>
    /// <param name="item">Its place.</param>
    /// <returns>Whether there is one; otherwise the list is at its end or its source takes its time.</returns>
    public bool TryRead(Arrivals arrivals, out object? value, out StreamItem? item)
    {
        (value, item) = (null, null);
        try
        {
            if (items is IEnumerator all)
            {
                IsAtEnd = !all.MoveNext();
                value = IsAtEnd ? null : all.Current;
            }
            else
            {
                var source = (IAsyncEnumerator<object?>)items;
                var moved = source.MoveNextAsync();
                if (!moved.IsCompleted)
                {
                    _isReading = true;
                    new StreamRead(this).Await(moved, arrivals);
                    return false;
                }

                IsAtEnd = !moved.GetAwaiter().GetResult();
                value = IsAtEnd ? null : source.Current;
            }
        }
        catch (Exception failed)
        {
            Fail(failed);
        }

        return !IsAtEnd && Place(out item);
    }

    /// <summary>The item that the source has taken its time for.</summary>
    /// <param name="more">Whether there is one.</param>
    /// <param name="value">The item.</param>
    /// <param name="item">Its place.</param>
    /// <returns>Whether there is one and somebody still wants it.</returns>
    public bool TryTake(Func<bool> more, out object? value, out StreamItem? item)
    {
        (value, item) = (null, null);
        _isReading = false;
        try
        {
            IsAtEnd = !more();
            value = IsAtEnd ? null : ((IAsyncEnumerator<object?>)items).Current;
        }
        catch (Exception failed)
        {
            Fail(failed);
        }

        if (_isClosed)
        {
            Dispose();
            return false;
        }

        return !IsAtEnd && Place(out item);
    }

    /// <summary>Takes the items that are written and before which none is missing.</summary>
    /// <returns>The items in order, up to one that has failed.</returns>
    public List<StreamItem> TakeWritten()
    {
        var ready = new List<StreamItem>();
        while (_written.TryPeek(out var item) && item is { IsOver: true, HasFailed: false })
        {
            ready.Add(_written.Dequeue());
        }

        return ready;
    }

    /// <summary>Ends it; the source is told as soon as it stands still.</summary>
    public void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _written.Clear();
            if (!_isReading)
            {
                Dispose();
            }
        }
    }

    private bool Place(out StreamItem? item)
    {
        item = new StreamItem([.. Path, new PathStep(null, _next++)], this);
        _written.Enqueue(item);
        return true;
    }

    private void Fail(Exception failed) => (Failure, IsAtEnd) = (failed, true);

    private void Dispose() => _ = DisposeAsync();

    private async Task DisposeAsync()
    {
        try
        {
            switch (items)
            {
                case IAsyncDisposable source: await source.DisposeAsync(); break;
                case IDisposable source: source.Dispose(); break;
            }
        }
        catch (Exception)
        {
            // What a source has to say when it is told that nobody wants more is of interest to nobody.
        }
    }
}
