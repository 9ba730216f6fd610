using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation;

/// <summary>Asks whether a type keeps what its interfaces promise (specification, "IsValidImplementation").</summary>
internal static class Implementation
{
    public static void Check(SchemaFaults faults, ComplexType type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declared in type.DeclaredInterfaces)
        {
            if (declared is not InterfaceType parent)
            {
                faults.Report($"Type {type} must only implement Interface types, it cannot implement {declared}.", Written(type, declared));
            }
            else if (parent == type)
            {
                faults.Report($"Type {type} cannot implement itself because it would create a circular reference.", Written(type, parent));
            }
            else if (!seen.Add(parent.Name))
            {
                faults.Report($"Type {type} can only implement {parent} once.", Written(type, parent));
            }
            else
            {
                CheckAncestors(faults, type, parent);
                CheckFields(faults, type, parent);
            }
        }
    }

    private static void CheckAncestors(SchemaFaults faults, ComplexType type, InterfaceType parent)
    {
        foreach (var ancestor in parent.DeclaredInterfaces.Where(a => !type.DeclaredInterfaces.Contains(a)))
        {
            faults.Report(
                ancestor == type
                    ? $"Type {type} cannot implement {parent} because it would create a circular reference."
                    : $"Type {type} must implement {ancestor} because it is implemented by {parent}.",
                Written(parent, ancestor).Concat(Written(type, parent)));
        }
    }

    private static void CheckFields(SchemaFaults faults, ComplexType type, InterfaceType parent)
    {
        foreach (var promised in parent.Fields.Values)
        {
            var coordinate = $"{parent}.{promised.Name}";
            if (!type.Fields.TryGetValue(promised.Name, out var field))
            {
                faults.Report(
                    $"Interface field {coordinate} expected but {type} does not provide it.", [promised.SyntaxNode, .. type.SyntaxNodes]);
                continue;
            }

            if (!faults.Schema.IsTypeSubTypeOf(field.Type, promised.Type))
            {
                faults.Report(
                    $"Interface field {coordinate} expects type {promised.Type} but {type}.{field.Name} is type {field.Type}.",
                    promised.SyntaxNode?.Type, field.SyntaxNode?.Type);
            }

            CheckArguments(faults, coordinate, promised, $"{type}.{field.Name}", field);
            if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            {
                faults.Report(
                    $"Interface field {coordinate} is not deprecated, so implementation field {type}.{field.Name} must not be deprecated.",
                    SchemaValidator.Deprecated(field.SyntaxNode), field.SyntaxNode?.Type);
            }
        }
    }

    private static void CheckArguments(SchemaFaults faults, string promisedName, OutputField promised, string name, OutputField field)
    {
        foreach (var wanted in promised.Arguments)
        {
            var argument = field.Argument(wanted.Name);
            if (argument is null)
            {
                faults.Report(
                    $"Interface field argument {promisedName}({wanted.Name}:) expected but {name} does not provide it.",
                    wanted.SyntaxNode, field.SyntaxNode);
            }
            else if (!wanted.Type.IsEqualTo(argument.Type))
            {
                faults.Report(
                    $"Interface field argument {promisedName}({wanted.Name}:) expects type {wanted.Type} but "
                    + $"{name}({wanted.Name}:) is type {argument.Type}.",
                    wanted.SyntaxNode?.Type, argument.SyntaxNode?.Type);
            }
        }

        foreach (var extra in field.Arguments.Where(a => a.IsRequired && promised.Argument(a.Name) is null))
        {
            faults.Report(
                $"Object field {name} includes required argument {extra.Name} that is missing from the Interface field {promisedName}.",
                extra.SyntaxNode, promised.SyntaxNode);
        }
    }

    private static IEnumerable<ISyntaxNode> Written(ComplexType type, NamedType parent) =>
        type.SyntaxNodes.OfType<ComplexTypeDefinitionNode>().SelectMany(n => n.Interfaces).Where(i => i.Name.Value == parent.Name);
}
