namespace Exams.GraphQL.Execution.Completion;

/// <summary>A stretch of the buffer that was written in one go, with places where values are still missing.</summary>
internal class Segment
{
    /// <summary>Where it starts in the buffer.</summary>
    public int Start { get; set; }

    /// <summary>Where it ends.</summary>
    public int End { get; set; }

    /// <summary>Values that came later, in the order of their places; null for none.</summary>
    public List<Slot>? Slots { get; set; }

    /// <summary>How many values came later.</summary>
    public int SlotCount => Slots?.Count ?? 0;
}

/// <summary>A value with a nullable position, of which something inside was still missing when it was written. A null that
/// comes up later stops here and takes the place of the whole stretch.</summary>
/// <param name="segment">The segment it lies in.</param>
/// <param name="start">Where it starts in the buffer.</param>
/// <param name="outer">The next one outwards; null for the whole response.</param>
internal sealed class Boundary(Segment segment, int start, Boundary? outer)
{
    /// <summary>The segment it lies in.</summary>
    public Segment Segment { get; } = segment;

    /// <summary>Where it starts in the buffer.</summary>
    public int Start { get; } = start;

    /// <summary>Where it ends; known as soon as the value was written.</summary>
    public int End { get; set; }

    /// <summary>The next one outwards; null for the whole response.</summary>
    public Boundary? Outer { get; } = outer;

    /// <summary>Whether null has taken its place.</summary>
    public bool IsNull { get; set; }

    /// <summary>Whether null has taken its place or that of anything around it, so that nobody needs what is inside.</summary>
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

            return false;
        }
    }
}
