using Exams.GraphQL.Execution.Completion;

namespace Exams.GraphQL.Execution.Incremental;

/// <content>Streamed lists: items in order, each as soon as it and all before it are written.</content>
internal sealed partial class Delivery
{
    private void LookAfter(StreamedList list)
    {
        if (!list.IsDue)
        {
            list.IsDue = true;
            _due.Enqueue(list);
        }
    }

    // Each list in its turn, and only so far: none keeps the others waiting.
    private void ReadLists()
    {
        var round = new List<StreamedList>(_due.Count);
        for (var count = _due.Count; count > 0 && _due.TryDequeue(out var list); count--)
        {
            list.IsDue = false;
            if (list.Id is null)
            {
                continue;
            }

            round.Add(list);

            while (list.CanRead && list.TryRead(_state.Arrivals, out var value, out var item))
            {
                Write(item!, value);
            }

            _over.Enqueue(list);
        }

        // Items of all lists go before the news that some have ended.
        _over.Enqueue(round);
    }

    private void Write(StreamItem item, object? value)
    {
        item.Writer = Writer();
        item.Writer.WriteItem(item, value);
        if (item.Writer.IsOver)
        {
            (item.IsOver, item.HasFailed) = (true, item.Writer.HasFailed);
        }
    }

    private void Deliver(StreamedList list)
    {
        var ready = list.TakeWritten();
        if (list.Id is null || ready.Count == 0)
        {
            return;
        }

        List<DeliveryGroup> groups = [];
        List<StreamedList> streams = [];
        foreach (var item in ready)
        {
            Integrate(item.Writer!.TakeWork(), null, groups, streams);
        }

        _payload.Add(list, ready);
        ready.ForEach(LetGo);
        Announce(groups, streams, _payload.Pend);
        if (list.CanRead)
        {
            LookAfter(list);
        }

        groups.ForEach(Start);
        streams.ForEach(LookAfter);
    }

    private void FinishEnded(List<StreamedList> round)
    {
        foreach (var list in round)
        {
            if (list.Id is null)
            {
                continue;
            }

            if (list.Failed is { } failed)
            {
                Finish(list, WhyFailed(failed));
            }
            else if (list.IsFinished)
            {
                Finish(list, list.Failure is { } failure
                    ? [.. _state.Presenter.Present(failure, list.Field.Locations, PathStep.ToPath(list.Path))]
                    : null);
            }
        }
    }

    private void Drop(StreamedList list)
    {
        list.Close();
        _streams.Remove(list);
        _state.OpenParts--;
    }

    private void Finish(StreamedList list, IReadOnlyList<IError>? errors)
    {
        Complete(list, errors);
        foreach (var item in list.Undelivered)
        {
            Drop(item.Writer!.TakeWork());
        }

        list.Close();
        _streams.Remove(list);
    }
}
