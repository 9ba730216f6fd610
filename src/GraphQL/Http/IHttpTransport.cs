namespace Exams.GraphQL.Http;

/// <summary>One way of carrying requests and responses. Transports are asked in order; the first that supports a call gets it.</summary>
internal interface IHttpTransport
{
    /// <summary>Whether this transport carries the call.</summary>
    bool Supports(GraphQLCall call);

    /// <summary>Reads the request, has it executed and writes the response. Wrong requests are answered, not thrown.</summary>
    Task HandleAsync(GraphQLCall call);
}
