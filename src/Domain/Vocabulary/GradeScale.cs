using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>The grades that a qualification can award, best first, and where it has them the bands of the uniform mark.</summary>
/// <remarks>Scales are ordered data. Source: domain 1.8, 1.9; rule 23; example E7.</remarks>
public sealed class GradeScale
{
    private readonly string[] grades;
    private readonly int highestBand;

    // Bands are ten marks wide and the best grade's band reaches up to 100; a scale without bands says so with -1.
    private GradeScale(string code, int highestBand, params string[] grades)
    {
        Code = code;
        this.highestBand = highestBand;
        this.grades = grades;
        Grades = [.. grades.Select(grade => new Grade(grade))];
    }

    /// <summary>IGCSE: A* to G.</summary>
    public static GradeScale Igcse { get; } = new("IGCSE", 90, "A*", "A", "B", "C", "D", "E", "F", "G");

    /// <summary>IGCSE (9-1): 9 to 1; no bands are known.</summary>
    public static GradeScale Igcse91 { get; } = new("IGCSE91", -1, "9", "8", "7", "6", "5", "4", "3", "2", "1");

    /// <summary>O Level: A* to E.</summary>
    public static GradeScale OLevel { get; } = new("OLEVEL", 90, "A*", "A", "B", "C", "D", "E");

    /// <summary>International AS Level: a to e in lower case; there is no a*.</summary>
    public static GradeScale As { get; } = new("AS", 80, "a", "b", "c", "d", "e");

    /// <summary>International A Level: A* to E.</summary>
    public static GradeScale A { get; } = new("A", 90, "A*", "A", "B", "C", "D", "E");

    /// <summary>Pre-U: D1 to P3, without bands.</summary>
    public static GradeScale PreU { get; } = new("PREU", -1, "D1", "D2", "D3", "M1", "M2", "M3", "P1", "P2", "P3");

    /// <summary>Every scale.</summary>
    public static IReadOnlyList<GradeScale> Every { get; } = [Igcse, Igcse91, OLevel, As, A, PreU];

    /// <summary>The scale's code: <c>IGCSE</c>, <c>IGCSE91</c>, <c>OLEVEL</c>, <c>AS</c>, <c>A</c> or <c>PREU</c>.</summary>
    public string Code { get; }

    /// <summary>The grades, best first.</summary>
    public IReadOnlyList<Grade> Grades { get; }

    /// <summary>Whether uniform marks are issued on this scale.</summary>
    public bool HasBands => highestBand >= 0;

    /// <summary>Finds a scale.</summary>
    /// <param name="code">The scale's code, in capitals.</param>
    /// <param name="scale">The scale.</param>
    /// <returns>Whether there is such a scale.</returns>
    public static bool TryParse(string? code, [NotNullWhen(true)] out GradeScale? scale)
    {
        scale = Every.FirstOrDefault(one => one.Code == code);
        return scale is not null;
    }

    /// <summary>Finds a grade on this scale.</summary>
    /// <param name="text">The grade as printed; case counts.</param>
    /// <param name="grade">The grade.</param>
    /// <returns>Whether the scale has it.</returns>
    public bool TryGrade([NotNullWhen(true)] string? text, out Grade grade)
    {
        var place = Array.IndexOf(grades, text);
        grade = place >= 0 ? Grades[place] : default;
        return place >= 0;
    }

    /// <summary>Where a grade stands: 0 is the best.</summary>
    /// <param name="grade">A grade.</param>
    /// <returns>The place from the top; -1 when the scale does not have it.</returns>
    public int Rank(Grade grade) => Array.IndexOf(grades, grade.ToString());

    /// <summary>Whether a uniform mark lies in the band of a grade.</summary>
    /// <param name="grade">A grade of this scale.</param>
    /// <param name="pum">The uniform mark.</param>
    /// <returns>False also where the scale has no bands or not this grade.</returns>
    public bool Agree(Grade grade, Pum pum)
    {
        var rank = Rank(grade);
        var from = highestBand - (rank * 10);
        return HasBands && rank >= 0 && pum.Value >= from && pum.Value <= (rank == 0 ? 100 : from + 9);
    }

    /// <summary>The scale's code.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Code;
}
