namespace Exams.GraphQL.Http;

/// <summary>Longest request body for a schema, whatever its endpoints say.</summary>
/// <param name="Schema">The schema's name; empty for the one without a name.</param>
/// <param name="Bytes">How long, in bytes.</param>
internal sealed record RequestSizeLimit(string Schema, int Bytes);
