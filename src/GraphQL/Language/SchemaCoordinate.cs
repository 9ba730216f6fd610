namespace Exams.GraphQL.Language;

/// <summary>Names one element of a schema (specification, "Schema Coordinates"), e.g. <c>Query.centre(number:)</c> or <c>@include</c>.</summary>
/// <param name="Name">The type's name, or the directive's without the @.</param>
/// <param name="MemberName">The field, input field or enum value; null for the type itself and for directives.</param>
/// <param name="ArgumentName">The argument of the field or directive; null for none.</param>
/// <param name="OfDirective">True when it names a directive or its argument.</param>
public sealed record SchemaCoordinate(string Name, string? MemberName = null, string? ArgumentName = null, bool OfDirective = false)
{
    /// <summary>The coordinate as it is written.</summary>
    /// <returns>The text; parsing it gives an equal coordinate.</returns>
    public override string ToString() =>
        (OfDirective ? "@" : "") + Name + (MemberName is null ? "" : "." + MemberName) + (ArgumentName is null ? "" : $"({ArgumentName}:)");
}
