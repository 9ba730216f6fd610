using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Introspection;

namespace Exams.GraphQL.Types.Validation;

/// <summary>Asks whether a schema makes sense as a type system (specification, "Type Validation"; messages of graphql-js 16).</summary>
public static class SchemaValidator
{
    /// <summary>Checks a schema, from whatever it was built.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The faults: roots first, then directives, then types in schema order; empty when there are none.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema)
    {
        var faults = new SchemaFaults(schema);
        CheckRoots(faults);
        foreach (var directive in schema.Directives)
        {
            CheckDirective(faults, directive);
        }

        var circles = new InputCircles(faults);
        foreach (var type in schema.Types.Values)
        {
            CheckType(faults, type, circles);
        }

        return faults.Errors;
    }

    /// <summary>Refuses a schema that does not make sense.</summary>
    /// <param name="schema">The schema.</param>
    /// <exception cref="SchemaException">It has faults; the message lists them all.</exception>
    public static void ThrowIfInvalid(Schema schema)
    {
        if (Validate(schema) is { Count: > 0 } errors)
        {
            throw new SchemaException(errors);
        }
    }

    internal static void CheckName(SchemaFaults faults, string name, ISyntaxNode? node)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            faults.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
        }
    }

    /// <summary>The directive that deprecates a member, for the place of the fault.</summary>
    internal static DirectiveNode? Deprecated(IHasDirectives? node) => node?.Directives.FirstOrDefault(d => d.Name.Value == "deprecated");

    private static void CheckRoots(SchemaFaults faults)
    {
        var schema = faults.Schema;
        if (schema.Roots.Query is null)
        {
            faults.Report("Query root type must be provided.", schema.SyntaxNodes.FirstOrDefault(n => !n.IsExtension));
        }

        OperationType[] operations = [OperationType.Query, OperationType.Mutation, OperationType.Subscription];
        foreach (var operation in operations)
        {
            if (schema.Roots.Of(operation) is { } type and not ObjectType)
            {
                var written = schema.SyntaxNodes.SelectMany(n => n.OperationTypes).FirstOrDefault(r => r.Operation == operation)?.Type;
                var condition = operation == OperationType.Query ? "" : " if provided";
                faults.Report(
                    $"{operation} root type must be Object type{condition}, it cannot be {type}.",
                    (ISyntaxNode?)written ?? Definition(type));
            }
        }
    }

    private static void CheckDirective(SchemaFaults faults, Directive directive)
    {
        CheckName(faults, directive.Name, directive.SyntaxNode);
        if (directive.Locations.Count == 0)
        {
            faults.Report($"Directive {directive} must include 1 or more locations.", directive.SyntaxNode);
        }

        foreach (var argument in directive.Arguments)
        {
            CheckName(faults, argument.Name, argument.SyntaxNode);
            if (!argument.Type.IsInputType())
            {
                faults.Report(
                    $"The type of {directive}({argument.Name}:) must be Input Type but got: {argument.Type}.", argument.SyntaxNode);
            }

            CheckDeprecation(faults, $"argument {directive}({argument.Name}:)", argument);
        }
    }

    private static void CheckType(SchemaFaults faults, NamedType type, InputCircles circles)
    {
        if (!IntrospectionTypes.IsIntrospectionType(type))
        {
            CheckName(faults, type.Name, Definition(type));
        }

        switch (type)
        {
            case ComplexType complex:
                CheckFields(faults, complex);
                Implementation.Check(faults, complex);
                break;
            case UnionType union:
                CheckMembers(faults, union);
                break;
            case EnumType enumType:
                CheckValues(faults, enumType);
                break;
            case InputObjectType input:
                CheckInputFields(faults, input);
                circles.Check(input);
                break;
        }
    }

    private static void CheckFields(SchemaFaults faults, ComplexType type)
    {
        if (type.Fields.Count == 0)
        {
            faults.Report($"Type {type} must define one or more fields.", type.SyntaxNodes);
        }

        foreach (var field in type.Fields.Values)
        {
            CheckName(faults, field.Name, field.SyntaxNode);
            if (!field.Type.IsOutputType())
            {
                faults.Report($"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.", field.SyntaxNode?.Type);
            }

            foreach (var argument in field.Arguments)
            {
                CheckName(faults, argument.Name, argument.SyntaxNode);
                if (!argument.Type.IsInputType())
                {
                    faults.Report(
                        $"The type of {type}.{field.Name}({argument.Name}:) must be Input Type but got: {argument.Type}.",
                        argument.SyntaxNode?.Type);
                }

                CheckDeprecation(faults, $"argument {type}.{field.Name}({argument.Name}:)", argument);
            }
        }
    }

    private static void CheckMembers(SchemaFaults faults, UnionType union)
    {
        if (union.DeclaredTypes.Count == 0)
        {
            faults.Report($"Union type {union} must define one or more member types.", union.SyntaxNodes);
        }

        var included = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in union.DeclaredTypes)
        {
            var written = union.SyntaxNodes.OfType<UnionTypeDefinitionNode>()
                .SelectMany(n => n.Types)
                .Where(t => t.Name.Value == member.Name);
            if (!included.Add(member.Name))
            {
                faults.Report($"Union type {union} can only include type {member} once.", written);
            }
            else if (member is not ObjectType)
            {
                faults.Report($"Union type {union} can only include Object types, it cannot include {member}.", written);
            }
        }
    }

    private static void CheckValues(SchemaFaults faults, EnumType type)
    {
        if (type.Values.Count == 0)
        {
            faults.Report($"Enum type {type} must define one or more values.", type.SyntaxNodes);
        }

        foreach (var value in type.Values)
        {
            CheckName(faults, value.Name, value.SyntaxNode);
        }
    }

    private static void CheckInputFields(SchemaFaults faults, InputObjectType type)
    {
        if (type.Fields.Count == 0)
        {
            faults.Report($"Input Object type {type} must define one or more fields.", type.SyntaxNodes);
        }

        foreach (var field in type.Fields.Values)
        {
            CheckName(faults, field.Name, field.SyntaxNode);
            if (!field.Type.IsInputType())
            {
                faults.Report($"The type of {type}.{field.Name} must be Input Type but got: {field.Type}.", field.SyntaxNode?.Type);
            }

            CheckDeprecation(faults, $"input field {type}.{field.Name}", field);
            if (type.IsOneOf && field.Type is NonNullType)
            {
                faults.Report($"OneOf input field {type}.{field.Name} must be nullable.", field.SyntaxNode?.Type);
            }

            if (type.IsOneOf && field.DefaultValue is not null)
            {
                faults.Report($"OneOf input field {type}.{field.Name} cannot have a default value.", field.SyntaxNode);
            }
        }
    }

    private static void CheckDeprecation(SchemaFaults faults, string what, InputField field)
    {
        if (field.IsRequired && field.DeprecationReason is not null)
        {
            faults.Report($"Required {what} cannot be deprecated.", Deprecated(field.SyntaxNode), field.SyntaxNode?.Type);
        }
    }

    private static TypeDefinitionNode? Definition(NamedType type) => type.SyntaxNodes.FirstOrDefault(n => !n.IsExtension);
}
