namespace Exams.GraphQL.Types;

/// <summary>Which directives introspection lists, and in which order.</summary>
public enum DirectiveListing
{
    /// <summary>All that the SDL declares, the specified ones first, in graphql-js's order.</summary>
    Declared,

    /// <summary>As HotChocolate 15 lists them: <c>@oneOf</c>, those that documents may use, <c>@deprecated</c>, those of the engine,
    /// and last <c>@specifiedBy</c>; <c>@authorize</c> is for readers of the SDL alone.</summary>
    Package,
}
