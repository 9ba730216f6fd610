using Exams.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>From what became of a request to its status (GraphQL over HTTP, "Status Codes").</summary>
internal static class ResponseStatus
{
    /// <summary>The draft's status for data that came with errors.</summary>
    private const int PartialSuccess = 294;

    /// <summary>The status of a response.</summary>
    public static int Of(Response response, StatusProfile profile, MediaType type) => (profile, response.Kind) switch
    {
        (_, ResponseKind.Throttled) => StatusCodes.Status429TooManyRequests,
        (_, ResponseKind.OperationNotAllowed) => StatusCodes.Status405MethodNotAllowed,
        (StatusProfile.Draft2026, ResponseKind.Executed) => response.HasErrors ? PartialSuccess : StatusCodes.Status200OK,
        (StatusProfile.Draft2026, ResponseKind.SyntaxError) => StatusCodes.Status400BadRequest,
        (StatusProfile.Draft2026, _) => StatusCodes.Status422UnprocessableEntity,
        (_, ResponseKind.Executed) => StatusCodes.Status200OK,
        _ => type == MediaType.GraphQLResponse ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
    };

    /// <summary>The status of a refusal.</summary>
    public static int Of(Refusal refusal, StatusProfile profile) =>
        profile == StatusProfile.Draft2026 && refusal.IsWellFormed ? StatusCodes.Status422UnprocessableEntity : refusal.Status;

    /// <summary>The media type to answer in: the draft keeps <c>application/json</c> for answers that went well. What is no answer to
    /// a GraphQL request at all (413, 415 …) is never told in GraphQL's own type.</summary>
    public static MediaType TypeFor(int status, MediaType preferred, StatusProfile profile) =>
        profile == StatusProfile.Draft2026 && status is 400 or 405 or 422 or 429 ? MediaType.GraphQLResponse : preferred;
}
