namespace Exams.GraphQL.Language;

// Chapter "Types": each definition with its extension, which differ in their first word and in that an extension adds something.
internal ref partial struct DocumentParser
{
    // TypeSystemDefinition : SchemaDefinition | TypeDefinition | DirectiveDefinition
    private IDefinitionNode? TypeSystemDefinition(ReadOnlySpan<byte> keyword) =>
        keyword.SequenceEqual("directive"u8) ? DirectiveDefinition() : DefinitionOrExtension(keyword, isExtension: false);

    // TypeSystemExtension : SchemaExtension | TypeExtension
    private IDefinitionNode TypeSystemExtension()
    {
        var keyword = Peek();
        return (keyword.Kind == TokenKind.Name ? DefinitionOrExtension(_text[keyword.Start..keyword.End], isExtension: true) : null)
            ?? throw Unexpected(keyword);
    }

    // TypeDefinition : ScalarTypeDefinition | ObjectTypeDefinition | InterfaceTypeDefinition | UnionTypeDefinition
    //                | EnumTypeDefinition | InputObjectTypeDefinition
    private IDefinitionNode? DefinitionOrExtension(ReadOnlySpan<byte> keyword, bool isExtension) =>
        keyword.SequenceEqual("schema"u8) ? SchemaDefinition(isExtension)
        : keyword.SequenceEqual("scalar"u8) ? ScalarType(isExtension)
        : keyword.SequenceEqual("type"u8) ? ObjectType(isExtension)
        : keyword.SequenceEqual("interface"u8) ? InterfaceType(isExtension)
        : keyword.SequenceEqual("union"u8) ? UnionType(isExtension)
        : keyword.SequenceEqual("enum"u8) ? EnumType(isExtension)
        : keyword.SequenceEqual("input"u8) ? InputObjectType(isExtension)
        : null;

    // ScalarTypeDefinition : Description? scalar Name Directives[Const]?
    // ScalarTypeExtension : extend scalar Name Directives[Const]
    private ScalarTypeDefinitionNode ScalarType(bool isExtension)
    {
        var (start, description) = Opening(isExtension);
        ExpectKeyword("scalar"u8);
        var name = Name();
        var directives = Directives(isConst: true);
        RequireSomething(isExtension, directives.Length);
        return new ScalarTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Span = SpanFrom(start),
        };
    }

    // ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    // ObjectTypeExtension : extend type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private ObjectTypeDefinitionNode ObjectType(bool isExtension)
    {
        var (start, description) = Opening(isExtension);
        ExpectKeyword("type"u8);
        var name = Name();
        var interfaces = ImplementsInterfaces();
        var directives = Directives(isConst: true);
        var fields = FieldsDefinition();
        RequireSomething(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new ObjectTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fields,
            Span = SpanFrom(start),
        };
    }

    // InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    // InterfaceTypeExtension : extend interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private InterfaceTypeDefinitionNode InterfaceType(bool isExtension)
    {
        var (start, description) = Opening(isExtension);
        ExpectKeyword("interface"u8);
        var name = Name();
        var interfaces = ImplementsInterfaces();
        var directives = Directives(isConst: true);
        var fields = FieldsDefinition();
        RequireSomething(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new InterfaceTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fields,
            Span = SpanFrom(start),
        };
    }

    // UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?
    // UnionTypeExtension : extend union Name Directives[Const]? UnionMemberTypes?
    private UnionTypeDefinitionNode UnionType(bool isExtension)
    {
        var (start, description) = Opening(isExtension);
        ExpectKeyword("union"u8);
        var name = Name();
        var directives = Directives(isConst: true);
        var types = UnionMemberTypes();
        RequireSomething(isExtension, directives.Length + types.Length);
        return new UnionTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Types = types,
            Span = SpanFrom(start),
        };
    }

    // EnumTypeDefinition : Description? enum Name Directives[Const]? EnumValuesDefinition?
    // EnumTypeExtension : extend enum Name Directives[Const]? EnumValuesDefinition?
    private EnumTypeDefinitionNode EnumType(bool isExtension)
    {
        var (start, description) = Opening(isExtension);
        ExpectKeyword("enum"u8);
        var name = Name();
        var directives = Directives(isConst: true);
        var values = EnumValuesDefinition();
        RequireSomething(isExtension, directives.Length + values.Length);
        return new EnumTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Values = values,
            Span = SpanFrom(start),
        };
    }

    // InputObjectTypeDefinition : Description? input Name Directives[Const]? InputFieldsDefinition?
    // InputObjectTypeExtension : extend input Name Directives[Const]? InputFieldsDefinition?
    private InputObjectTypeDefinitionNode InputObjectType(bool isExtension)
    {
        var (start, description) = Opening(isExtension);
        ExpectKeyword("input"u8);
        var name = Name();
        var directives = Directives(isConst: true);
        var fields = InputValueDefinitions(TokenKind.LeftBrace, TokenKind.RightBrace);
        RequireSomething(isExtension, directives.Length + fields.Length);
        return new InputObjectTypeDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Fields = fields,
            Span = SpanFrom(start),
        };
    }
}
