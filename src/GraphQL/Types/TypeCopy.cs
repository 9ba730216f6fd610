using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>Copies types into another schema: the copy refers to the types of that schema and may have other members.</summary>
/// <param name="resolve">Finds a type of the other schema by name.</param>
internal sealed class TypeCopy(Func<string, NamedType> resolve)
{
    /// <summary>The same type of the other schema, wrappers kept.</summary>
    public IType Reference(IType type) => type switch
    {
        ListType list => new ListType(Reference(list.OfType)),
        NonNullType nonNull => new NonNullType(Reference(nonNull.OfType)),
        _ => resolve(((NamedType)type).Name),
    };

    /// <summary>A copy of an object type.</summary>
    /// <param name="type">The original.</param>
    /// <param name="fields">From the copied fields to those wanted.</param>
    /// <param name="interfaces">From the interfaces to those wanted.</param>
    /// <param name="extensions">Nodes that extend it.</param>
    public ObjectType Copy(
        ObjectType type,
        Func<IEnumerable<OutputField>, IEnumerable<OutputField>> fields,
        Func<IEnumerable<NamedType>, IEnumerable<NamedType>> interfaces,
        params IEnumerable<TypeDefinitionNode> extensions) =>
        new(type.Name, () => fields(type.Fields.Values.Select(Field)), () => interfaces(type.DeclaredInterfaces.Select(Named)))
        {
            Description = type.Description,
            AppliedDirectives = Applied(type, extensions),
            SyntaxNodes = [.. type.SyntaxNodes, .. extensions],
            IsTypeOf = type.IsTypeOf,
            Authorize = type.Authorize,
        };

    /// <summary>A copy of an interface.</summary>
    public InterfaceType Copy(
        InterfaceType type,
        Func<IEnumerable<OutputField>, IEnumerable<OutputField>> fields,
        Func<IEnumerable<NamedType>, IEnumerable<NamedType>> interfaces,
        params IEnumerable<TypeDefinitionNode> extensions) =>
        new(type.Name, () => fields(type.Fields.Values.Select(Field)), () => interfaces(type.DeclaredInterfaces.Select(Named)))
        {
            Description = type.Description,
            AppliedDirectives = Applied(type, extensions),
            SyntaxNodes = [.. type.SyntaxNodes, .. extensions],
            ResolveType = type.ResolveType,
        };

    /// <summary>A copy of a union.</summary>
    public UnionType Copy(
        UnionType type, Func<IEnumerable<NamedType>, IEnumerable<NamedType>> members, params IEnumerable<TypeDefinitionNode> extensions) =>
        new(type.Name, () => members(type.DeclaredTypes.Select(Named)))
        {
            Description = type.Description,
            AppliedDirectives = Applied(type, extensions),
            SyntaxNodes = [.. type.SyntaxNodes, .. extensions],
            ResolveType = type.ResolveType,
        };

    /// <summary>A copy of an input object.</summary>
    public InputObjectType Copy(
        InputObjectType type,
        Func<IEnumerable<InputField>, IEnumerable<InputField>> fields,
        params IEnumerable<TypeDefinitionNode> extensions) =>
        new(type.Name, () => fields(type.Fields.Values.Select(Input)))
        {
            Description = type.Description,
            AppliedDirectives = Applied(type, extensions),
            SyntaxNodes = [.. type.SyntaxNodes, .. extensions],
            IsOneOf = type.IsOneOf,
            Create = type.Create,
        };

    /// <summary>A copy of an enum.</summary>
    public static EnumType Copy(
        EnumType type, Func<IEnumerable<EnumValue>, IEnumerable<EnumValue>> values, params IEnumerable<TypeDefinitionNode> extensions) =>
        new(type.Name, [.. values(type.Values)])
        {
            Description = type.Description,
            AppliedDirectives = Applied(type, extensions),
            SyntaxNodes = [.. type.SyntaxNodes, .. extensions],
        };

    /// <summary>A copy of a scalar.</summary>
    public static ScalarType Copy(ScalarType type, params IEnumerable<TypeDefinitionNode> extensions)
    {
        var copy = (ScalarType)type.Copy([.. type.SyntaxNodes, .. extensions]);
        copy.AppliedDirectives = Applied(type, extensions);
        return copy;
    }

    /// <summary>A copy of a directive.</summary>
    public Directive Copy(Directive directive) => new(directive.Name, directive.Locations)
    {
        Description = directive.Description,
        Arguments = [.. directive.Arguments.Select(Input)],
        IsRepeatable = directive.IsRepeatable,
        SyntaxNode = directive.SyntaxNode,
    };

    /// <summary>A copy of a field.</summary>
    public OutputField Field(OutputField field) => Field(field, [.. field.Arguments.Select(Input)]);

    /// <summary>A copy of a field with other arguments.</summary>
    public OutputField Field(OutputField field, IReadOnlyList<InputField> arguments) => new(field.Name, Reference(field.Type))
    {
        Description = field.Description,
        Arguments = arguments,
        DeprecationReason = field.DeprecationReason,
        Resolver = field.Resolver,
        Subscribe = field.Subscribe,
        Authorize = field.Authorize,
        Cost = field.Cost,
        AppliedDirectives = field.AppliedDirectives,
        SyntaxNode = field.SyntaxNode,
    };

    /// <summary>A copy of an argument or input field.</summary>
    public InputField Input(InputField field) => new(field.Name, Reference(field.Type))
    {
        Description = field.Description,
        DefaultValue = field.DefaultValue,
        DeprecationReason = field.DeprecationReason,
        Convert = field.Convert,
        AppliedDirectives = field.AppliedDirectives,
        SyntaxNode = field.SyntaxNode,
    };

    private NamedType Named(NamedType type) => resolve(type.Name);

    private static IReadOnlyList<DirectiveNode> Applied(NamedType type, IEnumerable<TypeDefinitionNode> extensions) =>
        [.. type.AppliedDirectives, .. extensions.SelectMany(e => e.Directives)];
}
