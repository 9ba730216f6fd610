using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Each field of an input object literal is given once.</summary>
internal sealed class UniqueInputFieldNames(SdlContext context) : ISdlRule
{
    private readonly Stack<Dictionary<string, NameNode>> _open = [];

    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is ObjectValueNode)
        {
            _open.Push(new Dictionary<string, NameNode>(StringComparer.Ordinal));
        }
        else if (node is ObjectFieldNode { Name: var name } && !_open.Peek().TryAdd(name.Value, name))
        {
            context.Report($"There can be only one input field named \"{name.Value}\".", _open.Peek()[name.Value], name);
        }
    }

    public void Leave(ISyntaxNode node)
    {
        if (node is ObjectValueNode)
        {
            _open.Pop();
        }
    }
}
