using System.Collections;
using Exams.GraphQL.Execution.Completion;

namespace Exams.GraphQL.Execution.Plans;

/// <summary>A list of anything (specification, "Value Completion", lists).</summary>
/// <param name="isNonNull">Whether null is refused here.</param>
/// <param name="item">The plan of the items.</param>
internal sealed class ListPlan(bool isNonNull, ValuePlan item) : ValuePlan(isNonNull)
{
    /// <inheritdoc/>
    public override SelectionPlan? Selection => item.Selection;

    /// <inheritdoc/>
    protected override bool CompleteValue(ResponseWriter writer, FieldPlan field, object value)
    {
        if (value is string || value is not IEnumerable items)
        {
            writer.Fail(field, $"Expected Iterable, but did not find one for field \"{field.Coordinate}\".");
            return writer.NullOrUp(IsNonNull);
        }

        if (!IsNonNull)
        {
            writer.OpenBoundary();
        }

        var whole = Write(writer, field, items);
        return IsNonNull ? whole : writer.CloseBoundary(whole);
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
