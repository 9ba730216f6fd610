namespace Exams.GraphQL.Types.Introspection;

/// <summary>The directives of a schema as introspection lists them.</summary>
internal static class ListedDirectives
{
    private const int OfTheEngine = 4;

    /// <summary>The directives in the order wanted.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>Those that are listed.</returns>
    public static IReadOnlyList<Directive> Of(Schema schema)
    {
        if (schema.Listing == DirectiveListing.Declared)
        {
            return schema.Directives;
        }

        var places = schema.Introspection.DirectiveLocation.Values.Select((v, i) => (v.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        return [.. schema.Directives.Where(d => d.Name != "authorize").OrderBy(Rank).Select(d => InOrder(d, places))];
    }

    private static int Rank(Directive directive) => directive.Name switch
    {
        "oneOf" => 0,
        "skip" => 1,
        "include" => 2,
        "deprecated" => 3,
        "specifiedBy" => OfTheEngine + 1,
        _ => OfTheEngine,
    };

    // Places stand in the order in which the specification lists them, whatever the declaration says.
    private static Directive InOrder(Directive directive, Dictionary<string, int> places) =>
        new(directive.Name, [.. directive.Locations.OrderBy(l => places[l])])
        {
            Description = directive.Description,
            Arguments = directive.Arguments,
            IsRepeatable = directive.IsRepeatable,
            SyntaxNode = directive.SyntaxNode,
        };
}
