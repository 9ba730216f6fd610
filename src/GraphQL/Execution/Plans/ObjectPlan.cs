using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>What is asked of a value of one object type: fields flattened and merged, conditions decided.</summary>
/// <param name="type">The object type.</param>
/// <param name="fields">The fields in response order.</param>
/// <param name="fault">A condition that could not be decided; null when there was none.</param>
internal sealed class ObjectPlan(ObjectType type, FieldPlan[] fields, GraphQLError? fault)
{
    private readonly bool _hasPlainFields = Array.TrueForAll(fields, f => f.IsPlain || f.Kind == FieldKind.TypeName);
    private ObjectPlan? _whole;

    /// <summary>The object type.</summary>
    public ObjectType Type { get; } = type;

    /// <summary>The fields in response order.</summary>
    public FieldPlan[] Fields { get; } = fields;

    /// <summary>A condition that could not be decided; null when there was none.</summary>
    public GraphQLError? Fault { get; } = fault;

    /// <summary>Whether it is made of nothing but leaves that are read from the object and written at once.</summary>
    public bool IsPlain => _hasPlainFields && Fault is null && Deferral is null;

    /// <summary>What comes later; null when nothing does.</summary>
    public Deferral? Deferral { get; init; }

    /// <summary>Makes the object with everything in place, where this is not it.</summary>
    public Func<ObjectPlan>? MakeWhole { get; init; }

    /// <summary>The object with everything in place: what is priced, and written when too much is put off already.</summary>
    public ObjectPlan Whole => MakeWhole is null ? this : _whole ??= MakeWhole();
}
