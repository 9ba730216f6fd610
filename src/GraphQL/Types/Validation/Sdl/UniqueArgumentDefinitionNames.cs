using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Each argument of a field or directive has a name of its own.</summary>
internal sealed class UniqueArgumentDefinitionNames(SdlContext context) : ISdlRule
{
    public void Enter(ISyntaxNode node, IReadOnlyList<ISyntaxNode> ancestors)
    {
        switch (node)
        {
            case DirectiveDefinitionNode directive:
                Check($"@{directive.Name.Value}", directive.Arguments);
                break;
            case ComplexTypeDefinitionNode type:
                foreach (var field in type.Fields)
                {
                    Check($"{type.Name.Value}.{field.Name.Value}", field.Arguments);
                }

                break;
        }
    }

    private void Check(string parent, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var same in arguments.GroupBy(a => a.Name.Value).Where(g => g.Count() > 1))
        {
            context.Report($"Argument \"{parent}({same.Key}:)\" can only be defined once.", [.. same.Select(a => a.Name)]);
        }
    }
}
