using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Each field of an input object literal is given once.</summary>
internal sealed class UniqueInputFieldNames(SdlContext context) : ISdlRule
{
    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        if (node is not ObjectValueNode literal)
        {
            return;
        }

        var seen = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in literal.Fields)
        {
            if (!seen.TryAdd(field.Name.Value, field.Name))
            {
                context.Report($"There can be only one input field named \"{field.Name.Value}\".", seen[field.Name.Value], field.Name);
            }
        }
    }
}
