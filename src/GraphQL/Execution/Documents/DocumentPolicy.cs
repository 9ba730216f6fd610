namespace Exams.GraphQL.Execution.Documents;

/// <summary>Where a server finds documents that clients only name, and whether it runs others.</summary>
/// <param name="Trusted">Documents that the server knows from the start; null for none.</param>
/// <param name="Persisted">Documents that clients may register by sending them with their hash; null when they may not.</param>
/// <param name="OnlyTrusted">Whether nothing else runs than trusted documents (<c>HC0067</c>).</param>
/// <param name="AllowDocumentBody">Whether a trusted document may be sent as a text too, byte for byte the same, where only such
/// documents run.</param>
public sealed record DocumentPolicy(
    TrustedDocuments? Trusted = null, PersistedQueries? Persisted = null, bool OnlyTrusted = false, bool AllowDocumentBody = false);
