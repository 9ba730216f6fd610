using static Exams.GraphQL.Types.Comparison.ChangeSeverity;

namespace Exams.GraphQL.Types.Comparison;

/// <summary>Compares the directives of two schemas.</summary>
internal static class DirectiveDiff
{
    public static void Compare(Schema older, Schema newer, List<SchemaChange> changes)
    {
        var directives = new Pairing<Directive>(older.Directives, newer.Directives, d => d.Name);
        foreach (var directive in directives.Removed)
        {
            changes.Add(new(Breaking, "DIRECTIVE_REMOVED", $"{directive}", $"{directive.Name} was removed."));
        }

        foreach (var directive in directives.Added)
        {
            changes.Add(new(Safe, "DIRECTIVE_ADDED", $"{directive}", $"{directive} was added."));
        }

        foreach (var (before, after) in directives.Kept)
        {
            CompareArguments(before, after, changes);
            if (before.IsRepeatable && !after.IsRepeatable)
            {
                changes.Add(new(Breaking, "DIRECTIVE_REPEATABLE_REMOVED", $"{before}", $"Repeatable flag was removed from {before.Name}."));
            }

            foreach (var location in before.Locations.Except(after.Locations))
            {
                changes.Add(new(Breaking, "DIRECTIVE_LOCATION_REMOVED", $"{before}", $"{location} was removed from {before.Name}."));
            }

            SchemaDiff.Describe($"{before}", before.Description, after.Description, changes);
        }
    }

    private static void CompareArguments(Directive older, Directive newer, List<SchemaChange> changes)
    {
        var arguments = new Pairing<InputField>(older.Arguments, newer.Arguments, a => a.Name);
        foreach (var argument in arguments.Added.Where(a => a.IsRequired))
        {
            changes.Add(new(Breaking, "REQUIRED_DIRECTIVE_ARG_ADDED", $"{older}({argument.Name}:)",
                $"A required arg {argument.Name} on directive {older.Name} was added."));
        }

        foreach (var argument in arguments.Removed)
        {
            changes.Add(new(
                Breaking, "DIRECTIVE_ARG_REMOVED", $"{older}({argument.Name}:)", $"{argument.Name} was removed from {older.Name}."));
        }

        foreach (var (before, after) in arguments.Kept.Where(k => !TypeChange.IsSafeForInput(k.Older.Type, k.Newer.Type)))
        {
            changes.Add(new(Breaking, "DIRECTIVE_ARG_CHANGED_KIND", $"{older}({before.Name}:)",
                $"{before.Name} of directive {older.Name} changed type from {before.Type} to {after.Type}."));
        }
    }
}
