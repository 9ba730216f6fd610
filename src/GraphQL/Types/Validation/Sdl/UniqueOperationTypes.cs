using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Each operation has one root type.</summary>
internal sealed class UniqueOperationTypes(SdlContext context) : ISdlRule
{
    private readonly Dictionary<OperationType, OperationTypeDefinitionNode> _seen = [];

    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not SchemaDefinitionNode definition)
        {
            return;
        }

        foreach (var root in definition.OperationTypes)
        {
            var operation = root.Operation.ToString().ToLowerInvariant();
            if (context.Schema?.Roots.Of(root.Operation) is not null)
            {
                context.Report($"Type for {operation} already defined in the schema. It cannot be redefined.", root);
            }
            else if (!_seen.TryAdd(root.Operation, root))
            {
                context.Report($"There can be only one {operation} type in schema.", _seen[root.Operation], root);
            }
        }
    }
}
