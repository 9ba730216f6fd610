namespace Exams.Domain.Bulk;

/// <summary>How much one request may bring.</summary>
public static class BulkLimits
{
    /// <summary>The most rows of one request.</summary>
    public const int MostRows = 10_000;

    /// <summary>How often rows are decided anew when something they depend on changed at the same moment.</summary>
    public const int MostTries = 5;
}
