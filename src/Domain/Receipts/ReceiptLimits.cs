namespace Exams.Domain.Receipts;

/// <summary>How much is kept of one caller's requests. Whoever sends thousands of rows in each request comes nowhere near.</summary>
/// <param name="Most">How many receipts of a day.</param>
/// <param name="MostBytes">How many bytes their sealed answers may have together; the last one may go beyond.</param>
public sealed record ReceiptLimits(int Most = 10_000, long MostBytes = 67_108_864)
{
    /// <summary>The time in which they are counted: what is promised to be kept.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(1);
}
