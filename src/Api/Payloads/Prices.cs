namespace Exams.Api.Payloads;

/// <summary>What fields cost where the rule does not fit.</summary>
internal static class Prices
{
    /// <summary>A field that is fetched together with those of its kind, in one statement for a whole list: by rule each would cost as much as a statement.</summary>
    public const double OfBatch = 2;
}
