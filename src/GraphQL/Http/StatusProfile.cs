namespace Exams.GraphQL.Http;

/// <summary>Which edition of GraphQL over HTTP decides on status codes. They contradict each other.</summary>
public enum StatusProfile
{
    /// <summary>What today's audits and clients expect: 400 for request errors, 200 where <c>application/json</c> was asked for.</summary>
    Audit,

    /// <summary>The draft of 2026: 294 for data with errors, 422 for what is well formed but wrong.</summary>
    Draft2026,
}
