using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Sdl;

/// <summary>What the specified type system directives say where they stand.</summary>
internal static class SpecifiedArguments
{
    /// <summary>The reason of a <c>@deprecated</c>, its default when it gives none, null without the directive.</summary>
    /// <exception cref="SchemaException">The reason is no text.</exception>
    public static string? DeprecationReason(IHasDirectives node) => Find([node], "deprecated") is { } directive
        ? Text(directive, "reason", SpecifiedDirectives.DefaultDeprecationReason)
        : null;

    /// <summary>The address of the last <c>@specifiedBy</c> on a scalar or its extensions; null without one.</summary>
    /// <exception cref="SchemaException">The address is no text.</exception>
    public static string? SpecifiedBy(IEnumerable<IHasDirectives> nodes) => Find(nodes.Reverse(), "specifiedBy") is { } directive
        ? Text(directive, "url", null)
        : null;

    /// <summary>Whether <c>@oneOf</c> stands on an input object or its extensions.</summary>
    public static bool IsOneOf(IEnumerable<IHasDirectives> nodes) => Find(nodes, "oneOf") is not null;

    private static DirectiveNode? Find(IEnumerable<IHasDirectives> nodes, string name) =>
        nodes.SelectMany(n => n.Directives).FirstOrDefault(d => d.Name.Value == name);

    private static string? Text(DirectiveNode directive, string argument, string? missing) =>
        directive.Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value switch
        {
            null => missing,
            NullValueNode => throw new SchemaException($"Argument \"{argument}\" of non-null type \"String!\" must not be null."),
            StringValueNode text => text.Value,
            var other => throw new SchemaException($"Argument \"{argument}\" has invalid value {Printer.Print(other)}."),
        };
}
