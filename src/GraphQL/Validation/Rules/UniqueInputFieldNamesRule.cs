using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>No field of an input object literal is given twice (specification, "Input Object Field Uniqueness").</summary>
/// <param name="context">The validation.</param>
public sealed class UniqueInputFieldNamesRule(ValidationContext context)
    : ValidationRule(context), IEnter<IValueNode>, ILeave<IValueNode>, IEnter<ObjectFieldNode>
{
    private readonly Stack<Dictionary<string, NameNode>> _open = [];

    /// <inheritdoc/>
    public void Enter(IValueNode node)
    {
        if (node is ObjectValueNode)
        {
            _open.Push(new(StringComparer.Ordinal));
        }
    }

    /// <inheritdoc/>
    public void Leave(IValueNode node)
    {
        if (node is ObjectValueNode)
        {
            _open.Pop();
        }
    }

    /// <inheritdoc/>
    public void Enter(ObjectFieldNode node)
    {
        var known = _open.Peek();
        if (!known.TryAdd(node.Name.Value, node.Name))
        {
            Context.Report(
                $"There can be only one input field named \"{Context.Cut(node.Name.Value)}\".", known[node.Name.Value], node.Name);
        }
    }
}
