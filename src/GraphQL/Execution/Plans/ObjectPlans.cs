using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>A value with fields (specification, "Value Completion", objects).</summary>
/// <param name="isNonNull">Whether null is refused here.</param>
/// <param name="selection">What is asked of it.</param>
internal abstract class CompositePlan(bool isNonNull, SelectionPlan selection) : ValuePlan(isNonNull)
{
    /// <inheritdoc/>
    public override SelectionPlan Selection => selection;

    /// <inheritdoc/>
    protected override bool CompleteValue(ResponseWriter writer, FieldPlan field, object value)
    {
        ObjectPlan plan;
        try
        {
            plan = selection.For(TypeOf(writer, field, value));
        }
        catch (Exception refused)
        {
            return writer.FailAt(field, refused, IsNonNull);
        }

        if (plan.Fault is { } fault)
        {
            return writer.FailAt(field, new GraphQLException(fault), IsNonNull);
        }

        if (IsNonNull)
        {
            return writer.WriteObject(plan, value);
        }

        writer.OpenBoundary();
        return writer.CloseBoundary(writer.WriteObject(plan, value));
    }

    /// <summary>The object type of the value; throws when it has none that fits.</summary>
    protected abstract ObjectType TypeOf(ResponseWriter writer, FieldPlan field, object value);

    private protected static GraphQLException Fault(string message) => new(message);
}

/// <summary>A value of an object type.</summary>
/// <param name="isNonNull">Whether null is refused here.</param>
/// <param name="type">The type.</param>
/// <param name="selection">What is asked of it.</param>
internal sealed class ObjectValuePlan(bool isNonNull, ObjectType type, SelectionPlan selection) : CompositePlan(isNonNull, selection)
{
    /// <inheritdoc/>
    public override ObjectPlan? Plain => Selection.For(type) is { IsPlain: true } plan ? plan : null;

    /// <inheritdoc/>
    protected override ObjectType TypeOf(ResponseWriter writer, FieldPlan field, object value) => type.IsTypeOf is { } belongs && !belongs(value)
        ? throw Fault($"Expected value of type \"{type.Name}\" but got: {Inspect.Value(value)}.")
        : type;
}

/// <summary>A value of an interface or union (specification, "ResolveAbstractType").</summary>
/// <param name="isNonNull">Whether null is refused here.</param>
/// <param name="type">The interface or union.</param>
/// <param name="schema">The schema.</param>
/// <param name="selection">What is asked of it.</param>
internal sealed class AbstractPlan(bool isNonNull, IAbstractType type, Schema schema, SelectionPlan selection) : CompositePlan(isNonNull, selection)
{
    /// <inheritdoc/>
    protected override ObjectType TypeOf(ResponseWriter writer, FieldPlan field, object value)
    {
        var found = type.ResolveType is { } resolve ? Named(field, resolve(value)) : Asked(field, value);
        if (found.Authorize.Count > 0)
        {
            writer.Gate.ThrowUnlessAllowed(found.Authorize);
        }

        return found;
    }

    private ObjectType Named(FieldPlan field, string? name)
    {
        if (name is null)
        {
            throw Unknown(field);
        }

        if (!schema.Types.TryGetValue(name, out var named))
        {
            throw Fault($"Abstract type \"{type.Name}\" was resolved to a type \"{name}\" that does not exist inside the schema.");
        }

        if (named is not ObjectType obj)
        {
            throw Fault($"Abstract type \"{type.Name}\" was resolved to a non-object type \"{name}\".");
        }

        return schema.IsSubType(type, obj) ? obj : throw Fault($"Runtime Object type \"{name}\" is not a possible type for \"{type.Name}\".");
    }

    private ObjectType Asked(FieldPlan field, object value)
    {
        foreach (var possible in schema.PossibleTypes(type))
        {
            if (possible.IsTypeOf is { } belongs && belongs(value))
            {
                return possible;
            }
        }

        throw Unknown(field);
    }

    private GraphQLException Unknown(FieldPlan field) => Fault(
        $"Abstract type \"{type.Name}\" must resolve to an Object type at runtime for field \"{field.Coordinate}\". "
        + $"Either the \"{type.Name}\" type should provide a \"resolveType\" function or each possible type should provide an \"isTypeOf\" function.");
}
