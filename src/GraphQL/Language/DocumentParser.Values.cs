using System.Text;

namespace Exams.GraphQL.Language;

// Chapters "Input Values" and "Type References".
internal ref partial struct DocumentParser
{
    // Value[Const] : [~Const] Variable | IntValue | FloatValue | StringValue | BooleanValue | NullValue | EnumValue
    //              | ListValue[?Const] | ObjectValue[?Const]
    public IValueNode Value(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.LeftBracket:
                return ListValue(isConst);
            case TokenKind.LeftBrace:
                return ObjectValue(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(TextOf(token)) { Span = SpanFrom(token.Start) };
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(TextOf(token)) { Span = SpanFrom(token.Start) };
            case TokenKind.String or TokenKind.BlockString:
                return StringValue();
            case TokenKind.Name:
                return WordValue();
            case TokenKind.Dollar:
                return isConst ? throw VariableInConstant() : Variable();
            default:
                throw Unexpected(token);
        }
    }

    // Variable : $ Name
    private VariableNode Variable()
    {
        var start = _token.Start;
        Expect(TokenKind.Dollar);
        var name = Name();
        return new VariableNode(name) { Span = SpanFrom(start) };
    }

    // StringValue
    private StringValueNode StringValue()
    {
        var token = _token;
        Advance();
        return new StringValueNode(StringLiteral.Read(_text, token))
        {
            Block = token.Kind == TokenKind.BlockString,
            Span = SpanFrom(token.Start),
        };
    }

    // BooleanValue : one of true false
    // NullValue : null
    // EnumValue : Name but not true, false or null
    private IValueNode WordValue()
    {
        var token = _token;
        Advance();
        var span = new TextSpan(token.Start, token.End);
        return IsKeyword(token, "true"u8) ? new BooleanValueNode(true) { Span = span }
            : IsKeyword(token, "false"u8) ? new BooleanValueNode(false) { Span = span }
            : IsKeyword(token, "null"u8) ? new NullValueNode { Span = span }
            : new EnumValueNode(_names.Get(_text[token.Start..token.End])) { Span = span };
    }

    // ListValue[Const] : [ ] | [ Value[?Const]+ ]
    private ListValueNode ListValue(bool isConst)
    {
        var start = _token.Start;
        Expect(TokenKind.LeftBracket);
        Descend();
        var items = default(NodeList<IValueNode>);
        while (!Skip(TokenKind.RightBracket))
        {
            items.Add(Value(isConst));
        }

        Ascend();
        return new ListValueNode(items.ToArray()) { Span = SpanFrom(start) };
    }

    // ObjectValue[Const] : { } | { ObjectField[?Const]+ }
    private ObjectValueNode ObjectValue(bool isConst)
    {
        var start = _token.Start;
        Expect(TokenKind.LeftBrace);
        Descend();
        var fields = default(NodeList<ObjectFieldNode>);
        while (!Skip(TokenKind.RightBrace))
        {
            fields.Add(ObjectField(isConst));
        }

        Ascend();
        return new ObjectValueNode(fields.ToArray()) { Span = SpanFrom(start) };
    }

    // ObjectField[Const] : Name : Value[?Const]
    private ObjectFieldNode ObjectField(bool isConst)
    {
        var start = _token.Start;
        var name = Name();
        Expect(TokenKind.Colon);
        var value = Value(isConst);
        return new ObjectFieldNode(name, value) { Span = SpanFrom(start) };
    }

    // Type : NamedType | ListType | NonNullType
    public ITypeNode TypeReference()
    {
        var start = _token.Start;
        ITypeNode type;
        if (Skip(TokenKind.LeftBracket))
        {
            Descend();
            var inner = TypeReference();
            Expect(TokenKind.RightBracket);
            Ascend();
            type = new ListTypeNode(inner) { Span = SpanFrom(start) };
        }
        else
        {
            type = NamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Span = SpanFrom(start) } : type;
    }

    // NamedType : Name
    private NamedTypeNode NamedType()
    {
        var name = Name();
        return new NamedTypeNode(name) { Span = name.Span };
    }

    private SyntaxException VariableInConstant()
    {
        var dollar = Expect(TokenKind.Dollar);
        return At(TokenKind.Name)
            ? new SyntaxException($"Unexpected variable \"${Quote(TextOf(_token))}\" in constant value.", dollar.Start)
            : Unexpected(dollar);
    }

    private readonly string TextOf(Token token) => Encoding.ASCII.GetString(_text[token.Start..token.End]);
}
