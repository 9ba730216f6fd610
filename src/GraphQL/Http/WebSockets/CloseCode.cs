namespace Exams.GraphQL.Http.WebSockets;

/// <summary>Why a socket is closed: codes of RFC 6455 and of <c>graphql-transport-ws</c>.</summary>
internal enum CloseCode
{
    Normal = 1000,
    GoingAway = 1001,
    MessageTooBig = 1009,
    BadMessage = 4400,
    Unauthorized = 4401,
    Forbidden = 4403,
    InitialisationTimeout = 4408,
    SubscriberExists = 4409,
    TooMany = 4429,
    InternalError = 4500,
}
