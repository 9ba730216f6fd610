namespace Exams.GraphQL.Language;

// Chapter "Document".
internal ref partial struct DocumentParser
{
    // Document : Definition+
    public DocumentNode Document(Source source)
    {
        var definitions = default(NodeList<IDefinitionNode>);
        do
        {
            definitions.Add(Definition());
        }
        while (!At(TokenKind.EndOfFile));
        return new DocumentNode(definitions.ToArray(), source) { Span = new TextSpan(0, _text.Length) };
    }

    // Definition : ExecutableDefinition | TypeSystemDefinitionOrExtension, each with an optional Description where the grammar has one
    private IDefinitionNode Definition()
    {
        if (At(TokenKind.LeftBrace))
        {
            return OperationDefinition();
        }

        var described = AtDescription();
        var keyword = described ? Peek() : _token;
        if (described && keyword.Kind == TokenKind.LeftBrace)
        {
            throw new SyntaxException("Unexpected description, descriptions are not supported on shorthand queries.", _token.Start);
        }

        if (keyword.Kind != TokenKind.Name)
        {
            throw Unexpected(keyword);
        }

        switch (_text[keyword.Start..keyword.End])
        {
            case var word when word.SequenceEqual("query"u8) || word.SequenceEqual("mutation"u8) || word.SequenceEqual("subscription"u8):
                return OperationDefinition();
            case var word when word.SequenceEqual("fragment"u8):
                return FragmentDefinition();
            case var word when TypeSystemDefinition(word) is { } definition:
                return definition;
            case var word when described:
                throw new SyntaxException("Unexpected description, only GraphQL definitions support descriptions.", _token.Start);
            case var word when word.SequenceEqual("extend"u8):
                return TypeSystemExtension();
            default:
                throw Unexpected(keyword);
        }
    }

    // Description : StringValue
    private StringValueNode? Description() => AtDescription() ? StringValue() : null;

    private readonly bool AtDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString;
}
