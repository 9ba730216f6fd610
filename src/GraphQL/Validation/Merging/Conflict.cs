using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation.Merging;

/// <summary>Two fields that want the same response key for different things.</summary>
/// <param name="ResponseKey">The key.</param>
/// <param name="Reason">Why they cannot be merged.</param>
/// <param name="First">The first field and the fields inside it that are to blame.</param>
/// <param name="Second">The same of the second.</param>
internal sealed record Conflict(string ResponseKey, string Reason, IReadOnlyList<ISyntaxNode> First, IReadOnlyList<ISyntaxNode> Second)
{
    // graphql-js's bounds: detail stays readable, and bounded whatever the document is.
    private const int LongestDetail = 1000;
    private const int MostNodes = 20;

    /// <summary>The conflict of two fields whose selections conflict.</summary>
    public static Conflict Of(string responseKey, FieldNode first, FieldNode second, List<Conflict> inside)
    {
        var reason = "";
        foreach (var conflict in inside)
        {
            reason += reason.Length == 0 ? "" : " and ";
            reason += $"subfields \"{Shorten(conflict.ResponseKey)}\" conflict because {conflict.Reason}";
            if (reason.Length > LongestDetail)
            {
                break;
            }
        }

        return new Conflict(
            responseKey,
            Shorten(reason),
            Gather(first, inside, conflict => conflict.First),
            Gather(second, inside, conflict => conflict.Second));
    }

    public static string Shorten(string text) => text.Length > LongestDetail ? text[..LongestDetail] + "..." : text;

    private static List<ISyntaxNode> Gather(FieldNode field, List<Conflict> inside, Func<Conflict, IReadOnlyList<ISyntaxNode>> side)
    {
        var nodes = new List<ISyntaxNode> { field };
        foreach (var conflict in inside)
        {
            // From the end, so that what is left out is not the deepest.
            nodes.AddRange(side(conflict).TakeLast(MostNodes - nodes.Count));
        }

        return nodes;
    }
}
