using Exams.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Exams.GraphQL.Http;

/// <summary>An answer to a call that is no GraphQL request, or not one for this address.</summary>
/// <param name="Status">The status.</param>
/// <param name="Message">For people.</param>
/// <param name="Code">For programs.</param>
internal sealed record Refusal(int Status, string Message, string Code)
{
    private const string BadRequest = "HC0009";

    // Also the code of documents that cannot be parsed, where HTTP brought them.
    private const string Unreadable = "HC0011";

    public static Refusal Unsupported { get; } = new(
        StatusCodes.Status415UnsupportedMediaType,
        "The request body must be application/json in UTF-8.",
        BadRequest);

    public static Refusal Packed { get; } = new(
        StatusCodes.Status415UnsupportedMediaType,
        "The request body must not be compressed: send it without Content-Encoding.",
        BadRequest);

    public static Refusal TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "The request body is too large.", "HC0010");

    public static Refusal NotAcceptable { get; } = new(
        StatusCodes.Status406NotAcceptable,
        "Responses come as application/graphql-response+json, application/json, text/event-stream, multipart/mixed or application/jsonl.",
        "HC0063");

    public static Refusal UnreadableAccept { get; } = new(
        StatusCodes.Status400BadRequest,
        "The header Accept cannot be read.",
        "HC0064");

    public static Refusal NoDocument { get; } = Malformed("The request has no query.");

    public static Refusal NotJson { get; } = Unparsable("The request is not valid JSON.") with { Code = Unreadable };

    public static Refusal Batch { get; } = Unparsable("Requests in batches are not accepted here.");

    public static Refusal TooManyRuns { get; } = Unparsable("The batch is too large.");

    public static Refusal Preflight { get; } = Unparsable("This request needs the header GraphQL-Preflight.") with { Code = "HC0077" };

    /// <summary>The text is not what it should be at all.</summary>
    public static Refusal Unparsable(string message) => new(StatusCodes.Status400BadRequest, message, BadRequest);

    /// <summary>The text is right, but its members are not those of a GraphQL request.</summary>
    public static Refusal Malformed(string message) => new(StatusCodes.Status400BadRequest, message, Unreadable) { IsWellFormed = true };

    /// <summary>True when only the members are wrong, which the draft of 2026 tells apart.</summary>
    public bool IsWellFormed { get; init; }

    /// <summary>Writes <c>{"errors":[…]}</c>.</summary>
    public void WriteTo(JsonBuffer json)
    {
        json.WriteRaw("{\"errors\":["u8);
        WriteErrorTo(json);
        json.WriteRaw("]}"u8);
    }

    /// <summary>Writes the one error.</summary>
    public void WriteErrorTo(JsonBuffer json)
    {
        json.WriteRaw("{\"message\":"u8);
        json.WriteString(Message);
        json.WriteRaw(",\"extensions\":{\"code\":"u8);
        json.WriteString(Code);
        json.WriteRaw("}}"u8);
    }
}
