using System.Runtime.CompilerServices;
using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Resolution;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Incremental;

/// <summary>Brings what the beginning of a response has left for later, as it becomes ready (incremental delivery, "Yield Incremental
/// Results"). Only one thread works in it at any time; resolvers of all parts wait side by side.</summary>
internal sealed partial class Delivery : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);
    private readonly RequestState _state;
    private readonly Payload _payload = new();
    private readonly Queue<object> _over = new();
    private readonly Queue<StreamedList> _due = new();
    private readonly Stack<ResponseWriter> _writers = new();
    private readonly List<Announced> _first = [];
    private readonly HashSet<Announced> _announced = [];
    private readonly HashSet<StreamedList> _streams = [];
    private int _nextId;
    private bool _isFinished;

    /// <summary>Prepares to bring what is left.</summary>
    /// <param name="state">The request.</param>
    /// <param name="work">What is left.</param>
    public Delivery(RequestState state, IncrementalWork work)
    {
        _state = state;
        List<DeliveryGroup> groups = [];
        List<StreamedList> streams = [];
        Integrate(work, null, groups, streams);
        Announce(groups, streams, _first.Add);
    }

    /// <summary>Writes the members of the first payload that say what is to come.</summary>
    /// <param name="json">Where to; other members stand before.</param>
    public void Announce(JsonBuffer json)
    {
        json.WriteRaw(",\"pending\":["u8);
        for (var i = 0; i < _first.Count; i++)
        {
            if (i > 0)
            {
                json.WriteRaw((byte)',');
            }

            Payload.WritePending(_first[i], json);
        }

        json.WriteRaw("],\"hasNext\":true"u8);
    }

    /// <summary>The whole response.</summary>
    /// <param name="first">Its first payload.</param>
    /// <param name="end">Ends the request; called once, when the last payload was read or nobody reads any more.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <param name="reader">Ends the reading.</param>
    /// <returns>The payloads, each to be disposed by the reader.</returns>
    public async IAsyncEnumerable<Response> ReadAsync(
        Response first, Func<ValueTask> end, CancellationTokenSource stop, [EnumeratorCancellation] CancellationToken reader = default)
    {
        await using var registration = reader.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).Cancel(), stop);
        try
        {
            yield return first;
            _state.BecomeAsynchronous();
            Begin();
            while (!_isFinished)
            {
                yield return await NextAsync();
            }
        }
        finally
        {
            await end();
        }
    }

    /// <summary>Lets go of what was not delivered.</summary>
    public void Dispose()
    {
        foreach (var list in _streams)
        {
            list.Close();
        }

        _payload.Dispose();
    }

    private void Begin()
    {
        foreach (var announced in _first)
        {
            if (announced is DeliveryGroup group)
            {
                Start(group);
            }
            else
            {
                LookAfter((StreamedList)announced);
            }
        }
    }

    private async ValueTask<Response> NextAsync()
    {
        try
        {
            while (true)
            {
                _state.ThrowIfAborted();
                while (_state.Arrivals.TryTake() is { } arrival)
                {
                    Take(arrival);
                }

                while (_over.TryDequeue(out var over))
                {
                    Settle(over);
                }

                if (_announced.Count == 0)
                {
                    _isFinished = true;
                    return _payload.Take(hasNext: false);
                }

                if (!_payload.IsEmpty)
                {
                    // What waits for a batch need not wait for the client, too.
                    _state.Batches.TryDispatch();
                    return _payload.Take(hasNext: true);
                }

                if (_due.Count > 0)
                {
                    ReadLists();
                }
                else if (!_state.Batches.TryDispatch())
                {
                    await WaitAsync();
                }
            }
        }
        catch (TimeoutException)
        {
            return TimeIsUp();
        }
    }

    // One slow part must not keep the batches of the others waiting for long, though it still moves and might ask for more.
    private async ValueTask WaitAsync()
    {
        var arrivals = _state.Arrivals;
        if (!_state.Batches.IsDue)
        {
            await arrivals.WaitAsync();
            return;
        }

        var isLate = false;
        using (_state.Time.CreateTimer(
            _ =>
            {
                Volatile.Write(ref isLate, true);
                arrivals.Wake();
            },
            null,
            Patience,
            Timeout.InfiniteTimeSpan))
        {
            await arrivals.WaitAsync();
        }

        if (Volatile.Read(ref isLate))
        {
            _state.Batches.TryDispatch(patiently: false);
        }
    }

    private void Take(IArrival arrival)
    {
        if (arrival is StreamRead read)
        {
            if (read.List.TryTake(read.TakeResult, out var value, out var item))
            {
                Write(item!, value);
            }

            LookAfter(read.List);
            return;
        }

        ((IFilling)arrival).Fill(NoteIfOver);
    }

    private void NoteIfOver(ResponseWriter writer)
    {
        if (writer is { Part: { IsOver: false } part, IsOver: true })
        {
            Note(part);
        }
    }

    private void Note(Part part)
    {
        (part.IsOver, part.HasFailed) = (true, part.Writer!.HasFailed);
        if (part is StreamItem { List.Id: null })
        {
            // Its list has ended without it.
            Drop(part.Writer.TakeWork());
        }
        else if (part is StreamItem item)
        {
            LookAfter(item.List);
        }
        else
        {
            _over.Enqueue(part);
        }
    }

    private void Settle(object over)
    {
        if (over is StreamedList list)
        {
            Deliver(list);
        }
        else if (over is List<StreamedList> round)
        {
            FinishEnded(round);
        }
        else if (over is DeferredPart { HasFailed: true } failed)
        {
            Fail(failed);
        }
        else
        {
            Deliver((DeferredPart)over);
        }
    }

    private ResponseWriter Writer() => _writers.TryPop(out var writer) ? writer : new ResponseWriter(_state);

    private void LetGo(Part part)
    {
        if (part.Writer is not { } writer)
        {
            return;
        }

        part.Writer = null;
        writer.Json.Dispose();
        if (writer.Reset())
        {
            _writers.Push(writer);
        }
    }

    private void Announce(List<DeliveryGroup> groups, List<StreamedList> streams, Action<Announced> tell)
    {
        foreach (var announced in groups.Concat<Announced>(streams))
        {
            announced.Id = _nextId++;
            _announced.Add(announced);
            tell(announced);
        }
    }

    private void Complete(Announced announced, IReadOnlyList<IError>? errors = null)
    {
        _payload.Complete(announced, errors);
        _announced.Remove(announced);
        announced.Id = null;
        _state.OpenParts--;
    }

    private Response TimeIsUp()
    {
        var error = _state.Presenter.Present(
            new GraphQLError($"The request exceeded the configured timeout of `{_state.Options.ExecutionTimeout}`.").WithCode("HC0045"));
        foreach (var announced in _announced.OrderBy(a => a.Id).ToList())
        {
            Complete(announced, [error]);
        }

        _isFinished = true;
        return _payload.Take(hasNext: false);
    }
}
