using System.Text;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Introspection;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Sdl;

/// <summary>What a printed schema contains.</summary>
public sealed record SchemaPrintOptions
{
    /// <summary>What graphql-js prints: everything but what every schema has, and no applied directives but the specified ones.</summary>
    public static SchemaPrintOptions Default { get; } = new();

    /// <summary>Prints directives behind what they stand on, e.g. <c>@cost(weight: "10")</c>.</summary>
    public bool AppliedDirectives { get; init; }

    /// <summary>Which types are printed; by default all but introspection types and built-in scalars.</summary>
    public Func<NamedType, bool> IncludeType { get; init; } =
        type => SpecifiedScalars.ByName(type.Name) is null && !IntrospectionTypes.IsIntrospectionType(type);

    /// <summary>Which directives are printed, as definitions and where they are applied; by default all but the specified ones.</summary>
    public Func<string, bool> IncludeDirective { get; init; } = name => !SpecifiedDirectives.IsSpecified(name);
}

/// <summary>Prints a schema as SDL, laid out as graphql-js 16 does.</summary>
public static class SchemaPrinter
{
    /// <summary>The whole schema: its root types when they have uncommon names, directives, then types, in schema order.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="options">What to print.</param>
    /// <returns>SDL without a line end behind it; built in one pass, so its length is that of the schema.</returns>
    public static string Print(Schema schema, SchemaPrintOptions? options = null)
    {
        options ??= SchemaPrintOptions.Default;
        var printer = new Printing(options);
        var definitions = new List<string>();
        if (!HasCommonRoots(schema) || schema.Description is not null || printer.Applied(schema.AppliedDirectives).Length > 0)
        {
            definitions.Add(printer.SchemaDefinition(schema));
        }

        definitions.AddRange(schema.Directives.Where(d => options.IncludeDirective(d.Name)).Select(printer.Directive));
        definitions.AddRange(schema.Types.Values.Where(options.IncludeType).Select(printer.Type));
        return string.Join("\n\n", definitions);
    }

    /// <summary>The introspection types and specified directives, which every schema has.</summary>
    /// <param name="schema">Any schema.</param>
    /// <returns>SDL.</returns>
    public static string PrintIntrospection(Schema schema) => Print(schema, new SchemaPrintOptions
    {
        IncludeType = IntrospectionTypes.IsIntrospectionType,
        IncludeDirective = SpecifiedDirectives.IsSpecified,
    });

    /// <summary>One type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="options">What to print.</param>
    /// <returns>SDL.</returns>
    public static string Print(NamedType type, SchemaPrintOptions? options = null) =>
        new Printing(options ?? SchemaPrintOptions.Default).Type(type);

    /// <summary>One directive's definition.</summary>
    /// <param name="directive">The directive.</param>
    /// <returns>SDL.</returns>
    public static string Print(Directive directive) => new Printing(SchemaPrintOptions.Default).Directive(directive);

    private static bool HasCommonRoots(Schema schema) =>
        schema.Roots is
        {
            Query: null or { Name: "Query" },
            Mutation: null or { Name: "Mutation" },
            Subscription: null or { Name: "Subscription" },
        };

    private sealed class Printing(SchemaPrintOptions options)
    {
        public string SchemaDefinition(Schema schema)
        {
            OperationType[] operations = [OperationType.Query, OperationType.Mutation, OperationType.Subscription];
            var roots = operations.Where(o => schema.Roots.Of(o) is not null)
                .Select(o => $"  {o.ToString().ToLowerInvariant()}: {schema.Roots.Of(o)!.Name}");
            return $"{Description(schema.Description)}schema{Applied(schema.AppliedDirectives)} {{\n{string.Join('\n', roots)}\n}}";
        }

        public string Directive(Directive directive) =>
            $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments, "")}"
            + $"{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}";

        public string Type(NamedType type)
        {
            var body = type switch
            {
                ObjectType obj => $"type {obj.Name}{Implements(obj)}{Applied(type.AppliedDirectives)}{Fields(obj)}",
                InterfaceType parent => $"interface {parent.Name}{Implements(parent)}{Applied(type.AppliedDirectives)}{Fields(parent)}",
                UnionType union => $"union {union.Name}{Applied(type.AppliedDirectives)}{Members(union)}",
                EnumType enumType => $"enum {enumType.Name}{Applied(type.AppliedDirectives)}" + Block(enumType.Values, v => v.Description,
                    v => v.Name + Deprecated(v.DeprecationReason) + Applied(v.AppliedDirectives)),
                InputObjectType input => $"input {input.Name}{(input.IsOneOf ? " @oneOf" : "")}{Applied(type.AppliedDirectives)}"
                    + Block(input.Fields.Values, f => f.Description, Input),
                ScalarType scalar => $"scalar {scalar.Name}{SpecifiedBy(scalar)}{Applied(type.AppliedDirectives)}",
                _ => type.Name,
            };
            return Description(type.Description) + body;
        }

        public string Applied(IReadOnlyList<DirectiveNode> directives)
        {
            if (!options.AppliedDirectives || directives.Count == 0)
            {
                return "";
            }

            // The specified ones are printed from what they mean, which types built from C# say without directives.
            var text = new StringBuilder();
            foreach (var directive in directives)
            {
                if (!SpecifiedDirectives.IsSpecified(directive.Name.Value) && options.IncludeDirective(directive.Name.Value))
                {
                    text.Append(' ').Append(Printer.Print(directive));
                }
            }

            return text.ToString();
        }

        private static string Implements(ComplexType type) => type.DeclaredInterfaces.Count == 0
            ? ""
            : " implements " + string.Join(" & ", type.DeclaredInterfaces.Select(i => i.Name));

        private static string Members(UnionType union) => union.DeclaredTypes.Count == 0
            ? ""
            : " = " + string.Join(" | ", union.DeclaredTypes.Select(t => t.Name));

        private string Fields(ComplexType type) => Block(type.Fields.Values, f => f.Description,
            f => $"{f.Name}{Arguments(f.Arguments, "  ")}: {f.Type}{Deprecated(f.DeprecationReason)}{Applied(f.AppliedDirectives)}");

        private string Arguments(IReadOnlyList<InputField> arguments, string indent)
        {
            if (arguments.Count == 0)
            {
                return "";
            }

            // On one line while none has anything to explain.
            return arguments.All(a => string.IsNullOrEmpty(a.Description))
                ? $"({string.Join(", ", arguments.Select(Input))})"
                : $"(\n{Lines(arguments, a => a.Description, Input, indent + "  ")}\n{indent})";
        }

        private string Input(InputField field)
        {
            var value = DefaultValueText.Of(field) is { } text ? $" = {text}" : "";
            return $"{field.Name}: {field.Type}{value}{Deprecated(field.DeprecationReason)}{Applied(field.AppliedDirectives)}";
        }

        private static string Block<T>(IReadOnlyCollection<T> members, Func<T, string?> description, Func<T, string> print) =>
            members.Count == 0 ? "" : $" {{\n{Lines(members, description, print, "  ")}\n}}";

        private static string Lines<T>(IEnumerable<T> members, Func<T, string?> description, Func<T, string> print, string indent) =>
            string.Join('\n', members.Select((m, i) => $"{Description(description(m), indent, i == 0)}{indent}{print(m)}"));

        private static string Deprecated(string? reason) => reason switch
        {
            null => "",
            SpecifiedDirectives.DefaultDeprecationReason => " @deprecated",
            _ => $" @deprecated(reason: {Printer.PrintString(reason)})",
        };

        private static string SpecifiedBy(ScalarType scalar) =>
            scalar.SpecifiedBy is null ? "" : $" @specifiedBy(url: {Printer.PrintString(scalar.SpecifiedBy)})";

        private static string Description(string? description, string indent = "", bool first = true)
        {
            if (description is null)
            {
                return "";
            }

            var text = Printer.Print(new StringValueNode(description) { Block = BlockString.CanPrint(description) });
            return $"{(indent.Length > 0 && !first ? "\n" : "")}{indent}{text.Replace("\n", "\n" + indent, StringComparison.Ordinal)}\n";
        }
    }
}
