using Exams.GraphQL.Execution.Incremental;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Completion;

/// <content>What comes later on purpose: deferred fragments and streamed lists (incremental delivery).</content>
internal sealed partial class ResponseWriter
{
    private const int PartBytes = 256;
    private IncrementalWork? _work;
    private GroupScope? _scope;
    private bool _hasFailed;

    /// <summary>The part that it writes; null for the beginning of a response.</summary>
    public Part? Part { get; private set; }

    /// <summary>What follows the beginning of a response; null when nothing does.</summary>
    public Delivery? Delivery { get; private set; }

    /// <summary>Whether a null came up that the part cannot hold.</summary>
    public bool HasFailed => _hasFailed || _outer is { IsNull: true };

    /// <summary>Whether nothing of the part is missing.</summary>
    public bool IsOver => _missing == 0 || HasFailed;

    /// <summary>What went wrong in the part; null when nothing did.</summary>
    public IReadOnlyList<IError>? PartErrors => _errors;

    /// <summary>Writes fields that were put off.</summary>
    /// <param name="part">The fields.</param>
    public void WritePart(DeferredPart part)
    {
        BeginPart(part, part.Scope);
        EndPart(WriteFields(part.Fields, part.Source));
    }

    /// <summary>Writes an item of a streamed list.</summary>
    /// <param name="item">Its place.</param>
    /// <param name="value">The item.</param>
    public void WriteItem(StreamItem item, object? value)
    {
        BeginPart(item, null);
        EndPart(item.List.Item.Complete(this, item.List.Field, value));
    }

    /// <summary>Copies the part as it has become.</summary>
    /// <param name="into">Where to.</param>
    public void CopyPart(JsonBuffer into) => Stitching.Copy(_root[0], -1, _slots, Json.Written.Span, into);

    /// <summary>What the part leaves for later, without what lies in objects and lists that have become null.</summary>
    /// <returns>The work; null for none.</returns>
    public IncrementalWork? TakeWork()
    {
        var work = _work;
        _work = null;
        if (work is null)
        {
            return null;
        }

        State.OpenParts -= work.Parts.RemoveAll(p => p.Outer.IsLost);
        State.OpenParts -= work.Streams.RemoveAll(s =>
        {
            if (s.Outer.IsLost)
            {
                s.Close();
            }

            return s.Outer.IsLost;
        });
        return work;
    }

    /// <summary>Leaves the rest of a list for later, if there is room for more that is to come.</summary>
    /// <returns>Whether it may be left.</returns>
    public bool TryOpenStream() => State.TryOpenParts(1);

    /// <summary>Leaves the rest of a list for later.</summary>
    /// <param name="field">The field; the writer stands at it.</param>
    /// <param name="stream">How the list comes.</param>
    /// <param name="items">Where items come from.</param>
    /// <param name="next">The index of the next item.</param>
    public void OpenStream(FieldPlan field, StreamPlan stream, object items, int next) => (_work ??= new IncrementalWork()).Streams.Add(
        new StreamedList(_path.AsSpan(0, _depth).ToArray(), stream, field, Nearest(_openFrames), items, next));

    private bool WriteDeferring(ObjectPlan plan, object? source)
    {
        var deferral = plan.Deferral!;
        if (!State.TryOpenParts(deferral.Count))
        {
            return WriteFields(plan.Whole, source);
        }

        var around = _scope;
        var path = _path.AsSpan(0, _depth).ToArray();
        var groups = new DeliveryGroup[deferral.Usages.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            var usage = deferral.Usages[i];
            groups[i] = new DeliveryGroup(path, usage.Label, usage.Parent is { } parent ? GroupScope.Find(_scope, parent) : null);
            _scope = new GroupScope(usage, groups[i], _scope);
        }

        var written = WriteFields(plan, source);
        if (written)
        {
            var work = _work ??= new IncrementalWork();
            work.Groups.AddRange(groups);
            foreach (var later in deferral.Parts)
            {
                var wanted = Array.ConvertAll(later.Usages, usage => GroupScope.Find(_scope, usage));
                work.Parts.Add(new DeferredPart(path, Nearest(_openFrames), later.Plan, source, wanted, _scope));
            }
        }
        else
        {
            State.OpenParts -= deferral.Count;
        }

        _scope = around;
        return written;
    }

    private Delivery? Deliver(bool whole)
    {
        var work = TakeWork();
        if (work is null || (whole && work.Parts.Count == 0 && work.Streams.Count == 0))
        {
            return null;
        }

        if (whole)
        {
            return new Delivery(State, work);
        }

        work.Streams.ForEach(s => s.Close());
        return null;
    }

    private void BeginPart(Part part, GroupScope? scope)
    {
        Json = new JsonBuffer(PartBytes);
        (Part, part.Writer, _scope) = (part, this, scope);
        _hasFailed = false;
        BeginSegment();
        Stand(part.Path);
    }

    private void EndPart(bool written)
    {
        if (!written)
        {
            _slots.Cut(0);
        }

        _root.Add(EndSegment());
        (_hasFailed, _scope) = (!written, null);
    }

    private void ForgetParts() => (_work, _scope, Part, Delivery, _hasFailed) = (null, null, null, null, false);
}
