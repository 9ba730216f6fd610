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
        // Beforehand, because the resolver may go on elsewhere before it has even returned here.
        var path = _path.AsSpan(0, _depth).ToArray();
        context.Suspend(path);
        var branch = _calls.Enter(State.Batches);
        branch.BeginCall();
        var value = verdict is { } open ? AfterAsync(open, field, context) : Call(field, context);
        var asked = branch.EndCall();
        if (!value.IsCompleted && asked is not null && value == asked.Value)
        {
            var promised = new Slot(this, field, Json.Length, path, null, Nearest(_openFrames), _scope);
            if (promised.TryAwait(asked, State.Arrivals))
            {
                LeaveUnlessInList();
                Add(promised);
                return true;
            }
        }

        if (value.IsCompleted)
        {
            LeaveUnlessInList();
            return Complete(field, value);
        }

        asked?.WaitedForBy(branch);
        _calls.GiveAway();
        var slot = new Slot(this, field, Json.Length, path, branch, Nearest(_openFrames), _scope);
        Add(slot);
        slot.Await(value, State.Arrivals);
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

    private void Add(Slot slot)
    {
        (_segment.Slots ??= []).Add(slot);
        _missing++;
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
    /// <param name="slot">The place; one of this writer's.</param>
    public void Fill(Slot slot)
    {
        _missing--;
        object? value = null;
        Exception? failed = null;
        try
        {
            value = slot.TakeValue();
        }
        catch (Exception thrown)
        {
            failed = thrown;
        }

        if (slot.IsAbandoned || slot.Outer.IsLost)
        {
            return;
        }

        var (segment, outer, depth) = (_segment, _outer, _depth);
        (_segment, _outer, _depth, _scope) = (slot, slot.Outer, 0, slot.Scope);
        foreach (var step in slot.Path)
        {
            Enter(step);
        }

        slot.Start = Json.Length;
        var written = failed is null ? slot.Field.Value.Complete(this, slot.Field, value) : FailAt(slot.Field, failed, slot.Field.IsNonNull);
        if (!written)
        {
            Json.Truncate(slot.Start);
            Abandon(0);
            slot.Outer.IsNull = true;
        }

        slot.End = Json.Length;
        (_segment, _outer, _depth, _scope) = (segment, outer, depth, null);
    }
}
