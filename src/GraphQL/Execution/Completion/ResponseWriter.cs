using System.Runtime.CompilerServices;
using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Resolution;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Completion;

/// <summary>Writes one response (specification, "Executing Selection Sets"). What can be read at once goes straight into the
/// buffer, depth first; what must be awaited leaves a <see cref="Slot"/>. Only one thread works in it at any time.</summary>
internal sealed partial class ResponseWriter
{
    private readonly ResolverContext _borrowed;

    /// <summary>A writer, to be used for one response after another.</summary>
    /// <param name="state">The request, and the one after it.</param>
    public ResponseWriter(RequestState state) => (State, _borrowed) = (state, new ResolverContext(this));

    /// <summary>Where the response is written.</summary>
    public JsonBuffer Json { get; private set; } = null!;

    /// <summary>The request that is being answered.</summary>
    public RequestState State { get; }

    /// <summary>What the caller may see.</summary>
    public FieldGate Gate => State.Gate;

    /// <summary>Writes the fields of an object.</summary>
    /// <param name="plan">The fields.</param>
    /// <param name="source">The object; null at the root when there is none.</param>
    /// <returns>False when a field that may not be null is.</returns>
    public bool WriteObject(ObjectPlan plan, object? source)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        State.Cost?.Add(plan);
        return plan.Deferral is null ? WriteFields(plan, source) : WriteDeferring(plan, source);
    }

    private bool WriteFields(ObjectPlan plan, object? source)
    {
        Json.WriteRaw((byte)'{');
        var fields = plan.Fields;
        for (var i = 0; i < fields.Length;)
        {
            if (fields[i].IsPlain)
            {
                if (!WritePlain(fields, source!, ref i))
                {
                    return false;
                }
            }
            else if (!WriteMember(fields[i], source, isFirst: i++ == 0))
            {
                return false;
            }
        }

        Json.WriteRaw((byte)'}');
        return true;
    }

    // Neighbours that are read from the object and written at once. Most of a long response is made here: the position is noted only
    // when something goes wrong.
    private bool WritePlain(FieldPlan[] fields, object source, ref int at)
    {
        var (json, i, start) = (Json, at, -1);
        Exception? failed = null;
        var whole = true;
        try
        {
            for (; i < fields.Length && fields[i] is { IsPlain: true } field; i++)
            {
                start = -1;
                json.WriteRaw(i == 0 ? field.FirstKey : field.Key);
                start = json.Length;
                field.WriteLeaf!(source, json);
                if (field.IsNonNull && json.Length - start == 4 && json.Written.Span[start..].SequenceEqual("null"u8))
                {
                    whole = false;
                    break;
                }
            }
        }
        catch (Exception thrown) when (start >= 0)
        {
            (whole, failed) = (false, thrown);
        }

        at = whole ? i : i + 1;
        return whole || WriteUnplain(fields[i], start, failed);
    }

    private bool WriteUnplain(FieldPlan field, int start, Exception? failed)
    {
        Json.Truncate(start);
        Enter(field);
        var written = failed is null ? field.Value.Complete(this, field, null) : FailAt(field, failed, field.IsNonNull);
        Leave();
        return written;
    }

    private bool WriteMember(FieldPlan field, object? source, bool isFirst)
    {
        Json.WriteRaw(isFirst ? field.FirstKey : field.Key);
        if (field.Kind == FieldKind.TypeName)
        {
            Json.WriteRaw(field.TypeNameJson);
            return true;
        }

        Enter(field);
        var written = field.IsOpen ? WriteField(field, source) : WriteGuarded(field, source);
        Leave();
        return written;
    }

    private bool WriteField(FieldPlan field, object? source) => field.Kind switch
    {
        FieldKind.Leaf => WriteLeaf(field, source!),
        FieldKind.Property => WriteProperty(field, source!),
        FieldKind.Method => WriteMethod(field, source),
        _ => WriteTask(field, source),
    };

    private bool WriteLeaf(FieldPlan field, object source)
    {
        var start = Json.Length;
        try
        {
            field.WriteLeaf!(source, Json);
        }
        catch (Exception failed)
        {
            Json.Truncate(start);
            return FailAt(field, failed, field.IsNonNull);
        }

        if (field.IsNonNull && Json.Length - start == 4 && Json.Written.Span[start..].SequenceEqual("null"u8))
        {
            Json.Truncate(start);
            return field.Value.Complete(this, field, null);
        }

        return true;
    }

    private bool WriteProperty(FieldPlan field, object source)
    {
        object? value;
        try
        {
            value = field.Read!(source);
        }
        catch (Exception failed)
        {
            return FailAt(field, failed, field.IsNonNull);
        }

        return field.Value.Complete(this, field, value);
    }

    private bool WriteMethod(FieldPlan field, object? source)
    {
        var arguments = State.Arguments(field);
        if (arguments.Fault is { } fault)
        {
            return FailAt(field, fault, field.IsNonNull);
        }

        var context = field.KeepsContext ? new ResolverContext(this) : _borrowed;
        context.Begin(field, source, arguments.Values);
        object? value;
        try
        {
            value = field.Call!(context);
        }
        catch (Exception failed)
        {
            return FailAt(field, failed, field.IsNonNull);
        }

        return field.Value.Complete(this, field, value);
    }
}
