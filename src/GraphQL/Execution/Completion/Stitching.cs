using System.Runtime.CompilerServices;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Completion;

/// <summary>Puts segments together in response order.</summary>
internal static class Stitching
{
    /// <summary>Copies a segment with everything that belongs into it.</summary>
    /// <param name="segment">The segment; every slot in it has its value.</param>
    /// <param name="written">The buffer with all segments.</param>
    /// <param name="into">Where to.</param>
    public static void Copy(Segment segment, ReadOnlySpan<byte> written, JsonBuffer into)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var from = segment.Start;
        foreach (var slot in segment.Slots ?? [])
        {
            if (slot.Position < from)
            {
                continue;
            }

            if (OutermostNull(slot.Outer, segment) is { } lost)
            {
                into.WriteRaw(written[from..lost.Start]);
                into.WriteNull();
                from = lost.End;
                continue;
            }

            into.WriteRaw(written[from..slot.Position]);
            Copy(slot, written, into);
            from = slot.Position;
        }

        into.WriteRaw(written[from..segment.End]);
    }

    private static Boundary? OutermostNull(Boundary? at, Segment segment)
    {
        Boundary? found = null;
        for (; at is not null && ReferenceEquals(at.Segment, segment); at = at.Outer)
        {
            found = at.IsNull ? at : found;
        }

        return found;
    }
}
