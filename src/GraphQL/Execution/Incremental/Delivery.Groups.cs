namespace Exams.GraphQL.Execution.Incremental;

/// <content>Deferred fragments: announced when the one around them is delivered, complete when all their fields are written.</content>
internal sealed partial class Delivery
{
    /// <summary>Takes over what a part has left for later.</summary>
    /// <param name="work">The work; null for none.</param>
    /// <param name="part">The fields that left it; null for the beginning of a response and for items.</param>
    /// <param name="groups">Gets the fragments to be announced at once.</param>
    /// <param name="streams">Gets the lists to be announced at once.</param>
    private void Integrate(IncrementalWork? work, DeferredPart? part, List<DeliveryGroup> groups, List<StreamedList> streams)
    {
        if (work is null)
        {
            return;
        }

        var outermost = new List<DeliveryGroup>();
        var visited = new HashSet<DeliveryGroup>();
        var ofWork = work.Groups.ToHashSet();
        foreach (var group in work.Groups)
        {
            Open(group, ofWork, visited, part, outermost);
        }

        foreach (var later in work.Parts)
        {
            Wait(later);
        }

        _streams.UnionWith(work.Streams);
        (part?.Streams ?? streams).AddRange(work.Streams);
        WithoutEmpty(outermost, groups);
    }

    // A fragment is opened after the one around it.
    private void Open(
        DeliveryGroup innermost, HashSet<DeliveryGroup> ofWork, HashSet<DeliveryGroup> visited, DeferredPart? part, List<DeliveryGroup> outermost)
    {
        var chain = new Stack<DeliveryGroup>();
        for (var at = innermost; at is not null && ofWork.Contains(at) && visited.Add(at); at = at.Parent)
        {
            chain.Push(at);
        }

        while (chain.TryPop(out var group))
        {
            if (group.Parent is { IsOpen: false })
            {
                _state.OpenParts--;
                continue;
            }

            group.IsOpen = true;
            if (group.Parent is { } parent)
            {
                parent.Children.Add(group);
            }
            else if (part is null)
            {
                outermost.Add(group);
            }
        }
    }

    private void Wait(DeferredPart part)
    {
        foreach (var group in part.Groups)
        {
            if (group.IsOpen)
            {
                part.Waiting.Add(group);
                group.Parts.Add(part);
                group.Left++;
                group.Unwritten++;
                if (group.IsAnnounced)
                {
                    Start(part);
                }
            }
        }

        if (part.Waiting.Count == 0)
        {
            Remove(part);
        }
    }

    // A fragment all of whose fields come with others is never heard of; those inside it take its place.
    private void WithoutEmpty(List<DeliveryGroup> candidates, List<DeliveryGroup> groups)
    {
        var open = new Stack<DeliveryGroup>(Enumerable.Reverse(candidates));
        while (open.TryPop(out var group))
        {
            if (group.Left > 0)
            {
                groups.Add(group);
                continue;
            }

            group.IsOpen = false;
            _state.OpenParts--;
            for (var i = group.Children.Count - 1; i >= 0; i--)
            {
                open.Push(group.Children[i]);
            }
        }
    }

    private void Start(DeliveryGroup group)
    {
        group.IsAnnounced = true;
        for (var i = 0; i < group.Parts.Count; i++)
        {
            Start(group.Parts[i]);
        }
    }

    private void Start(DeferredPart part)
    {
        if (part.IsGone)
        {
            return;
        }

        if (part.Writer is null)
        {
            part.Writer = Writer();
            part.Writer.WritePart(part);
            if (part.Writer.IsOver)
            {
                Note(part);
            }
        }
        else if (part.HasFailed)
        {
            // It failed before this fragment was announced; now the fragment fails, too.
            _over.Enqueue(part);
        }
    }

    private void Deliver(DeferredPart part)
    {
        if (part.IsGone)
        {
            return;
        }

        Integrate(part.Writer!.TakeWork(), part, [], []);
        List<DeliveryGroup> groups = [];
        List<StreamedList> streams = [];
        foreach (var group in part.Waiting)
        {
            if (group.IsOpen)
            {
                group.Unwritten--;
                FinishIfWritten(group, groups, streams);
            }
        }

        // The lists grow while they are walked through: what is announced may be complete already and bring further ones.
        for (var i = 0; i < groups.Count; i++)
        {
            Start(groups[i]);
            FinishIfWritten(groups[i], groups, streams);
        }

        streams.ForEach(LookAfter);
    }

    private void FinishIfWritten(DeliveryGroup group, List<DeliveryGroup> groups, List<StreamedList> streams)
    {
        if (!group.IsAnnounced || !group.IsOpen || group.Unwritten > 0)
        {
            return;
        }

        group.IsOpen = false;
        List<StreamedList> newStreams = [];
        foreach (var part in group.Parts)
        {
            if (!part.IsGone)
            {
                _payload.Add(part, Nearest(part, group));
                newStreams.AddRange(part.Streams);
                Remove(part);
            }
        }

        List<DeliveryGroup> newGroups = [];
        WithoutEmpty(group.Children, newGroups);
        Complete(group);
        Announce(newGroups, newStreams, _payload.Pend);
        groups.AddRange(newGroups);
        streams.AddRange(newStreams);
    }

    // The nearest of the fragments that were announced: the path below it is the shortest to write.
    private static DeliveryGroup Nearest(DeferredPart part, DeliveryGroup group)
    {
        var nearest = group;
        foreach (var other in part.Groups)
        {
            if (other.Id is not null && other.Path.Length > nearest.Path.Length)
            {
                nearest = other;
            }
        }

        return nearest;
    }

    private void Fail(DeferredPart part)
    {
        if (part.IsGone)
        {
            return;
        }

        Drop(part.Writer!.TakeWork());
        foreach (var group in part.Waiting.ToList())
        {
            if (group is { IsOpen: true, IsAnnounced: true })
            {
                Complete(group, WhyFailed(part));
                Drop(group);
            }
        }
    }

    private void Drop(DeliveryGroup first)
    {
        var open = new Stack<DeliveryGroup>();
        open.Push(first);
        while (open.TryPop(out var group))
        {
            // What is inside an open fragment is open: it is announced, delivered and emptied only after the one around it.
            group.IsOpen = false;
            if (group != first)
            {
                _state.OpenParts--;
            }

            foreach (var part in group.Parts)
            {
                if (!part.IsGone && !part.Waiting.Exists(g => g.IsOpen))
                {
                    part.Streams.ForEach(Drop);
                    Drop(part.Writer?.TakeWork());
                    Remove(part);
                }
            }

            group.Children.ForEach(open.Push);
        }
    }

    // What a part that nobody gets had left for later.
    private void Drop(IncrementalWork? work)
    {
        if (work is not null)
        {
            _state.OpenParts -= work.Groups.Count + work.Parts.Count;
            work.Streams.ForEach(Drop);
        }
    }

    private void Remove(DeferredPart part)
    {
        part.IsGone = true;
        part.Waiting.ForEach(group => group.Left--);
        _state.OpenParts--;
        LetGo(part);
    }

    // The error that came up last is the one that nothing could hold; the others lie in what is not sent.
    private static List<IError> WhyFailed(Part part)
    {
        if (part.Writer!.PartErrors is not { Count: > 0 } errors)
        {
            return [new GraphQLError("Too many errors.")];
        }

        var last = errors[^1].Path ?? [];
        return [.. errors.Where(e => (e.Path ?? []).SequenceEqual(last))];
    }
}
