using Exams.GraphQL.Language;
using static Exams.GraphQL.Types.Comparison.ChangeSeverity;

namespace Exams.GraphQL.Types.Comparison;

/// <summary>Compares two versions of arguments and their defaults.</summary>
internal static class InputDiff
{
    public static void CompareArguments(
        string field, IReadOnlyList<InputField> older, IReadOnlyList<InputField> newer, List<SchemaChange> changes)
    {
        var arguments = new Pairing<InputField>(older, newer, a => a.Name);
        foreach (var argument in arguments.Removed)
        {
            changes.Add(new(Breaking, "ARG_REMOVED", $"{field}({argument.Name}:)", $"{field} arg {argument.Name} was removed."));
        }

        foreach (var (before, after) in arguments.Kept)
        {
            var coordinate = $"{field}({before.Name}:)";
            var name = $"{field} arg {before.Name}";
            if (!TypeChange.IsSafeForInput(before.Type, after.Type))
            {
                changes.Add(new(Breaking, "ARG_CHANGED_KIND", coordinate, $"{name} has changed type from {before.Type} to {after.Type}."));
            }
            else if (after.IsRequired && !before.IsRequired)
            {
                changes.Add(new(Breaking, "ARG_BECAME_REQUIRED", coordinate, $"{name} lost its default and is required now."));
            }
            else
            {
                CompareDefaults("ARG_DEFAULT_VALUE_CHANGE", coordinate, name, before, after, changes);
            }

            SchemaDiff.Deprecate(coordinate, before.DeprecationReason, after.DeprecationReason, changes);
            SchemaDiff.Describe(coordinate, before.Description, after.Description, changes);
        }

        foreach (var argument in arguments.Added)
        {
            var (coordinate, where) = ($"{field}({argument.Name}:)", $"arg {argument.Name} on {field} was added.");
            changes.Add(argument.IsRequired
                ? new(Breaking, "REQUIRED_ARG_ADDED", coordinate, $"A required {where}")
                : new(Dangerous, "OPTIONAL_ARG_ADDED", coordinate, $"An optional {where}"));
        }
    }

    /// <summary>Defaults are compared as introspection shows them, the order of object fields aside.</summary>
    public static void CompareDefaults(
        string kind, string coordinate, string name, InputField older, InputField newer, List<SchemaChange> changes)
    {
        var (before, after) = (Text(older), Text(newer));
        if (before is null || before == after)
        {
            return;
        }

        changes.Add(after is null
            ? new(Dangerous, kind, coordinate, $"{name} defaultValue was removed.")
            : new(Dangerous, kind, coordinate, $"{name} has changed defaultValue from {before} to {after}."));
    }

    private static string? Text(InputField field) =>
        DefaultValueText.Literal(field) is { } literal ? Printer.Print(Sorted(literal)) : null;

    // As deep as default values nest, which the parser bounds.
    private static IValueNode Sorted(IValueNode literal) => literal switch
    {
        ObjectValueNode obj => new ObjectValueNode(
            [.. obj.Fields.OrderBy(f => f.Name.Value, NaturalOrder.Instance).Select(f => new ObjectFieldNode(f.Name, Sorted(f.Value)))]),
        ListValueNode list => new ListValueNode([.. list.Items.Select(Sorted)]),
        _ => literal,
    };
}
