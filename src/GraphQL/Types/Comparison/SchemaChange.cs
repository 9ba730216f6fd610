namespace Exams.GraphQL.Types.Comparison;

/// <summary>What a change of the schema does to clients that exist already.</summary>
public enum ChangeSeverity
{
    /// <summary>Nothing: documents stay valid and mean the same.</summary>
    Safe,

    /// <summary>Documents stay valid, but a client may meet what it did not expect, e.g. a new enum value.</summary>
    Dangerous,

    /// <summary>Documents that were valid are so no longer, or answers change shape.</summary>
    Breaking,
}

/// <summary>One difference between two schemas.</summary>
/// <param name="Severity">What it does to clients.</param>
/// <param name="Kind">Which difference, e.g. <c>FIELD_REMOVED</c>; breaking and dangerous kinds have graphql-js's names.</param>
/// <param name="Coordinate">The member, as a schema coordinate (specification, "Schema Coordinates"), e.g. <c>Query.entry(id:)</c>.</param>
/// <param name="Description">A sentence for a changelog, in graphql-js's words where it has any.</param>
public sealed record SchemaChange(ChangeSeverity Severity, string Kind, string Coordinate, string Description);
