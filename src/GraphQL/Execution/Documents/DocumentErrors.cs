namespace Exams.GraphQL.Execution.Documents;

/// <summary>What is said about documents that are named and not found. The words that client libraries look for are theirs.</summary>
internal static class DocumentErrors
{
    public static IError UnknownId { get; } = Error("There is no document with this id.", "HC0020");

    public static IError OtherText { get; } = Error("The id belongs to another document than the one that was sent.", "HC0020");

    public static IError OnlyTrusted { get; } = Error("Only trusted documents run here, by their ids.", "HC0067");

    public static IError NotFound { get; } = Error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");

    public static IError NotSupported { get; } = Error("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED");

    public static IError OtherVersion { get; } = Error("Unsupported persisted query version", "PERSISTED_QUERY_NOT_SUPPORTED");

    public static IError OtherHash { get; } = Error("provided sha does not match query", "PERSISTED_QUERY_HASH_MISMATCH");

    private static IError Error(string message, string code) => new GraphQLError(message).WithCode(code);
}
