using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Exams.GraphQL.Validation;

namespace Exams.GraphQL.Tests.Validation;

/// <summary>Validates documents against one small schema with every kind of type in it.</summary>
internal static class Judge
{
    private const string Sdl = """
        directive @note(text: String!, old: Int @deprecated(reason: "Say it in text.")) on FIELD | QUERY | VARIABLE_DEFINITION
        directive @tag(name: String) repeatable on FIELD
        scalar Day
        enum Grade { A B C OLD @deprecated(reason: "Use C.") }
        interface Person { name: String! }
        type Candidate implements Person { name: String! number: Int! grades(best: Boolean = false): [Grade!] centre: Centre! formerName: String @deprecated(reason: "Use name.") }
        type Officer implements Person { name: String! email: String centre: Centre! }
        type Centre { number: String! candidates(first: Int, where: CandidateFilter, by: CandidateKey): [Candidate!]! officers: [Officer!] parent: Centre }
        union Found = Candidate | Officer | Centre
        input CandidateFilter { name: String number: Int born: Day grades: [Grade!] and: [CandidateFilter!] required: Boolean! = true old: Int @deprecated(reason: "Use number.") tags: [String!]! = [] }
        input CandidateKey @oneOf { number: Int name: String }
        input NewEntry { candidate: Int! syllabus: String! }
        type Query { centre(number: String!): Centre person(name: String = "x"): Person find(text: String, since: Day): [Found!]! grade(of: Grade): Grade }
        type Mutation { enter(entries: [NewEntry!]!): Int }
        type Subscription { released(centre: String): Centre changed: Int }
        """;

    public static Schema Schema { get; } = SchemaBuilder.FromSdl(Sdl);

    /// <summary>The same with <c>@defer</c> and <c>@stream</c>.</summary>
    public static Schema InParts { get; } = SchemaBuilder.FromSdl(Sdl, new SdlOptions { IncrementalDelivery = true });

    /// <summary>The same with one of the two.</summary>
    public static Schema With(Directive directive) => new(
        Schema.Types.Values, [.. Schema.Directives, directive], Schema.QueryType, Schema.MutationType, Schema.SubscriptionType);

    /// <summary>What one rule says, as <c>message (line:column)…</c>.</summary>
    public static IReadOnlyList<string> With<TRule>(string text, Func<ValidationOptions, ValidationOptions>? change = null, Schema? schema = null)
        where TRule : ValidationRule
    {
        var rule = new RuleEntry(typeof(TRule), context => (TRule)Activator.CreateInstance(typeof(TRule), context)!);
        var options = new ValidationOptions { Rules = new RuleSet([rule]) };
        return Say(Validator.Validate(schema ?? Schema, Parse(text), change is null ? options : change(options)));
    }

    /// <summary>What all rules say together.</summary>
    public static IReadOnlyList<string> All(string text, ValidationOptions options) => Say(Validator.Validate(Schema, Parse(text), options));

    public static DocumentNode Parse(string text) => Parser.Parse(text);

    private static List<string> Say(IReadOnlyList<GraphQLError> errors) =>
        [.. errors.Select(error => error.Message + string.Concat((error.Locations ?? []).Select(place => $" ({place.Line}:{place.Column})")))];
}
