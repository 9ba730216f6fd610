using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Sdl;

/// <summary>Members of types, from their definitions.</summary>
/// <param name="resolve">Finds a type by name.</param>
internal sealed class DefinitionReader(Func<string, NamedType> resolve)
{
    /// <summary>The type that a reference means. Its depth was bounded when it was parsed.</summary>
    public IType Reference(ITypeNode node) => node switch
    {
        ListTypeNode list => new ListType(Reference(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(Reference(nonNull.Type)),
        _ => resolve(((NamedTypeNode)node).Name.Value),
    };

    /// <summary>The types that a list of names means.</summary>
    public IEnumerable<NamedType> Named(IEnumerable<NamedTypeNode> nodes) => nodes.Select(n => resolve(n.Name.Value));

    /// <summary>Fields of an object or interface type and of its extensions.</summary>
    public IEnumerable<OutputField> Fields(IEnumerable<TypeDefinitionNode> nodes) =>
        nodes.OfType<ComplexTypeDefinitionNode>().SelectMany(n => n.Fields).Select(Field);

    /// <summary>Interfaces of an object or interface type and of its extensions.</summary>
    public IEnumerable<NamedType> Interfaces(IEnumerable<TypeDefinitionNode> nodes) =>
        Named(nodes.OfType<ComplexTypeDefinitionNode>().SelectMany(n => n.Interfaces));

    /// <summary>Members of a union and of its extensions.</summary>
    public IEnumerable<NamedType> Members(IEnumerable<TypeDefinitionNode> nodes) =>
        Named(nodes.OfType<UnionTypeDefinitionNode>().SelectMany(n => n.Types));

    /// <summary>Fields of an input object and of its extensions.</summary>
    public IEnumerable<InputField> InputFields(IEnumerable<TypeDefinitionNode> nodes) =>
        nodes.OfType<InputObjectTypeDefinitionNode>().SelectMany(n => n.Fields).Select(Input);

    /// <summary>Values of an enum and of its extensions; the last of several with one name counts.</summary>
    public static IEnumerable<EnumValue> Values(IEnumerable<TypeDefinitionNode> nodes) =>
        Unique(nodes.OfType<EnumTypeDefinitionNode>().SelectMany(n => n.Values).Select(Value), v => v.Name);

    /// <summary>A directive.</summary>
    public Directive Directive(DirectiveDefinitionNode node) => new(node.Name.Value, [.. node.Locations.Select(l => l.Value)])
    {
        Description = node.Description?.Value,
        Arguments = Inputs(node.Arguments),
        IsRepeatable = node.Repeatable,
        SyntaxNode = node,
    };

    /// <summary>Members by name, in order of first appearance.</summary>
    public static IReadOnlyList<T> Unique<T>(IEnumerable<T> members, Func<T, string> name)
    {
        var byName = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            byName[name(member)] = member;
        }

        return [.. byName.Values];
    }

    private OutputField Field(FieldDefinitionNode node) => new(node.Name.Value, Reference(node.Type))
    {
        Description = node.Description?.Value,
        Arguments = Inputs(node.Arguments),
        DeprecationReason = SpecifiedArguments.DeprecationReason(node),
        AppliedDirectives = node.Directives,
        SyntaxNode = node,
    };

    private IReadOnlyList<InputField> Inputs(IEnumerable<InputValueDefinitionNode> nodes) => Unique(nodes.Select(Input), i => i.Name);

    private InputField Input(InputValueDefinitionNode node) => new(node.Name.Value, Reference(node.Type))
    {
        Description = node.Description?.Value,
        DefaultValue = node.DefaultValue,
        DeprecationReason = SpecifiedArguments.DeprecationReason(node),
        AppliedDirectives = node.Directives,
        SyntaxNode = node,
    };

    private static EnumValue Value(EnumValueDefinitionNode node) => new(node.Name.Value, node.Name.Value)
    {
        Description = node.Description?.Value,
        DeprecationReason = SpecifiedArguments.DeprecationReason(node),
        AppliedDirectives = node.Directives,
        SyntaxNode = node,
    };
}
