namespace Exams.GraphQL.Execution.Completion;

/// <summary>A value with a nullable position, in which something that may not be null was still missing when it was written. A null that
/// comes up later stops here and takes the place of the whole stretch.</summary>
/// <param name="slots">The writer's slots.</param>
/// <param name="around">The slot in whose segment it lies; negative for none.</param>
/// <param name="start">Where it starts in the buffer.</param>
/// <param name="firstSlot">The first slot that may lie in it.</param>
/// <param name="outer">The next one outwards; null for the whole response or part.</param>
internal sealed class Boundary(SlotTable slots, int around, int start, int firstSlot, Boundary? outer)
{
    private int _endSlot = int.MaxValue;

    /// <summary>The slot in whose segment it lies; negative for none.</summary>
    public int Around { get; } = around;

    /// <summary>Where it starts in the buffer.</summary>
    public int Start { get; } = start;

    /// <summary>Where it ends; known as soon as the value was written.</summary>
    public int End { get; private set; }

    /// <summary>The next one outwards; null for the whole response or part.</summary>
    public Boundary? Outer { get; } = outer;

    /// <summary>Whether null has taken its place.</summary>
    public bool IsNull { get; private set; }

    /// <summary>Whether null has taken its place or that of anything around it, so that nobody needs what is inside. To be asked as long
    /// as its writer has not been let go.</summary>
    public bool IsLost
    {
        get
        {
            for (var at = this; at is not null; at = at.Outer)
            {
                if (at.IsNull)
                {
                    return true;
                }
            }

            return slots.IsLost(Around);
        }
    }

    /// <summary>The value was written.</summary>
    /// <param name="end">Where it ends in the buffer.</param>
    public void Close(int end) => (End, _endSlot) = (end, slots.Count);

    /// <summary>Null takes its place.</summary>
    public void BecomeNull()
    {
        IsNull = true;
        slots.Abandon(firstSlot, _endSlot);
    }
}
