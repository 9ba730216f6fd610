using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Data.Projections;

/// <summary>What a request needs of an object.</summary>
internal sealed class Needs
{
    /// <summary>Whether it needs all of it, because nobody knows what exactly.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Members by their C# names.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>What it needs of the objects behind those members that are objects.</summary>
    public Dictionary<string, Needs> Related { get; } = new(StringComparer.Ordinal);

    /// <summary>What a request needs of the items of a list field, or of a paged one.</summary>
    /// <param name="list">The list field.</param>
    public static Needs OfItems(FieldPlan list)
    {
        var needs = new Needs();
        if (!list.Field.IsPaged)
        {
            needs.Add(list);
            return needs;
        }

        foreach (var part in list.Below())
        {
            if (part.Field.Name == "nodes")
            {
                needs.Add(part);
            }
            else if (part.Field.Name == "edges")
            {
                foreach (var node in part.Below().Where(f => f.Field.Name == "node"))
                {
                    needs.Add(node);
                }
            }
        }

        return needs;
    }

    // As deep as the document, which is bounded where it is parsed.
    private void Add(FieldPlan composite)
    {
        foreach (var field in composite.Below().Where(f => f.Kind != FieldKind.TypeName))
        {
            if (field.Field.Reads is not { } reads)
            {
                IsWhole = true;
                continue;
            }

            Members.UnionWith(reads);
            if (field.Value.Selection is not null && reads is [var member] && field.Field.Resolver is PropertyResolver)
            {
                RelatedBy(member).Add(field);
            }
            else if (field.Field.Resolver is not PropertyResolver)
            {
                // Who requires an object may read any of its members.
                reads.ToList().ForEach(m => RelatedBy(m).IsWhole = true);
            }
        }
    }

    private Needs RelatedBy(string member)
    {
        if (!Related.TryGetValue(member, out var related))
        {
            Related.Add(member, related = new Needs());
        }

        return related;
    }
}
