using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Resolution;

namespace Exams.GraphQL.Execution.Completion;

/// <content>What must be awaited.</content>
internal sealed partial class ResponseWriter
{
    private readonly CallBranch _calls = new();
    private int _lists;
    private int _missing;
    private bool _isLetGo;

    private bool WriteTask(FieldPlan field, object? source)
    {
        var arguments = State.Arguments(field);
        if (arguments.Fault is { } fault)
        {
            return FailAt(field, fault, field.IsNonNull);
        }

        var context = field.KeepsContext ? new ResolverContext(this) : _borrowed;
        context.Begin(field, source, arguments.Values);
        return WriteWhenThere(field, context, null);
    }

    private static ValueTask<object?> Call(FieldPlan field, ResolverContext context)
    {
        try
        {
            return field.Kind switch
            {
                FieldKind.Task => field.CallAsync!(context),
                FieldKind.Method => new ValueTask<object?>(field.Call!(context)),
                _ => new ValueTask<object?>(field.Read!(context.Source!)),
            };
        }
        catch (Exception failed)
        {
            return ValueTask.FromException<object?>(failed);
        }
    }

    private bool WriteGuarded(FieldPlan field, object? source)
    {
        var verdict = Gate.CheckAsync(field);
        if (verdict.IsCompletedSuccessfully)
        {
            return verdict.Result is { } refusal ? FailAt(field, refusal, field.IsNonNull) : WriteField(field, source);
        }

        var arguments = State.Arguments(field);
        if (arguments.Fault is { } fault)
        {
            return FailAt(field, fault, field.IsNonNull);
        }

        var context = new ResolverContext(this);
        context.Begin(field, source, arguments.Values);
        return WriteWhenThere(field, context, verdict);
    }

    private static async ValueTask<object?> AfterAsync(ValueTask<GraphQLException?> verdict, FieldPlan field, ResolverContext context) =>
        await verdict is { } refusal ? throw refusal : await Call(field, context);

    private bool WriteWhenThere(FieldPlan field, ResolverContext context, ValueTask<GraphQLException?>? verdict)
    {
        if (!ReferenceEquals(context, _borrowed))
        {
            // Beforehand, because the resolver may go on elsewhere before it has even returned here.
            context.Suspend(_path.AsSpan(0, _depth).ToArray());
        }

        var branch = _calls.Enter(State.Batches);
        branch.BeginCall();
        var value = verdict is { } open ? AfterAsync(open, field, context) : Call(field, context);
        var asked = branch.EndCall();
        if (value.IsCompleted)
        {
            LeaveUnlessInList();
            return Complete(field, value);
        }

        if (asked is not null && ReferenceEquals(asked.Batches, State.Batches) && value == asked.Value)
        {
            LeaveUnlessInList();
            asked.Add(LeaveOpen(field));
            return true;
        }

        asked?.WaitedForBy(branch);
        _calls.GiveAway();
        new Awaited(LeaveOpen(field), branch).Await(value, State.Arrivals);
        return true;
    }

    /// <summary>A list begins, whose items may call one resolver after another.</summary>
    public void EnterList() => _lists++;

    /// <summary>The list ends, however that came.</summary>
    public void LeaveList()
    {
        _lists--;
        LeaveUnlessInList();
    }

    private void LeaveUnlessInList()
    {
        if (_lists == 0)
        {
            _calls.Leave();
        }
    }

    private Place LeaveOpen(FieldPlan field)
    {
        _missing++;
        ref var slot = ref _slots.Add(_path.AsSpan(0, _depth));
        (slot.Field, slot.Scope, slot.Around, slot.Position) = (field, _scope, _around, Json.Length);
        slot.Outer = field.IsNonNull ? Nearest(_openFrames) : null;
        return new Place(this, _slots.Count - 1);
    }

    private bool Complete(FieldPlan field, ValueTask<object?> value)
    {
        object? result;
        try
        {
            result = value.GetAwaiter().GetResult();
        }
        catch (Exception failed)
        {
            return FailAt(field, failed, field.IsNonNull);
        }

        return field.Value.Complete(this, field, result);
    }

    /// <summary>Back to the place of a value that has come: what is below it is written into a segment of its own.</summary>
    /// <param name="number">The slot.</param>
    /// <param name="value">The value.</param>
    /// <param name="failed">Why there is none; null when there is one.</param>
    public void Fill(int number, object? value, Exception? failed)
    {
        if (_isLetGo)
        {
            return;
        }

        _missing--;
        if (_slots.IsLost(number))
        {
            return;
        }

        var slot = _slots[number];
        var (outer, failures) = (_outer, _failures);
        (_outer, _scope) = (slot.Outer, slot.Scope);
        Stand(_slots.Path(number));
        BeginSegment(number);
        var written = failed is null ? slot.Field.Value.Complete(this, slot.Field, value) : FailAt(slot.Field, failed, slot.Field.IsNonNull);
        if (!written)
        {
            Json.Truncate(_start);
            _slots.Cut(_firstSlot);
            _outer?.BecomeNull();
        }

        ref var filled = ref _slots[number];
        filled.Segment = EndSegment();
        filled.IsSound = failures == _failures;
        (_outer, _scope, _depth, _around) = (outer, null, 0, -1);
    }

    /// <summary>Fills a slot with what an object was written as in another one, where it would be written the same way again.</summary>
    /// <param name="number">The slot.</param>
    /// <param name="filled">The slot that the same object was written into.</param>
    /// <returns>Whether it is filled.</returns>
    public bool TryRepeat(int number, int filled)
    {
        ref var slot = ref _slots[number];
        ref var model = ref _slots[filled];
        if (!model.IsSound || !ReferenceEquals(slot.Field, model.Field) || slot.Field.Value.Plain is not { } plan || _slots.IsLost(number))
        {
            return false;
        }

        _missing--;
        State.Cost?.Add(plan);
        slot.Segment = model.Segment;
        return true;
    }

    /// <summary>The place that gets the same value next.</summary>
    /// <param name="number">The slot.</param>
    public Place Next(int number) => _slots[number].Next;

    /// <summary>Another place gets the same value next.</summary>
    /// <param name="number">The slot.</param>
    /// <param name="next">The place.</param>
    public void Chain(int number, Place next) => _slots[number].Next = next;
}
