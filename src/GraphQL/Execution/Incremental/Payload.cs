using Exams.GraphQL.Execution.Completion;
using Exams.GraphQL.Execution.Errors;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Incremental;

/// <summary>One of the payloads behind the first: what has become ready since the last one (incremental delivery, "Response Format").</summary>
internal sealed class Payload : IDisposable
{
    private readonly JsonBuffer _pending = new(128);
    private readonly JsonBuffer _incremental = new();
    private readonly JsonBuffer _completed = new(128);

    /// <summary>Whether there is nothing to say yet.</summary>
    public bool IsEmpty => _pending.Length + _incremental.Length + _completed.Length == 0;

    /// <summary>Announces something that is to come.</summary>
    /// <param name="announced">What; it has its id.</param>
    public void Pend(Announced announced) => WritePending(announced, Next(_pending));

    /// <summary>Brings fields of an object.</summary>
    /// <param name="part">The fields.</param>
    /// <param name="group">The deferred fragment under whose id they come.</param>
    public void Add(DeferredPart part, DeliveryGroup group)
    {
        var json = Next(_incremental);
        WriteId(group, json);
        json.WriteRaw(",\"data\":"u8);
        part.Writer!.CopyPart(json);
        if (part.Writer.PartErrors is { } errors)
        {
            json.WriteRaw((byte)',');
            ErrorWriter.WriteMember(errors, json);
        }

        if (part.Path.Length > group.Path.Length)
        {
            json.WriteRaw(",\"subPath\":"u8);
            ErrorWriter.WritePath(PathStep.ToPath(part.Path.AsSpan(group.Path.Length)), json);
        }

        json.WriteRaw((byte)'}');
    }

    /// <summary>Brings items of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="items">At least one item.</param>
    public void Add(StreamedList list, List<StreamItem> items)
    {
        var json = Next(_incremental);
        WriteId(list, json);
        json.WriteRaw(",\"items\":["u8);
        List<IError>? errors = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                json.WriteRaw((byte)',');
            }

            items[i].Writer!.CopyPart(json);
            if (items[i].Writer!.PartErrors is { } wrong)
            {
                (errors ??= []).AddRange(wrong);
            }
        }

        json.WriteRaw((byte)']');
        if (errors is not null)
        {
            json.WriteRaw((byte)',');
            ErrorWriter.WriteMember(errors, json);
        }

        json.WriteRaw((byte)'}');
    }

    /// <summary>Says that nothing more comes under an id.</summary>
    /// <param name="announced">What is complete.</param>
    /// <param name="errors">Why nothing of it came, or nothing more; null when all went well.</param>
    public void Complete(Announced announced, IReadOnlyList<IError>? errors = null)
    {
        var json = Next(_completed);
        WriteId(announced, json);
        if (errors is not null)
        {
            json.WriteRaw((byte)',');
            ErrorWriter.WriteMember(errors, json);
        }

        json.WriteRaw((byte)'}');
    }

    /// <summary>The payload as it goes out; a new one begins.</summary>
    /// <param name="hasNext">Whether further ones follow.</param>
    /// <returns>The payload.</returns>
    public Response Take(bool hasNext)
    {
        var json = new JsonBuffer(_pending.Length + _incremental.Length + _completed.Length + 128);
        json.WriteRaw("{\"hasNext\":"u8);
        json.WriteBoolean(hasNext);
        Append(",\"pending\":["u8, _pending, json);
        Append(",\"incremental\":["u8, _incremental, json);
        Append(",\"completed\":["u8, _completed, json);
        json.WriteRaw((byte)'}');
        return new Response(ResponseKind.Executed, json);
    }

    /// <summary>Writes what is announced.</summary>
    /// <param name="announced">What; it has its id.</param>
    /// <param name="json">Where to.</param>
    public static void WritePending(Announced announced, JsonBuffer json)
    {
        WriteId(announced, json);
        json.WriteRaw(",\"path\":"u8);
        ErrorWriter.WritePath(PathStep.ToPath(announced.Path), json);
        if (announced.Label is { } label)
        {
            json.WriteRaw(",\"label\":"u8);
            json.WriteString(label);
        }

        json.WriteRaw((byte)'}');
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pending.Dispose();
        _incremental.Dispose();
        _completed.Dispose();
    }

    private static void WriteId(Announced announced, JsonBuffer json)
    {
        json.WriteRaw("{\"id\":\""u8);
        json.WriteNumber(announced.Id!.Value);
        json.WriteRaw((byte)'"');
    }

    private static JsonBuffer Next(JsonBuffer list)
    {
        if (list.Length > 0)
        {
            list.WriteRaw((byte)',');
        }

        return list;
    }

    private static void Append(ReadOnlySpan<byte> head, JsonBuffer list, JsonBuffer json)
    {
        if (list.Length > 0)
        {
            json.WriteRaw(head);
            json.WriteRaw(list.Written.Span);
            json.WriteRaw((byte)']');
            list.Truncate(0);
        }
    }
}
