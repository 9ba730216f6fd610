namespace Exams.GraphQL.Execution;

/// <summary>What a server allows a stranger to do. All limits hold before any resolver runs.</summary>
public sealed record EngineOptions
{
    /// <summary>As graphql-js behaves: 100 errors, suggestions, generous limits. For oracles and samples.</summary>
    public static EngineOptions Reference { get; } = new() { MaxErrors = 100, MaxDepth = 200, IncludeExceptionDetails = true };

    /// <summary>Hardened, for strangers: 5 errors, quoted text cut at 100 characters, bounded responses.</summary>
    public static EngineOptions Public { get; } = new() { MaxErrors = 5, MaxVariableErrors = 5, MaxQuotedText = 100, MaxExecutionDepth = 15, MaxAliases = 200, MaxFieldErrors = 200 };

    /// <summary>Longest document, in bytes.</summary>
    public int MaxDocumentBytes { get; init; } = 1_048_576;

    /// <summary>Most tokens in a document.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>Deepest nesting while parsing (selections, values and types together); bounds every later recursion.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Deepest nesting of selected fields with fragments followed; null for none beyond <see cref="MaxDepth"/>.</summary>
    public int? MaxExecutionDepth { get; init; }

    /// <summary>Most aliased response keys in one operation, counted after fragments are merged; null for none.</summary>
    public int? MaxAliases { get; init; }

    /// <summary>Most validation errors reported before validation stops.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Most errors of variables reported before coercion stops.</summary>
    public int MaxVariableErrors { get; init; } = 50;

    /// <summary>Most errors of fields in one response; further ones are not written. Null for no limit.</summary>
    public int? MaxFieldErrors { get; init; }

    /// <summary>Most that one response may leave for later at a time: deferred fragments, objects they concern, streamed lists. What is
    /// beyond that is written in place, as if it were not put off.</summary>
    public int MaxPendingParts { get; init; } = 1_000;

    /// <summary>Most documents kept ready to run.</summary>
    public int MaxCachedDocuments { get; init; } = 1_000;

    /// <summary>Most memory, in bytes, that documents kept ready may take; an estimate.</summary>
    public long MaxCacheBytes { get; init; } = 64 * 1_048_576;

    /// <summary>Longest piece of the client's own text repeated in a message, in characters; null for all.</summary>
    public int? MaxQuotedText { get; init; }

    /// <summary>Highest cost of an operation's fields, on coerced variables; null for no limit.</summary>
    public double? MaxFieldCost { get; init; }

    /// <summary>Most objects that an operation may bring, on coerced variables; null for no limit.</summary>
    public double? MaxTypeCost { get; init; }

    /// <summary>Whether a page size in a variable counts as the largest page, so that a document costs the same whatever its variables say.</summary>
    public bool AssumeLargestPages { get; init; }

    /// <summary>How the cost is told to whoever asks for it.</summary>
    public CostReport CostReport { get; init; }

    /// <summary>Writes codes into errors of variables and of null in non-null positions (<c>HC0018</c>, <c>HC0054</c> to <c>HC0056</c>),
    /// where graphql-js has only a message.</summary>
    public bool StandardCodes { get; init; }

    /// <summary>Whether nothing else runs than trusted documents (<c>HC0067</c>).</summary>
    public bool OnlyTrustedDocuments { get; init; }

    /// <summary>Whether a trusted document may be sent as a text too, byte for byte the same, where only such documents run.</summary>
    public bool AllowDocumentBody { get; init; }

    /// <summary>Longest a request may run.</summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the mutations of one signed-in client run one after the other, so that nobody else waits for more than one of them.</summary>
    public bool ClientsTakeTurns { get; init; }

    /// <summary>Writes the exception's text into errors; for development only.</summary>
    public bool IncludeExceptionDetails { get; init; }
}
