using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Validation.Sdl;

/// <summary>Checks an SDL text before a schema is built from it (specification, "Type System"; messages of graphql-js 16).</summary>
/// <remarks>It asks whether the definitions fit together as text; whether the schema makes sense as a type system is asked by
/// <see cref="SchemaValidator"/>. Operations and fragments in the text are passed over: they are no part of a schema.</remarks>
public static class SdlValidator
{
    /// <summary>The rules, in graphql-js's order: what the text defines first, then what it refers to.</summary>
    private static readonly (string Name, Func<SdlContext, ISdlRule> Create)[] Rules =
    [
        ("LoneSchemaDefinition", c => new LoneSchemaDefinition(c)),
        ("UniqueOperationTypes", c => new UniqueOperationTypes(c)),
        ("UniqueTypeNames", c => new UniqueTypeNames(c)),
        ("UniqueEnumValueNames", c => new UniqueEnumValueNames(c)),
        ("UniqueFieldDefinitionNames", c => new UniqueFieldDefinitionNames(c)),
        ("UniqueArgumentDefinitionNames", c => new UniqueArgumentDefinitionNames(c)),
        ("UniqueDirectiveNames", c => new UniqueDirectiveNames(c)),
        ("KnownTypeNames", c => new KnownTypeNames(c)),
        ("KnownDirectives", c => new KnownDirectives(c)),
        ("UniqueDirectivesPerLocation", c => new UniqueDirectivesPerLocation(c)),
        ("PossibleTypeExtensions", c => new PossibleTypeExtensions(c)),
        ("KnownArgumentNamesOnDirectives", c => new KnownArgumentNamesOnDirectives(c)),
        ("UniqueArgumentNames", c => new UniqueArgumentNames(c)),
        ("UniqueInputFieldNames", c => new UniqueInputFieldNames(c)),
        ("ProvidedRequiredArgumentsOnDirectives", c => new ProvidedRequiredArgumentsOnDirectives(c)),
    ];

    /// <summary>The names of all rules.</summary>
    public static IEnumerable<string> RuleNames => Rules.Select(r => r.Name);

    /// <summary>Checks a text.</summary>
    /// <param name="document">The text.</param>
    /// <param name="schema">The schema that it extends; null for a schema of its own.</param>
    /// <param name="rules">Names of the rules to apply; null for all.</param>
    /// <returns>The faults in text order; empty when there are none.</returns>
    public static IReadOnlyList<GraphQLError> Validate(
        DocumentNode document, Schema? schema = null, IReadOnlyCollection<string>? rules = null)
    {
        var errors = new List<GraphQLError>();
        var context = new SdlContext(document, schema, errors);
        ISdlRule[] chosen = [.. Rules.Where(r => rules is null || rules.Contains(r.Name)).Select(r => r.Create(context))];
        var ancestors = new List<ISyntaxNode>();
        foreach (var definition in document.Definitions.OfType<ITypeSystemNode>())
        {
            Visit(definition, ancestors, chosen);
        }

        return errors;
    }

    // As deep as values and types nest, which the parser bounds.
    private static void Visit(ISyntaxNode node, List<ISyntaxNode> ancestors, ISdlRule[] rules)
    {
        foreach (var rule in rules)
        {
            rule.Enter(node, ancestors);
        }

        ancestors.Add(node);
        foreach (var child in SdlChildren.Of(node))
        {
            Visit(child, ancestors, rules);
        }

        ancestors.RemoveAt(ancestors.Count - 1);
        foreach (var rule in rules)
        {
            rule.Leave(node);
        }
    }
}
