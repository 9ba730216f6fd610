using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Variables;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>How a value of one type is written (specification, "Value Completion"). One object for each position in a document.</summary>
/// <param name="isNonNull">Whether null is refused here.</param>
internal abstract class ValuePlan(bool isNonNull)
{
    /// <summary>Whether null is refused here; then nothing here stops a null on its way up.</summary>
    public bool IsNonNull { get; } = isNonNull;

    /// <summary>What is asked of composite values, lists looked through; null for leaves.</summary>
    public abstract SelectionPlan? Selection { get; }

    /// <summary>What is asked of an object of which nothing but its own leaves is asked, so that the same object is always written the
    /// same way; null for other values.</summary>
    public virtual ObjectPlan? Plain => null;

    /// <summary>The plan of a position.</summary>
    /// <param name="operation">The plan it belongs to.</param>
    /// <param name="type">The type of the position.</param>
    /// <param name="merged">The merged fields whose value it is.</param>
    /// <param name="stream">The <c>@stream</c> of a list; null for none.</param>
    /// <returns>The plan.</returns>
    public static ValuePlan Of(OperationPlan operation, IType type, MergedField merged, DirectiveNode? stream = null)
    {
        var nonNull = type is NonNullType;
        return type.Nullable() switch
        {
            ListType list => new ListPlan(nonNull, Of(operation, list.OfType, merged))
            {
                Stream = stream is null ? null : new StreamPlan(stream, Of(operation, list.OfType, merged.Apart)),
            },
            ScalarType scalar => new ScalarPlan(nonNull, scalar),
            EnumType @enum => new EnumPlan(nonNull, @enum),
            ObjectType obj => new ObjectValuePlan(nonNull, obj, operation.Selection(merged)),
            var wide => new AbstractPlan(nonNull, (IAbstractType)wide, operation.Schema, operation.Selection(merged)),
        };
    }

    /// <summary>Writes a value at the current position. Faults become errors.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="field">The field whose value it is, or belongs to.</param>
    /// <param name="value">The value.</param>
    /// <returns>False when null must go further up; what was written is then meaningless.</returns>
    public bool Complete(ResponseWriter writer, FieldPlan field, object? value)
    {
        if (value is not null)
        {
            return CompleteValue(writer, field, value);
        }

        if (IsNonNull)
        {
            writer.Fail(field, $"Cannot return null for non-nullable field {field.Coordinate}.", VariableCoercion.NullCode);
            return false;
        }

        writer.Json.WriteNull();
        return true;
    }

    /// <summary>As <see cref="Complete"/>, for values that are not null.</summary>
    protected abstract bool CompleteValue(ResponseWriter writer, FieldPlan field, object value);
}
