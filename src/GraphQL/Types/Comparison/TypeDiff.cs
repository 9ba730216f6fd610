using static Exams.GraphQL.Types.Comparison.ChangeSeverity;

namespace Exams.GraphQL.Types.Comparison;

/// <summary>Compares two versions of a type.</summary>
internal static class TypeDiff
{
    public static void Compare(NamedType older, NamedType newer, List<SchemaChange> changes)
    {
        switch (older, newer)
        {
            case (EnumType before, EnumType after):
                CompareValues(before, after, changes);
                break;
            case (UnionType before, UnionType after):
                CompareMembers(before, after, changes);
                break;
            case (InputObjectType before, InputObjectType after):
                CompareInputFields(before, after, changes);
                break;
            case (ObjectType before, ObjectType after):
                CompareFields(before, after, changes);
                break;
            case (InterfaceType before, InterfaceType after):
                CompareFields(before, after, changes);
                break;
            case (ScalarType before, ScalarType after):
                if (before.SpecifiedBy != after.SpecifiedBy)
                {
                    changes.Add(new(
                        Dangerous, "SPECIFIED_BY_CHANGED", older.Name, $"{older} is specified by {after.SpecifiedBy ?? "nothing"} now."));
                }

                break;
            default:
                changes.Add(new(Breaking, "TYPE_CHANGED_KIND", older.Name, $"{older} changed from {Kind(older)} to {Kind(newer)}."));
                break;
        }

        SchemaDiff.Describe(older.Name, older.Description, newer.Description, changes);
    }

    private static void CompareValues(EnumType older, EnumType newer, List<SchemaChange> changes)
    {
        var values = new Pairing<EnumValue>(older.Values, newer.Values, v => v.Name);
        foreach (var value in values.Added)
        {
            changes.Add(new(Dangerous, "VALUE_ADDED_TO_ENUM", $"{older}.{value.Name}", $"{value.Name} was added to enum type {older}."));
        }

        foreach (var value in values.Removed)
        {
            changes.Add(new(
                Breaking, "VALUE_REMOVED_FROM_ENUM", $"{older}.{value.Name}", $"{value.Name} was removed from enum type {older}."));
        }

        foreach (var (before, after) in values.Kept)
        {
            SchemaDiff.Deprecate($"{older}.{before.Name}", before.DeprecationReason, after.DeprecationReason, changes);
            SchemaDiff.Describe($"{older}.{before.Name}", before.Description, after.Description, changes);
        }
    }

    private static void CompareMembers(UnionType older, UnionType newer, List<SchemaChange> changes)
    {
        var members = new Pairing<NamedType>(older.DeclaredTypes, newer.DeclaredTypes, t => t.Name);
        foreach (var type in members.Added)
        {
            changes.Add(new(Dangerous, "TYPE_ADDED_TO_UNION", older.Name, $"{type} was added to union type {older}."));
        }

        foreach (var type in members.Removed)
        {
            changes.Add(new(Breaking, "TYPE_REMOVED_FROM_UNION", older.Name, $"{type} was removed from union type {older}."));
        }
    }

    private static void CompareInputFields(InputObjectType older, InputObjectType newer, List<SchemaChange> changes)
    {
        var fields = new Pairing<InputField>(older.Fields.Values, newer.Fields.Values, f => f.Name);
        foreach (var field in fields.Added)
        {
            var where = $"field {field.Name} on input type {older} was added.";
            changes.Add(field.IsRequired
                ? new(Breaking, "REQUIRED_INPUT_FIELD_ADDED", $"{older}.{field.Name}", $"A required {where}")
                : new(Dangerous, "OPTIONAL_INPUT_FIELD_ADDED", $"{older}.{field.Name}", $"An optional {where}"));
        }

        foreach (var field in fields.Removed)
        {
            changes.Add(new(Breaking, "FIELD_REMOVED", $"{older}.{field.Name}", $"{older}.{field.Name} was removed."));
        }

        foreach (var (before, after) in fields.Kept)
        {
            var name = $"{older}.{before.Name}";
            if (!TypeChange.IsSafeForInput(before.Type, after.Type))
            {
                changes.Add(new(Breaking, "FIELD_CHANGED_KIND", name, $"{name} changed type from {before.Type} to {after.Type}."));
            }
            else if (after.IsRequired && !before.IsRequired)
            {
                changes.Add(new(Breaking, "INPUT_FIELD_BECAME_REQUIRED", name, $"{name} lost its default and is required now."));
            }
            else
            {
                InputDiff.CompareDefaults("INPUT_FIELD_DEFAULT_VALUE_CHANGE", name, name, before, after, changes);
            }

            SchemaDiff.Deprecate(name, before.DeprecationReason, after.DeprecationReason, changes);
            SchemaDiff.Describe(name, before.Description, after.Description, changes);
        }

        if (older.IsOneOf != newer.IsOneOf)
        {
            changes.Add(newer.IsOneOf
                ? new(Breaking, "ONE_OF_ADDED", older.Name, $"{older} takes exactly one field now.")
                : new(Safe, "ONE_OF_REMOVED", older.Name, $"{older} takes any number of fields now."));
        }
    }

    private static void CompareFields(ComplexType older, ComplexType newer, List<SchemaChange> changes)
    {
        var fields = new Pairing<OutputField>(older.Fields.Values, newer.Fields.Values, f => f.Name);
        foreach (var field in fields.Removed)
        {
            changes.Add(new(Breaking, "FIELD_REMOVED", $"{older}.{field.Name}", $"{older}.{field.Name} was removed."));
        }

        foreach (var field in fields.Added)
        {
            changes.Add(new(Safe, "FIELD_ADDED", $"{older}.{field.Name}", $"{older}.{field.Name} was added."));
        }

        foreach (var (before, after) in fields.Kept)
        {
            var name = $"{older}.{before.Name}";
            InputDiff.CompareArguments(name, before.Arguments, after.Arguments, changes);
            if (!TypeChange.IsSafeForOutput(before.Type, after.Type))
            {
                changes.Add(new(Breaking, "FIELD_CHANGED_KIND", name, $"{name} changed type from {before.Type} to {after.Type}."));
            }
            else if ($"{before.Type}" != $"{after.Type}")
            {
                changes.Add(new(Safe, "FIELD_TYPE_NARROWED", name, $"{name} changed type from {before.Type} to {after.Type}."));
            }

            SchemaDiff.Deprecate(name, before.DeprecationReason, after.DeprecationReason, changes);
            SchemaDiff.Describe(name, before.Description, after.Description, changes);
        }

        var interfaces = new Pairing<NamedType>(older.DeclaredInterfaces, newer.DeclaredInterfaces, i => i.Name);
        foreach (var parent in interfaces.Added)
        {
            changes.Add(new(Dangerous, "IMPLEMENTED_INTERFACE_ADDED", older.Name, $"{parent} added to interfaces implemented by {older}."));
        }

        foreach (var parent in interfaces.Removed)
        {
            changes.Add(new(Breaking, "IMPLEMENTED_INTERFACE_REMOVED", older.Name, $"{older} no longer implements interface {parent}."));
        }
    }

    private static string Kind(NamedType type) => type switch
    {
        ScalarType => "a Scalar type",
        ObjectType => "an Object type",
        InterfaceType => "an Interface type",
        UnionType => "a Union type",
        EnumType => "an Enum type",
        _ => "an Input type",
    };
}
