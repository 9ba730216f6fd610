namespace Exams.Domain.Files;

/// <summary>How much one caller may order.</summary>
/// <param name="AtOnce">How many exports may be under way at a time.</param>
/// <param name="Kept">How many may be kept, those that are ready included.</param>
public sealed record ExportLimits(int AtOnce = 5, int Kept = 200)
{
    /// <summary>How many centres can be named.</summary>
    public const int MostCentres = 1_000;
}
