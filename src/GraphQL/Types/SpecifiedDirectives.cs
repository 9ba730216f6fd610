using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types;

/// <summary>The directives that every schema has (specification, "Directives").</summary>
public static class SpecifiedDirectives
{
    /// <summary>The reason of a deprecation that gives none.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    /// <summary><c>@include(if:)</c>.</summary>
    public static Directive Include { get; } = new("include", ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"])
    {
        Description = "Directs the executor to include this field or fragment only when the `if` argument is true.",
        Arguments = [new InputField("if", new NonNullType(SpecifiedScalars.Boolean)) { Description = "Included when true." }],
    };

    /// <summary><c>@skip(if:)</c>.</summary>
    public static Directive Skip { get; } = new("skip", ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"])
    {
        Description = "Directs the executor to skip this field or fragment when the `if` argument is true.",
        Arguments = [new InputField("if", new NonNullType(SpecifiedScalars.Boolean)) { Description = "Skipped when true." }],
    };

    /// <summary><c>@deprecated(reason:)</c>.</summary>
    public static Directive Deprecated { get; } =
        new("deprecated", ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"])
        {
            Description = "Marks an element of a GraphQL schema as no longer supported.",
            Arguments =
            [
                new InputField("reason", new NonNullType(SpecifiedScalars.String))
                {
                    Description = "Explains why this element was deprecated, usually also including a suggestion for how to access "
                        + "supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
                    DefaultValue = new StringValueNode(DefaultDeprecationReason),
                },
            ],
        };

    /// <summary><c>@specifiedBy(url:)</c>.</summary>
    public static Directive SpecifiedBy { get; } = new("specifiedBy", ["SCALAR"])
    {
        Description = "Exposes a URL that specifies the behavior of this scalar.",
        Arguments =
        [
            new InputField("url", new NonNullType(SpecifiedScalars.String))
            {
                Description = "The URL that specifies the behavior of this scalar.",
            },
        ],
    };

    /// <summary><c>@oneOf</c>.</summary>
    public static Directive OneOf { get; } = new("oneOf", ["INPUT_OBJECT"])
    {
        Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
    };

    /// <summary><c>@defer(if:, label:)</c>, for schemas that offer incremental delivery; not among <see cref="All"/>.</summary>
    public static Directive Defer { get; } = new("defer", ["FRAGMENT_SPREAD", "INLINE_FRAGMENT"])
    {
        Description = "Directs the executor to defer this fragment when the `if` argument is true or undefined.",
        Arguments =
        [
            new InputField("if", new NonNullType(SpecifiedScalars.Boolean))
            {
                Description = "Deferred when true or undefined.",
                DefaultValue = new BooleanValueNode(true),
            },
            new InputField("label", SpecifiedScalars.String) { Description = "Unique name" },
        ],
    };

    /// <summary><c>@stream(if:, label:, initialCount:)</c>, for schemas that offer incremental delivery; not among <see cref="All"/>.</summary>
    public static Directive Stream { get; } = new("stream", ["FIELD"])
    {
        Description = "Directs the executor to stream plural fields when the `if` argument is true or undefined.",
        Arguments =
        [
            new InputField("if", new NonNullType(SpecifiedScalars.Boolean))
            {
                Description = "Stream when true or undefined.",
                DefaultValue = new BooleanValueNode(true),
            },
            new InputField("label", SpecifiedScalars.String) { Description = "Unique name" },
            new InputField("initialCount", new NonNullType(SpecifiedScalars.Int))
            {
                Description = "Number of items to return immediately",
                DefaultValue = new IntValueNode("0"),
            },
        ],
    };

    /// <summary>All five, in graphql-js's order.</summary>
    public static IReadOnlyList<Directive> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    /// <summary>Whether a name belongs to one of them.</summary>
    /// <param name="name">A directive's name.</param>
    /// <returns>True for the five.</returns>
    public static bool IsSpecified(string name) => name is "include" or "skip" or "deprecated" or "specifiedBy" or "oneOf";
}
