using System.Text;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>How a field's value comes about, decided once.</summary>
internal enum FieldKind
{
    /// <summary><c>__typename</c>: bytes that are known already.</summary>
    TypeName,

    /// <summary>Read from the parent and written without boxing.</summary>
    Leaf,

    /// <summary>Read from the parent.</summary>
    Property,

    /// <summary>A synchronous method.</summary>
    Method,

    /// <summary>A method that may take its time.</summary>
    Task,
}

/// <summary>A selected field of one object type, ready to run.</summary>
internal sealed class FieldPlan
{
    private readonly OperationPlan _operation;
    private readonly FieldNode[] _nodes;
    private IReadOnlyList<SourceLocation>? _locations;

    /// <summary>A selected field.</summary>
    /// <param name="operation">The plan it belongs to.</param>
    /// <param name="parent">The object type that it is selected on.</param>
    /// <param name="field">The field.</param>
    /// <param name="merged">Its selections, merged.</param>
    /// <param name="isRoot">Whether it stands at the root of the operation.</param>
    public FieldPlan(OperationPlan operation, ObjectType parent, OutputField field, MergedField merged, bool isRoot)
    {
        var nodes = merged.Nodes;
        (_operation, _nodes, Parent, Field, IsRoot) = (operation, nodes, parent, field, isRoot);
        ResponseKey = nodes[0].ResponseKey;
        Key = new JsonPiece(Encoding.UTF8.GetBytes($",\"{ResponseKey}\":"));
        FirstKey = new JsonPiece(Key.Bytes[1..]);
        Arguments = new ArgumentsPlan(field.Arguments, nodes[0].Arguments, nodes[0], operation.Source, operation.NextArguments);
        Value = ValuePlan.Of(operation, field.Type, merged, operation.StreamOf(merged));
        IsNonNull = field.Type is NonNullType;
        switch (field.Resolver)
        {
            case PropertyResolver { WriteLeaf: { } write } when Value is LeafPlan:
                (Kind, WriteLeaf) = (FieldKind.Leaf, write);
                break;
            case PropertyResolver property:
                (Kind, Read) = (FieldKind.Property, property.Read);
                break;
            case TaskResolver task:
                (Kind, CallAsync) = (FieldKind.Task, task.Call);
                break;
            default:
                (Kind, Call) = (FieldKind.Method, (field.Resolver as MethodResolver)?.Call ?? Nothing);
                break;
        }

        var around = operation.Schema.HasFieldDirectives ? FieldDirectives.Around(operation, nodes, field.Resolver) : null;
        if (around is not null)
        {
            (Kind, CallAsync, Read, Call, WriteLeaf) = (FieldKind.Task, around, null, null, null);
        }

        if (field.Name == "__typename")
        {
            (Kind, TypeNameJson) = (FieldKind.TypeName, Encoding.UTF8.GetBytes($"\"{parent.Name}\""));
        }

        Rules = RulesOf(parent, field, isRoot);
        GuardedTypes = Value.Selection is not null && field.Type.NamedType() is IAbstractType wide
            ? [.. operation.Schema.PossibleTypes(wide).Where(t => t.Authorize.Count > 0)]
            : [];
        KeepsContext = around is not null || field.Resolver is TaskResolver { KeepsContext: true }
            || (Value is not LeafPlan && field.Resolver is not (TaskResolver or MethodResolver { KeepsContext: false }));
        IsOpen = Rules.Length == 0 && GuardedTypes.Length == 0;
        IsPlain = IsOpen && Kind == FieldKind.Leaf;
    }

    /// <summary>The object type that it is selected on.</summary>
    public ObjectType Parent { get; }

    /// <summary>The field.</summary>
    public OutputField Field { get; }

    /// <summary>The first of its selections, which has its arguments.</summary>
    public FieldNode Node => _nodes[0];

    /// <summary>Whether it stands at the root of the operation.</summary>
    public bool IsRoot { get; }

    /// <summary>Alias or name.</summary>
    public string ResponseKey { get; }

    /// <summary>The key as JSON with a comma before and a colon behind it.</summary>
    public JsonPiece Key { get; }

    /// <summary>The key without the comma, for the first field of an object.</summary>
    public JsonPiece FirstKey { get; }

    /// <summary>How the value comes about.</summary>
    public FieldKind Kind { get; }

    /// <summary>For <see cref="FieldKind.Property"/>.</summary>
    public Func<object, object?>? Read { get; }

    /// <summary>For <see cref="FieldKind.Leaf"/>.</summary>
    public Action<object, JsonBuffer>? WriteLeaf { get; }

    /// <summary>For <see cref="FieldKind.Method"/>.</summary>
    public Func<IResolverContext, object?>? Call { get; }

    /// <summary>For <see cref="FieldKind.Task"/>.</summary>
    public Func<IResolverContext, ValueTask<object?>>? CallAsync { get; }

    /// <summary>Whether its resolver needs a context of its own. A method that gives a leaf has done its work when it returns.</summary>
    public bool KeepsContext { get; }

    /// <summary>For <see cref="FieldKind.TypeName"/>.</summary>
    public byte[] TypeNameJson { get; } = [];

    /// <summary>Its arguments.</summary>
    public ArgumentsPlan Arguments { get; }

    /// <summary>How its value is written.</summary>
    public ValuePlan Value { get; }

    /// <summary>How its list comes piece by piece; null when it comes whole.</summary>
    public StreamPlan? Stream => (Value as ListPlan)?.Stream;

    /// <summary>Whether its value is never null.</summary>
    public bool IsNonNull { get; }

    /// <summary>Rules that hold before it runs: its own and those of the object type that it returns.</summary>
    public AuthorizeRule[] Rules { get; }

    /// <summary>Object types with rules of their own that its value may turn out to have.</summary>
    public ObjectType[] GuardedTypes { get; }

    /// <summary>True when nothing is asked before it runs.</summary>
    public bool IsOpen { get; }

    /// <summary>True for what is read from the parent and written at once.</summary>
    public bool IsPlain { get; }

    /// <summary>Places of all its selections.</summary>
    public IReadOnlyList<SourceLocation> Locations => _locations ??= [.. _nodes.Select(n => _operation.Source.Locate(n.Span.Start))];

    /// <summary>Its schema coordinate, e.g. <c>Query.centre</c>.</summary>
    public string Coordinate => $"{Parent.Name}.{Field.Name}";

    /// <summary>Whether a field is selected directly below it, on any type that its value may have.</summary>
    /// <param name="fieldName">The name in the schema.</param>
    /// <returns>Whether it is selected.</returns>
    public bool Selects(string fieldName) => Below().Any(f => f.Field.Name == fieldName);

    /// <summary>The fields selected directly below it, on every type that its value may have.</summary>
    public IEnumerable<FieldPlan> Below()
    {
        if (Value.Selection?.Whole is not { } selection)
        {
            return [];
        }

        var types = Field.Type.NamedType() is IAbstractType wide ? _operation.Schema.PossibleTypes(wide) : [(ObjectType)Field.Type.NamedType()];
        return types.SelectMany(t => selection.For(t).Fields);
    }

    private static AuthorizeRule[] RulesOf(ObjectType parent, OutputField field, bool isRoot) =>
    [
        .. isRoot ? parent.Authorize : [],
        .. field.Authorize,
        .. field.Type.NamedType() is ObjectType returned ? returned.Authorize : [],
    ];

    // A field without a resolver has no value; schemas from SDL get theirs from whoever serves them.
    private static object? Nothing(IResolverContext context) => context.EventMessage;
}
