namespace Exams.GraphQL.Validation;

/// <summary>How strictly documents are validated, and how much is said about what is wrong.</summary>
public sealed record ValidationOptions
{
    /// <summary>As graphql-js 16 validates: its rules, its 100 errors, its suggestions.</summary>
    public static ValidationOptions Reference { get; } = new();

    /// <summary>For strangers: the September 2025 rules, the limits of the house, few and short errors.</summary>
    public static ValidationOptions Public { get; } = new()
    {
        Rules = SpecifiedRules.Public,
        MaxErrors = 5,
        AnnounceErrorLimit = false,
        MaxLocations = 5,
        MaxQuotedText = 100,
        AllowSuggestions = false,
        RefuseConditionalSubscriptionRoot = true,
        RefuseNullableInEveryOneOf = true,
        MaxExecutionDepth = 15,
        MaxIntrospectionDepth = 20,
        MaxAliases = 200,
        MaxResponseKeys = 2_048,
        MaxDeferrals = 64,
    };

    /// <summary>The rules, in the order in which their errors appear at one place.</summary>
    public RuleSet Rules { get; init; } = SpecifiedRules.Reference;

    /// <summary>Most errors; the next one ends validation.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Whether one more error says that <see cref="MaxErrors"/> was reached, as graphql-js does.</summary>
    public bool AnnounceErrorLimit { get; init; } = true;

    /// <summary>Most locations of one error; further ones are left out.</summary>
    public int MaxLocations { get; init; } = 100;

    /// <summary>Longest piece of the client's own text repeated in a message, in characters; null for all.</summary>
    public int? MaxQuotedText { get; init; }

    /// <summary>Whether messages may suggest names ("Did you mean …"), which tells a stranger what the schema has.</summary>
    public bool AllowSuggestions { get; init; } = true;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked for.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>Whether <c>@skip</c> and <c>@include</c> are refused on a subscription's root selection (September 2025;
    /// graphql-js 16 accepts them).</summary>
    public bool RefuseConditionalSubscriptionRoot { get; init; }

    /// <summary>Whether a nullable variable is refused in every <c>@oneOf</c> object (September 2025; graphql-js 16 and 17 overlook those
    /// behind a non-null type and those given alone for a list).</summary>
    public bool RefuseNullableInEveryOneOf { get; init; }

    /// <summary>Deepest nesting of selected fields with fragments followed, introspection apart; null for no limit.</summary>
    public int? MaxExecutionDepth { get; init; }

    /// <summary>Deepest nesting of selected fields below <c>__schema</c> and <c>__type</c>; null for no limit.</summary>
    public int? MaxIntrospectionDepth { get; init; }

    /// <summary>How often one way down the selected fields may pass the same field of the same type; null for no limit.</summary>
    public int? MaxFieldCycleDepth { get; init; }

    /// <summary>Most aliased response keys of one operation after fragments are merged; null for no limit.</summary>
    public int? MaxAliases { get; init; }

    /// <summary>Most response keys of one operation after fragments are merged; null for no limit.</summary>
    public int? MaxResponseKeys { get; init; }

    /// <summary>Most <c>@defer</c> and <c>@stream</c> in a document; null for no limit.</summary>
    public int? MaxDeferrals { get; init; }

    /// <summary>Steps that following fragments and comparing fields may take together before a document counts as too complex.</summary>
    /// <remarks>Ordinary documents take fewer steps than they have tokens.</remarks>
    public int MaxSteps { get; init; } = 1_000_000;
}
