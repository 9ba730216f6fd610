using Exams.GraphQL.Execution.Incremental;
using Exams.GraphQL.Execution.Plans;

namespace Exams.GraphQL.Execution.Completion;

/// <summary>The place of a value that comes later; once it has come, the segment that holds it. Lies in a <see cref="SlotTable"/>.</summary>
internal struct Slot
{
    /// <summary>The field whose value it is.</summary>
    public FieldPlan Field { get; set; }

    /// <summary>Deferred fragments around it.</summary>
    public GroupScope? Scope { get; set; }

    /// <summary>What a null from here falls on; null where the position itself may be null, and for what was cut away.</summary>
    public Boundary? Outer { get; set; }

    /// <summary>The slot in whose segment it lies; negative for one that lies in none.</summary>
    public int Around { get; set; }

    /// <summary>Its place in the enclosing segment: an index of the buffer.</summary>
    public int Position { get; set; }

    /// <summary>Where its response position starts in the table's steps.</summary>
    public int FirstStep { get; set; }

    /// <summary>How many steps its response position has.</summary>
    public int Steps { get; set; }

    /// <summary>What was written into it.</summary>
    public Segment Segment { get; set; }

    /// <summary>Whether it was written without any error, so that the same value would be written the same way.</summary>
    public bool IsSound { get; set; }

    /// <summary>Whether null has taken the place of something around it.</summary>
    public bool IsAbandoned { get; set; }

    /// <summary>The next place that gets the value of the same promise.</summary>
    public Place Next { get; set; }
}

/// <summary>A slot and who fills it.</summary>
/// <param name="Writer">The writer; null for no place at all.</param>
/// <param name="Slot">The slot's number in the writer's table.</param>
internal readonly record struct Place(ResponseWriter? Writer, int Slot);
