using static Exams.GraphQL.Types.Comparison.ChangeSeverity;

namespace Exams.GraphQL.Types.Comparison;

/// <summary>Compares two versions of a schema; the gate between a change of code and a broken client.</summary>
public static class SchemaDiff
{
    /// <summary>All differences, those of types before those of directives, in the older schema's order.</summary>
    /// <param name="older">What clients rely on.</param>
    /// <param name="newer">What they would get.</param>
    /// <returns>The differences; empty when clients cannot tell the schemas apart.</returns>
    public static IReadOnlyList<SchemaChange> Between(Schema older, Schema newer)
    {
        var changes = new List<SchemaChange>();
        var types = new Pairing<NamedType>(older.Types.Values, newer.Types.Values, t => t.Name);
        foreach (var type in types.Removed)
        {
            var removed = Scalars.SpecifiedScalars.ByName(type.Name) is null
                ? $"{type} was removed."
                : $"Standard scalar {type} was removed because it is not referenced anymore.";
            changes.Add(new(Breaking, "TYPE_REMOVED", type.Name, removed));
        }

        foreach (var type in types.Added)
        {
            changes.Add(new(Safe, "TYPE_ADDED", type.Name, $"{type} was added."));
        }

        foreach (var (before, after) in types.Kept)
        {
            TypeDiff.Compare(before, after, changes);
        }

        CompareRoots(older, newer, changes);
        DirectiveDiff.Compare(older, newer, changes);
        return changes;
    }

    internal static void Describe(string coordinate, string? before, string? after, List<SchemaChange> changes)
    {
        if (before != after)
        {
            changes.Add(new(Safe, "DESCRIPTION_CHANGED", coordinate, $"The description of {coordinate} changed."));
        }
    }

    internal static void Deprecate(string coordinate, string? before, string? after, List<SchemaChange> changes)
    {
        if (before == after)
        {
            return;
        }

        changes.Add((before, after) switch
        {
            (null, _) => new(Safe, "DEPRECATED", coordinate, $"{coordinate} was deprecated: {after}"),
            (_, null) => new(Safe, "DEPRECATION_REMOVED", coordinate, $"{coordinate} is no longer deprecated."),
            _ => new(Safe, "DEPRECATION_REASON_CHANGED", coordinate, $"{coordinate} is deprecated for another reason: {after}"),
        });
    }

    private static void CompareRoots(Schema older, Schema newer, List<SchemaChange> changes)
    {
        Describe("schema", older.Description, newer.Description, changes);
        foreach (var operation in Enum.GetValues<Language.OperationType>())
        {
            var (before, after) = (older.RootType(operation)?.Name, newer.RootType(operation)?.Name);
            var word = operation.ToString().ToLowerInvariant();
            if (before is null && after is not null)
            {
                changes.Add(new(Safe, "ROOT_TYPE_ADDED", after, $"The schema has {word} operations now, rooted at {after}."));
            }
            else if (before is not null && before != after && newer.Types.ContainsKey(before))
            {
                changes.Add(new(
                    Breaking, "ROOT_TYPE_CHANGED", before, $"The {word} root type changed from {before} to {after ?? "none"}."));
            }
        }
    }
}
