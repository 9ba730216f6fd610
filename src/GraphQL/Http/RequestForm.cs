namespace Exams.GraphQL.Http;

/// <summary>What a request may look like where it came in.</summary>
/// <param name="MaxBatchSize">Most operations in one body: several requests, several sets of variables, or both. 0 for neither.</param>
/// <param name="NeedsDocument">Whether the document, or which one it is, has to be said; the address may say it.</param>
internal readonly record struct RequestForm(int MaxBatchSize, bool NeedsDocument)
{
    /// <summary>One request with its document.</summary>
    public static RequestForm Single { get; } = new(0, NeedsDocument: true);
}
