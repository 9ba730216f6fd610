namespace Exams.GraphQL.Language;

// Chapter "Type System": the parts that definitions and extensions share, the schema and directives.
internal ref partial struct DocumentParser
{
    // SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    // SchemaExtension : extend schema Directives[Const]? { RootOperationTypeDefinition+ } | extend schema Directives[Const]
    private SchemaDefinitionNode SchemaDefinition(bool isExtension)
    {
        var (start, description) = Opening(isExtension);
        ExpectKeyword("schema"u8);
        var directives = Directives(isConst: true);
        OperationTypeDefinitionNode[] roots = isExtension && !At(TokenKind.LeftBrace) ? [] : RootOperationTypeDefinitions();
        RequireSomething(isExtension, directives.Length + roots.Length);
        return new SchemaDefinitionNode
        {
            IsExtension = isExtension,
            Description = description,
            Directives = directives,
            OperationTypes = roots,
            Span = SpanFrom(start),
        };
    }

    // { RootOperationTypeDefinition+ }
    private OperationTypeDefinitionNode[] RootOperationTypeDefinitions()
    {
        Expect(TokenKind.LeftBrace);
        var roots = default(NodeList<OperationTypeDefinitionNode>);
        do
        {
            roots.Add(RootOperationTypeDefinition());
        }
        while (!Skip(TokenKind.RightBrace));
        return roots.ToArray();
    }

    // RootOperationTypeDefinition : OperationType : NamedType
    private OperationTypeDefinitionNode RootOperationTypeDefinition()
    {
        var start = _token.Start;
        var operation = OperationType();
        Expect(TokenKind.Colon);
        var type = NamedType();
        return new OperationTypeDefinitionNode { Operation = operation, Type = type, Span = SpanFrom(start) };
    }

    // ImplementsInterfaces : ImplementsInterfaces & NamedType | implements &? NamedType
    private NamedTypeNode[] ImplementsInterfaces() => SkipKeyword("implements"u8) ? NamedTypes(TokenKind.Ampersand) : [];

    // UnionMemberTypes : UnionMemberTypes | NamedType | = |? NamedType
    private NamedTypeNode[] UnionMemberTypes() => Skip(TokenKind.EqualsSign) ? NamedTypes(TokenKind.Pipe) : [];

    private NamedTypeNode[] NamedTypes(TokenKind separator)
    {
        Skip(separator);
        var types = default(NodeList<NamedTypeNode>);
        do
        {
            types.Add(NamedType());
        }
        while (Skip(separator));
        return types.ToArray();
    }

    // FieldsDefinition : { FieldDefinition+ }
    private FieldDefinitionNode[] FieldsDefinition()
    {
        if (!Skip(TokenKind.LeftBrace))
        {
            return [];
        }

        var fields = default(NodeList<FieldDefinitionNode>);
        do
        {
            fields.Add(FieldDefinition());
        }
        while (!Skip(TokenKind.RightBrace));
        return fields.ToArray();
    }

    // FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?
    private FieldDefinitionNode FieldDefinition()
    {
        var start = _token.Start;
        var description = Description();
        var name = Name();
        var arguments = InputValueDefinitions(TokenKind.LeftParenthesis, TokenKind.RightParenthesis);
        Expect(TokenKind.Colon);
        var type = TypeReference();
        var directives = Directives(isConst: true);
        return new FieldDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = type,
            Directives = directives,
            Span = SpanFrom(start),
        };
    }

    // ArgumentsDefinition : ( InputValueDefinition+ )
    // InputFieldsDefinition : { InputValueDefinition+ }
    private InputValueDefinitionNode[] InputValueDefinitions(TokenKind open, TokenKind close)
    {
        if (!Skip(open))
        {
            return [];
        }

        var values = default(NodeList<InputValueDefinitionNode>);
        do
        {
            values.Add(InputValueDefinition());
        }
        while (!Skip(close));
        return values.ToArray();
    }

    // InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?
    private InputValueDefinitionNode InputValueDefinition()
    {
        var start = _token.Start;
        var description = Description();
        var name = Name();
        Expect(TokenKind.Colon);
        var type = TypeReference();
        var defaultValue = DefaultValue();
        var directives = Directives(isConst: true);
        return new InputValueDefinitionNode
        {
            Description = description,
            Name = name,
            Type = type,
            DefaultValue = defaultValue,
            Directives = directives,
            Span = SpanFrom(start),
        };
    }

    // EnumValuesDefinition : { EnumValueDefinition+ }
    private EnumValueDefinitionNode[] EnumValuesDefinition()
    {
        if (!Skip(TokenKind.LeftBrace))
        {
            return [];
        }

        var values = default(NodeList<EnumValueDefinitionNode>);
        do
        {
            values.Add(EnumValueDefinition());
        }
        while (!Skip(TokenKind.RightBrace));
        return values.ToArray();
    }

    // EnumValueDefinition : Description? EnumValue Directives[Const]?
    private EnumValueDefinitionNode EnumValueDefinition()
    {
        var start = _token.Start;
        var description = Description();
        if (Means("true") || Means("false") || Means("null"))
        {
            throw new SyntaxException($"{Describe(_token)} is reserved and cannot be used for an enum value.", _token.Start);
        }

        var name = Name();
        var directives = Directives(isConst: true);
        return new EnumValueDefinitionNode { Description = description, Name = name, Directives = directives, Span = SpanFrom(start) };
    }

    // DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations
    private DirectiveDefinitionNode DirectiveDefinition()
    {
        var (start, description) = Opening(isExtension: false);
        ExpectKeyword("directive"u8);
        Expect(TokenKind.At);
        var name = Name();
        var arguments = InputValueDefinitions(TokenKind.LeftParenthesis, TokenKind.RightParenthesis);
        var repeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = DirectiveLocations();
        return new DirectiveDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Repeatable = repeatable,
            Locations = locations,
            Span = SpanFrom(start),
        };
    }

    // DirectiveLocations : DirectiveLocations | DirectiveLocation | |? DirectiveLocation
    private NameNode[] DirectiveLocations()
    {
        Skip(TokenKind.Pipe);
        var locations = default(NodeList<NameNode>);
        do
        {
            var token = _token;
            var name = Name();
            locations.Add(DirectiveLocation.IsKnown(name.Value) ? name : throw Unexpected(token));
        }
        while (Skip(TokenKind.Pipe));
        return locations.ToArray();
    }

    private (int Start, StringValueNode? Description) Opening(bool isExtension)
    {
        var start = _token.Start;
        if (!isExtension)
        {
            return (start, Description());
        }

        ExpectKeyword("extend"u8);
        return (start, null);
    }

    /// <summary>An extension that adds nothing is an error where it stops.</summary>
    private readonly void RequireSomething(bool isExtension, int parts)
    {
        if (isExtension && parts == 0)
        {
            throw Unexpected(_token);
        }
    }
}
