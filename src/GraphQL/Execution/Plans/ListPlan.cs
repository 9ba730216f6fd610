using System.Collections;
using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>A list of anything (specification, "Value Completion", lists).</summary>
/// <param name="isNonNull">Whether null is refused here.</param>
/// <param name="item">The plan of the items.</param>
internal sealed class ListPlan(bool isNonNull, ValuePlan item) : ValuePlan(isNonNull)
{
    /// <inheritdoc/>
    public override SelectionPlan? Selection => item.Selection;

    /// <summary>How it comes piece by piece; null when it comes whole.</summary>
    public StreamPlan? Stream { get; init; }

    /// <inheritdoc/>
    protected override bool CompleteValue(ResponseWriter writer, FieldPlan field, object value)
    {
        if (Stream is not null)
        {
            return CompleteStream(writer, field, Stream, value);
        }

        if (value is string || value is not IEnumerable items)
        {
            return Refuse(writer, field);
        }

        if (!IsNonNull)
        {
            writer.OpenBoundary();
        }

        bool whole;
        writer.EnterList();
        try
        {
            whole = Write(writer, field, items);
        }
        finally
        {
            writer.LeaveList();
        }

        return IsNonNull ? whole : writer.CloseBoundary(whole);
    }

    private bool Refuse(ResponseWriter writer, FieldPlan field)
    {
        writer.Fail(field, $"Expected Iterable, but did not find one for field \"{field.Coordinate}\".");
        return writer.NullOrUp(IsNonNull);
    }

    private bool CompleteStream(ResponseWriter writer, FieldPlan field, StreamPlan stream, object value)
    {
        if (value is string || value is not (IEnumerable or OpenList))
        {
            return Refuse(writer, field);
        }

        if (stream.InitialCount(writer.State.Variables) is not (>= 0 and var count))
        {
            var reason = stream.InitialCount(writer.State.Variables) is null
                ? "Argument \"initialCount\" of non-null type \"Int!\" must not be null."
                : "initialCount must be a positive integer";
            return writer.FailAt(field, new GraphQLException(reason), IsNonNull);
        }

        if (!IsNonNull)
        {
            writer.OpenBoundary();
        }

        var whole = value switch
        {
            OpenList open => WriteOpen(writer, field, stream, open),
            IEnumerable items when writer.TryOpenStream() => WriteFirst(writer, field, stream, items.GetEnumerator(), count),
            _ => Write(writer, field, (IEnumerable)value),
        };
        return IsNonNull ? whole : writer.CloseBoundary(whole);
    }

    // The others wait even where there are none: who asks for the first two of two is told later that this was all.
    private bool WriteFirst(ResponseWriter writer, FieldPlan field, StreamPlan stream, IEnumerator items, int count)
    {
        writer.Json.WriteRaw((byte)'[');
        for (var index = 0; index < count; index++)
        {
            var more = TryNext(writer, field, items, out var value);
            if (more is not true || !WriteItem(writer, field, value, index))
            {
                (items as IDisposable)?.Dispose();
                writer.State.OpenParts--;
                writer.Json.WriteRaw((byte)']');
                return more is false;
            }
        }

        writer.Json.WriteRaw((byte)']');
        writer.OpenStream(field, stream, items, count);
        return true;
    }

    private bool WriteOpen(ResponseWriter writer, FieldPlan field, StreamPlan stream, OpenList open)
    {
        var whole = Write(writer, field, open.First);
        if (open.Rest is { } rest)
        {
            writer.State.OpenParts++;
            writer.OpenStream(field, stream, rest, open.First.Count);
        }

        return whole;
    }

    private bool Write(ResponseWriter writer, FieldPlan field, IEnumerable items)
    {
        writer.Json.WriteRaw((byte)'[');
        var index = 0;
        if (items is object?[] array)
        {
            for (; index < array.Length; index++)
            {
                if (!WriteItem(writer, field, array[index], index))
                {
                    return false;
                }
            }
        }
        else if (items is IList list)
        {
            for (; index < list.Count; index++)
            {
                if (!WriteItem(writer, field, list[index], index))
                {
                    return false;
                }
            }
        }
        else
        {
            var enumerator = items.GetEnumerator();
            try
            {
                while (TryNext(writer, field, enumerator, out var value) is { } more)
                {
                    if (!more)
                    {
                        writer.Json.WriteRaw((byte)']');
                        return true;
                    }

                    if (!WriteItem(writer, field, value, index++))
                    {
                        return false;
                    }
                }

                return false;
            }
            finally
            {
                (enumerator as IDisposable)?.Dispose();
            }
        }

        writer.Json.WriteRaw((byte)']');
        return true;
    }

    // A source that fails half-way spoils the whole list: null means that it did.
    private static bool? TryNext(ResponseWriter writer, FieldPlan field, IEnumerator items, out object? value)
    {
        value = null;
        try
        {
            var more = items.MoveNext();
            value = more ? items.Current : null;
            return more;
        }
        catch (Exception failed)
        {
            writer.Fail(field, failed);
            return null;
        }
    }

    private bool WriteItem(ResponseWriter writer, FieldPlan field, object? value, int index)
    {
        if (index > 0)
        {
            writer.Json.WriteRaw((byte)',');
            writer.Pulse(index);
        }

        writer.Enter(index);
        var written = item.Complete(writer, field, value);
        writer.Leave();
        return written;
    }
}
