using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation.Merging;

/// <summary>A field with <c>@stream</c> merges with no other, because there would be two answers to how much of the list comes when.</summary>
internal static class OverlappingStreams
{
    /// <summary>Why two fields of one response key conflict over a stream, in graphql-js 17's words.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="a">One field.</param>
    /// <param name="b">The other.</param>
    /// <returns>The reason; null when neither is streamed, or the schema streams nothing.</returns>
    public static string? Reason(Schema schema, FieldNode a, FieldNode b)
    {
        if (!schema.CanStream)
        {
            return null;
        }

        var (first, second) = (Find(a), Find(b));
        if (first is null && second is null)
        {
            return null;
        }

        const string reason = "they have overlapping stream directives";
        return first is not null && second is not null && SameArguments.Of(first.Arguments, second.Arguments)
            ? reason + ". See https://github.com/graphql/defer-stream-wg/discussions/100"
            : reason;
    }

    /// <summary>The field's <c>@stream</c>; null when it has none.</summary>
    /// <param name="field">The field.</param>
    public static DirectiveNode? Find(FieldNode field)
    {
        for (var i = 0; i < field.Directives.Count; i++)
        {
            if (field.Directives[i].Name.Value == "stream")
            {
                return field.Directives[i];
            }
        }

        return null;
    }
}
