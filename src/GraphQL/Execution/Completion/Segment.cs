namespace Exams.GraphQL.Execution.Completion;

/// <summary>A stretch of the buffer that was written in one go, with places where values are still missing.</summary>
/// <param name="Start">Where it starts in the buffer.</param>
/// <param name="End">Where it ends.</param>
/// <param name="FirstSlot">The first of the slots in it; the others follow.</param>
/// <param name="EndSlot">The one behind the last.</param>
internal readonly record struct Segment(int Start, int End, int FirstSlot, int EndSlot)
{
    /// <summary>Whether a slot was left in it.</summary>
    public bool HasSlots => EndSlot > FirstSlot;
}
