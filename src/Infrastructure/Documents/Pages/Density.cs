using Exams.Infrastructure.Documents.Pango;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>How closely the lower part of a sheet is set. A sheet is one page, so many release lines are set closer.</summary>
/// <param name="Body">Size of running text, points.</param>
/// <param name="Note">Size of what stands below a bold line, points.</param>
/// <param name="Leading">From baseline to baseline, points.</param>
/// <param name="Gap">From the end of a section to the next heading's baseline, points.</param>
/// <param name="Padding">Above and below a row, points.</param>
internal sealed record Density(double Body, double Note, double Leading, double Gap, double Padding)
{
    /// <summary>From roomy to close.</summary>
    public static IReadOnlyList<Density> Steps { get; } =
    [
        new(11, 9, 15.5, 32, 7),
        new(10.5, 8.5, 14.5, 27, 5.5),
        new(10, 8.5, 13.5, 24, 4),
        new(9.5, 8, 12.5, 21, 2.5),
        new(8.5, 7.5, 11, 18, 2),
        new(7.5, 7, 9.5, 15, 1),
    ];

    /// <summary>Running text.</summary>
    public TextStyle Regular => new(Face.Regular, Body);

    /// <summary>What must be found at a glance.</summary>
    public TextStyle Bold => new(Face.Bold, Body);

    /// <summary>What stands below a bold line.</summary>
    public TextStyle Small => new(Face.Regular, Note);

    /// <summary>Headings.</summary>
    public TextStyle Heading => new(Face.Bold, Body + 1.5);

    /// <summary>From a heading's baseline to the first baseline below it.</summary>
    public double BelowHeading => Leading + 3;

    /// <summary>How far letters reach below their baseline.</summary>
    public double Descent => Body * 0.3;
}
