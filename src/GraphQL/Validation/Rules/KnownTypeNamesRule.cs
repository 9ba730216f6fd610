using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Rules;

/// <summary>Types named in a document exist (specification, "Fragment Spread Type Existence" and "Variables Are Input Types").</summary>
/// <param name="context">The validation.</param>
public sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context), IEnter<DocumentNode>, IEnter<NamedTypeNode>
{
    private HashSet<string>? _definedHere;

    /// <inheritdoc/>
    public void Enter(DocumentNode node)
    {
        // Definitions are refused by another rule; a second error about the use of what they define would only distract.
        foreach (var definition in node.Definitions)
        {
            if (definition is TypeDefinitionNode { IsExtension: false } type)
            {
                (_definedHere ??= new(StringComparer.Ordinal)).Add(type.Name.Value);
            }
        }
    }

    /// <inheritdoc/>
    public void Enter(NamedTypeNode node)
    {
        var name = node.Name.Value;
        if (Context.Schema.Types.ContainsKey(name) || _definedHere?.Contains(name) == true)
        {
            return;
        }

        var known = Context.Schema.Types.Keys.Concat(_definedHere ?? []);
        Context.Report($"Unknown type \"{Context.Cut(name)}\".{Context.DidYouMean(name, known)}", node);
    }
}
