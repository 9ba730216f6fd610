using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Execution.Completion;

/// <content>From beginning to end.</content>
internal sealed partial class ResponseWriter
{
    private static ReadOnlySpan<byte> Head => "{\"data\":"u8;

    private readonly List<Segment> _root = [];

    /// <summary>Runs an operation and gives its response; synchronous when nothing has to be awaited.</summary>
    /// <returns>The response.</returns>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public ValueTask<Response> RunAsync()
    {
        Begin();
        if (State.Plan.Operation.Operation == OperationType.Mutation)
        {
            return RunSeriallyAsync();
        }

        var written = WriteRoot();
        _root.Add(EndSegment());
        return _missing == 0 ? new ValueTask<Response>(Finish(written)) : FinishAsync(written);
    }

    /// <summary>Lets go of the request, so that the writer can serve another.</summary>
    /// <returns>Whether it can; a writer that somebody may still hold must not.</returns>
    public bool Reset()
    {
        var reusable = _missing == 0;
        (Json, _errors, _failures, _outer, _around) = (null!, null, 0, null, -1);
        ForgetParts();
        (_depth, _openFrames, _missing, _lists) = (0, 0, 0, 0);
        _calls.Forget();
        _borrowed.Forget();
        Array.Clear(_frames);
        _root.Clear();
        _isLetGo = !reusable;
        if (reusable)
        {
            _slots.Clear();
        }

        return reusable;
    }

    private void Begin()
    {
        Json = new JsonBuffer(State.Plan.ExpectedBytes);
        Json.WriteRaw(Head);
        BeginSegment();
    }

    private bool WriteRoot()
    {
        var plan = State.Plan.Root;
        if (plan.Fault is { } fault)
        {
            Add(State.Presenter.Present(fault));
            return false;
        }

        var written = WriteObject(plan, State.RootValue);
        if (!written)
        {
            _slots.Cut(0);
        }

        return written;
    }

    private async ValueTask<Response> FinishAsync(bool written)
    {
        await DrainAsync();
        return Finish(written);
    }

    private async ValueTask DrainAsync()
    {
        State.BecomeAsynchronous();
        while (_missing > 0)
        {
            if (State.Arrivals.TryTake() is { } arrival)
            {
                ((IFilling)arrival).Fill(null);
                continue;
            }

            State.ThrowIfAborted();
            if (State.Batches.TryDispatch())
            {
                continue;
            }

            await State.Arrivals.WaitAsync();
        }

        State.ThrowIfAborted();
    }

    // Specification, "Mutation": each root field is done, to the last value below it, before the next one begins.
    private async ValueTask<Response> RunSeriallyAsync()
    {
        var plan = State.Plan.Root;
        if (plan.Fault is { } fault)
        {
            Add(State.Presenter.Present(fault));
            return Finish(false);
        }

        State.Cost?.Add(plan);
        Json.WriteRaw((byte)'{');
        for (var i = 0; i < plan.Fields.Length; i++)
        {
            State.ThrowIfAborted();
            State.ForgetLoaded();
            var written = WriteMember(plan.Fields[i], State.RootValue, isFirst: i == 0);
            if (written && _missing > 0)
            {
                _root.Add(EndSegment());
                await DrainAsync();
                BeginSegment();
            }

            if (!written || _outer is { IsNull: true })
            {
                _slots.Cut(0);
                await DrainAsync();
                return Finish(false);
            }
        }

        Json.WriteRaw((byte)'}');
        _root.Add(EndSegment());
        return Finish(true);
    }

    private Response Finish(bool written)
    {
        State.Plan.ExpectedBytes = Json.Length;
        var whole = written && _outer is not { IsNull: true };
        Delivery = _work is null ? null : Deliver(whole);
        if (Delivery is null)
        {
            State.Cost?.Settle();
        }

        var isExtended = State.Cost is { IsReported: true } || State.Extensions is not null;
        if (_errors is null && !isExtended && whole && _slots.Count == 0 && Delivery is null)
        {
            Json.WriteRaw((byte)'}');
            return new Response(ResponseKind.Executed, Json);
        }

        var json = new JsonBuffer(Json.Length + 256);
        json.WriteRaw((byte)'{');
        if (_errors is not null)
        {
            ErrorWriter.WriteMember(_errors, json);
            json.WriteRaw((byte)',');
        }

        json.WriteRaw(Head[1..]);
        if (whole)
        {
            foreach (var segment in _root)
            {
                Stitching.Copy(segment, -1, _slots, Json.Written.Span, json);
            }
        }
        else
        {
            json.WriteNull();
        }

        Delivery?.Announce(json);
        if (isExtended)
        {
            WriteExtensions(json);
        }

        json.WriteRaw((byte)'}');
        Json.Dispose();
        return new Response(ResponseKind.Executed, json) { HasErrors = _errors is not null, ErrorCount = _errors?.Count ?? 0 };
    }

    private void WriteExtensions(JsonBuffer json)
    {
        json.WriteRaw(",\"extensions\":{"u8);
        var isFirst = true;
        if (State.Cost is { IsReported: true } cost)
        {
            cost.Write(json);
            isFirst = false;
        }

        foreach (var (name, value) in State.Extensions ?? [])
        {
            if (!isFirst)
            {
                json.WriteRaw((byte)',');
            }

            json.WriteString(name);
            json.WriteRaw((byte)':');
            PlainValue.Write(value, json);
            isFirst = false;
        }

        json.WriteRaw((byte)'}');
    }
}
