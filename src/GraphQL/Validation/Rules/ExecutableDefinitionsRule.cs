using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>A document to execute holds operations and fragments only (specification, "Executable Definitions").</summary>
/// <param name="context">The validation.</param>
public sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule(context), IEnter<DocumentNode>
{
    /// <inheritdoc/>
    public void Enter(DocumentNode node)
    {
        foreach (var definition in node.Definitions)
        {
            if (definition is ITypeSystemNode)
            {
                var name = definition switch
                {
                    TypeDefinitionNode type => $"\"{Context.Cut(type.Name.Value)}\"",
                    DirectiveDefinitionNode directive => $"\"{Context.Cut(directive.Name.Value)}\"",
                    _ => "schema",
                };
                Context.Report($"The {name} definition is not executable.", definition);
            }
        }
    }
}
