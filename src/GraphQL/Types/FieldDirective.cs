namespace Exams.GraphQL.Types;

/// <summary>A directive that documents put at fields, and that stands between a field and its resolver.</summary>
public abstract class FieldDirective
{
    /// <summary>Its definition: on <c>FIELD</c>, not repeatable.</summary>
    public abstract Directive Definition { get; }

    /// <summary>Gives the field's value. Called in the place of the resolver, after all that guards the field has agreed.</summary>
    /// <param name="context">The field.</param>
    /// <param name="arguments">The directive's own arguments, coerced, in declared order.</param>
    /// <param name="next">Calls the resolver. It may stay uncalled.</param>
    /// <returns>The value.</returns>
    public abstract ValueTask<object?> ResolveAsync(IResolverContext context, IReadOnlyList<InputFieldValue> arguments, Func<ValueTask<object?>> next);
}
