using System.Runtime.CompilerServices;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Completion;

/// <summary>Puts segments together in response order.</summary>
internal static class Stitching
{
    /// <summary>Copies a segment with everything that belongs into it.</summary>
    /// <param name="segment">The segment; every slot in it has its value.</param>
    /// <param name="around">The slot whose segment it is; negative for none.</param>
    /// <param name="slots">All slots.</param>
    /// <param name="written">The buffer with all segments.</param>
    /// <param name="into">Where to.</param>
    public static void Copy(Segment segment, int around, SlotTable slots, ReadOnlySpan<byte> written, JsonBuffer into)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var from = segment.Start;
        for (var number = segment.FirstSlot; number < segment.EndSlot; number++)
        {
            ref var slot = ref slots[number];
            if (slot.Position < from)
            {
                continue;
            }

            if (OutermostNull(slot.Outer, around) is { } lost)
            {
                into.WriteRaw(written[from..lost.Start]);
                into.WriteNull();
                from = lost.End;
                continue;
            }

            // It was cut away, or what takes null in its place comes with a slot behind it.
            if (slot.IsAbandoned)
            {
                continue;
            }

            into.WriteRaw(written[from..slot.Position]);
            from = slot.Position;
            if (slot.Segment.HasSlots)
            {
                Copy(slot.Segment, number, slots, written, into);
            }
            else
            {
                into.WriteRaw(written[slot.Segment.Start..slot.Segment.End]);
            }
        }

        into.WriteRaw(written[from..segment.End]);
    }

    private static Boundary? OutermostNull(Boundary? at, int around)
    {
        Boundary? found = null;
        for (; at is not null && at.Around == around; at = at.Outer)
        {
            found = at.IsNull ? at : found;
        }

        return found;
    }
}
