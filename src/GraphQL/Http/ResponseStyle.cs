namespace Exams.GraphQL.Http;

/// <summary>How answers look where neither a specification nor the client decides.</summary>
public enum ResponseStyle
{
    /// <summary>As published audits and browsers want it: <c>application/json</c> for clients that take anything, a data line in the
    /// last event of a stream, a list for a list of one request.</summary>
    Audits,

    /// <summary>As HotChocolate 15 answers: <c>application/graphql-response+json</c> for clients that take anything, a last event
    /// without data, the bare answer for a list of one request. For clients written for it.</summary>
    HotChocolate,
}
