using Exams.GraphQL.Execution.Plans;

namespace Exams.GraphQL.Execution.Completion;

/// <content>Where the writer is: response position, and what a null that comes up falls on.</content>
internal sealed partial class ResponseWriter
{
    private PathStep[] _path = new PathStep[16];
    private int _depth;
    private Frame[] _frames = new Frame[16];
    private int _openFrames;
    private readonly SlotTable _slots = new();
    private int _start;
    private int _firstSlot;
    private int _around = -1;
    private Boundary? _outer;

    /// <summary>The response position as errors give it.</summary>
    public object[] CurrentPath() => PathStep.ToPath(_path.AsSpan(0, _depth));

    /// <summary>Goes down to an item.</summary>
    public void Enter(int index) => Enter(new PathStep(null, index));

    /// <summary>Goes up again.</summary>
    public void Leave() => _depth--;

    /// <summary>A nullable composite value starts here.</summary>
    public void OpenBoundary()
    {
        if (_openFrames == _frames.Length)
        {
            Array.Resize(ref _frames, _frames.Length * 2);
        }

        _frames[_openFrames++] = new Frame(Json.Length, _slots.Count);
    }

    /// <summary>The nullable composite value ends here; when null came up from inside, it becomes null.</summary>
    /// <param name="written">Whether it was written whole.</param>
    /// <returns>True: a null goes no further.</returns>
    public bool CloseBoundary(bool written)
    {
        ref var frame = ref _frames[--_openFrames];
        if (written)
        {
            frame.Boundary?.Close(Json.Length);
            return true;
        }

        Json.Truncate(frame.Start);
        Json.WriteNull();
        _slots.Cut(frame.Slots);
        frame.Boundary?.BecomeNull();
        return true;
    }

    /// <summary>Long lists notice that nobody waits for them any more.</summary>
    public void Pulse(int index)
    {
        if ((index & 127) == 0)
        {
            State.ThrowIfAborted();
        }
    }

    private void Enter(FieldPlan field) => Enter(new PathStep(field, 0));

    private void Enter(PathStep step)
    {
        if (_depth == _path.Length)
        {
            Array.Resize(ref _path, _path.Length * 2);
        }

        _path[_depth++] = step;
    }

    private void Stand(ReadOnlySpan<PathStep> path)
    {
        _depth = 0;
        foreach (var step in path)
        {
            Enter(step);
        }
    }

    private void BeginSegment(int around = -1) => (_around, _start, _firstSlot) = (around, Json.Length, _slots.Count);

    private Segment EndSegment() => new(_start, Json.Length, _firstSlot, _slots.Count);

    // Boundaries become objects only when something below them is still missing that may not be null.
    private Boundary Nearest(int frames)
    {
        if (frames == 0)
        {
            return _outer ??= new Boundary(_slots, _around, _start, _firstSlot, null);
        }

        ref var frame = ref _frames[frames - 1];
        if (frame.Boundary is null)
        {
            var outer = Nearest(frames - 1);
            frame.Boundary = new Boundary(_slots, _around, frame.Start, frame.Slots, outer);
        }

        return frame.Boundary;
    }

    private record struct Frame(int Start, int Slots)
    {
        public Boundary? Boundary { get; set; }
    }
}
