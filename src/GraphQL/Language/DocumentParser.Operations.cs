namespace Exams.GraphQL.Language;

// Chapters "Operations", "Selection Sets", "Fields", "Arguments", "Fragments", "Variables", "Directives".
internal ref partial struct DocumentParser
{
    // OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet | SelectionSet
    private OperationDefinitionNode OperationDefinition()
    {
        var start = _token.Start;
        if (At(TokenKind.LeftBrace))
        {
            var shorthand = SelectionSet();
            return new OperationDefinitionNode { Operation = Language.OperationType.Query, SelectionSet = shorthand, Span = SpanFrom(start) };
        }

        var description = Description();
        var operation = OperationType();
        var name = At(TokenKind.Name) ? Name() : null;
        var variables = VariablesDefinition();
        var directives = Directives(isConst: false);
        var selections = SelectionSet();
        return new OperationDefinitionNode
        {
            Description = description,
            Operation = operation,
            Name = name,
            VariableDefinitions = variables,
            Directives = directives,
            SelectionSet = selections,
            Span = SpanFrom(start),
        };
    }

    // OperationType : one of query mutation subscription
    private OperationType OperationType()
    {
        var token = Expect(TokenKind.Name);
        return IsKeyword(token, "query"u8) ? Language.OperationType.Query
            : IsKeyword(token, "mutation"u8) ? Language.OperationType.Mutation
            : IsKeyword(token, "subscription"u8) ? Language.OperationType.Subscription
            : throw Unexpected(token);
    }

    // VariablesDefinition : ( VariableDefinition+ )
    private VariableDefinitionNode[] VariablesDefinition()
    {
        if (!Skip(TokenKind.LeftParenthesis))
        {
            return [];
        }

        var variables = default(NodeList<VariableDefinitionNode>);
        do
        {
            variables.Add(VariableDefinition());
        }
        while (!Skip(TokenKind.RightParenthesis));
        return variables.ToArray();
    }

    // VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private VariableDefinitionNode VariableDefinition()
    {
        var start = _token.Start;
        var description = Description();
        var variable = Variable();
        Expect(TokenKind.Colon);
        var type = TypeReference();
        var defaultValue = DefaultValue();
        var directives = Directives(isConst: true);
        return new VariableDefinitionNode
        {
            Description = description,
            Variable = variable,
            Type = type,
            DefaultValue = defaultValue,
            Directives = directives,
            Span = SpanFrom(start),
        };
    }

    // DefaultValue : = Value[Const]
    private IValueNode? DefaultValue() => Skip(TokenKind.EqualsSign) ? Value(isConst: true) : null;

    // SelectionSet : { Selection+ }
    private SelectionSetNode SelectionSet()
    {
        var start = _token.Start;
        Expect(TokenKind.LeftBrace);
        Descend();
        var selections = default(NodeList<ISelectionNode>);
        do
        {
            selections.Add(Selection());
        }
        while (!Skip(TokenKind.RightBrace));
        Ascend();
        return new SelectionSetNode(selections.ToArray()) { Span = SpanFrom(start) };
    }

    // Selection : Field | FragmentSpread | InlineFragment
    private ISelectionNode Selection() => At(TokenKind.Spread) ? Fragment() : Field();

    // Field : Alias? Name Arguments? Directives? SelectionSet?
    private FieldNode Field()
    {
        var start = _token.Start;
        var name = Name();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = Name();
        }

        var arguments = Arguments(isConst: false);
        var directives = Directives(isConst: false);
        var selections = At(TokenKind.LeftBrace) ? SelectionSet() : null;
        return new FieldNode
        {
            Alias = alias,
            Name = name,
            Arguments = arguments,
            Directives = directives,
            SelectionSet = selections,
            Span = SpanFrom(start),
        };
    }

    // Arguments[Const] : ( Argument[?Const]+ )
    private ArgumentNode[] Arguments(bool isConst)
    {
        if (!Skip(TokenKind.LeftParenthesis))
        {
            return [];
        }

        var arguments = default(NodeList<ArgumentNode>);
        do
        {
            arguments.Add(Argument(isConst));
        }
        while (!Skip(TokenKind.RightParenthesis));
        return arguments.ToArray();
    }

    // Argument[Const] : Name : Value[?Const]
    private ArgumentNode Argument(bool isConst)
    {
        var start = _token.Start;
        var name = Name();
        Expect(TokenKind.Colon);
        var value = Value(isConst);
        return new ArgumentNode(name, value) { Span = SpanFrom(start) };
    }

    // FragmentSpread : ... FragmentName Directives?
    // InlineFragment : ... TypeCondition? Directives? SelectionSet
    private ISelectionNode Fragment()
    {
        var start = _token.Start;
        Expect(TokenKind.Spread);
        var conditional = SkipKeyword("on"u8);
        if (!conditional && At(TokenKind.Name))
        {
            var name = FragmentName();
            var spreadDirectives = Directives(isConst: false);
            return new FragmentSpreadNode { Name = name, Directives = spreadDirectives, Span = SpanFrom(start) };
        }

        var condition = conditional ? NamedType() : null;
        var directives = Directives(isConst: false);
        var selections = SelectionSet();
        return new InlineFragmentNode
        {
            TypeCondition = condition,
            Directives = directives,
            SelectionSet = selections,
            Span = SpanFrom(start),
        };
    }

    // FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet
    private FragmentDefinitionNode FragmentDefinition()
    {
        var start = _token.Start;
        var description = Description();
        ExpectKeyword("fragment"u8);
        var name = FragmentName();
        var variables = _limits.FragmentVariables ? VariablesDefinition() : [];
        ExpectKeyword("on"u8);
        var condition = NamedType();
        var directives = Directives(isConst: false);
        var selections = SelectionSet();
        return new FragmentDefinitionNode
        {
            Description = description,
            Name = name,
            VariableDefinitions = variables,
            TypeCondition = condition,
            Directives = directives,
            SelectionSet = selections,
            Span = SpanFrom(start),
        };
    }

    // FragmentName : Name but not on
    private NameNode FragmentName() => Means("on") ? throw Unexpected(_token) : Name();

    // Directives[Const] : Directive[?Const]+
    private DirectiveNode[] Directives(bool isConst)
    {
        var directives = default(NodeList<DirectiveNode>);
        while (At(TokenKind.At))
        {
            directives.Add(Directive(isConst));
        }

        return directives.ToArray();
    }

    // Directive[Const] : @ Name Arguments[?Const]?
    private DirectiveNode Directive(bool isConst)
    {
        var start = _token.Start;
        Expect(TokenKind.At);
        var name = Name();
        var arguments = Arguments(isConst);
        return new DirectiveNode(name, arguments) { Span = SpanFrom(start) };
    }
}
