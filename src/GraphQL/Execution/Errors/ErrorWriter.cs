using System.Globalization;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Execution.Errors;

/// <summary>Errors as JSON (specification, "Errors"): message, locations, path, extensions, in this order.</summary>
public static class ErrorWriter
{
    /// <summary>A response that has nothing but errors.</summary>
    /// <param name="kind">How far the request came.</param>
    /// <param name="errors">At least one error.</param>
    /// <returns>The response.</returns>
    public static Response ToResponse(ResponseKind kind, params IReadOnlyList<IError> errors) => ToResponse(kind, null, errors);

    /// <summary>A response that holds errors alone.</summary>
    /// <param name="kind">How far the request came.</param>
    /// <param name="retryAfter">When it may come again; null where that says nothing.</param>
    /// <param name="errors">The errors.</param>
    /// <returns>The response.</returns>
    public static Response ToResponse(ResponseKind kind, TimeSpan? retryAfter, IReadOnlyList<IError> errors)
    {
        var json = new JsonBuffer();
        json.WriteRaw((byte)'{');
        WriteMember(errors, json);
        if (kind == ResponseKind.Executed)
        {
            json.WriteRaw(",\"data\":null"u8);
        }

        json.WriteRaw((byte)'}');
        return new Response(kind, json) { HasErrors = true, ErrorCount = errors.Count, RetryAfter = retryAfter };
    }

    /// <summary>Writes <c>"errors":[…]</c>.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="json">Where to write.</param>
    public static void WriteMember(IReadOnlyList<IError> errors, JsonBuffer json)
    {
        json.WriteRaw("\"errors\":"u8);
        WriteList(errors, json);
    }

    /// <summary>Writes a list of errors.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="json">Where to write.</param>
    public static void WriteList(IReadOnlyList<IError> errors, JsonBuffer json)
    {
        json.WriteRaw((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
            {
                json.WriteRaw((byte)',');
            }

            Write(errors[i], json);
        }

        json.WriteRaw((byte)']');
    }

    private static void Write(IError error, JsonBuffer json)
    {
        json.WriteRaw("{\"message\":"u8);
        json.WriteString(error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            json.WriteRaw(",\"locations\":["u8);
            for (var i = 0; i < locations.Count; i++)
            {
                json.WriteRaw(i == 0 ? "{\"line\":"u8 : ",{\"line\":"u8);
                json.WriteNumber(locations[i].Line);
                json.WriteRaw(",\"column\":"u8);
                json.WriteNumber(locations[i].Column);
                json.WriteRaw((byte)'}');
            }

            json.WriteRaw((byte)']');
        }

        if (error.Path is { } path)
        {
            json.WriteRaw(",\"path\":"u8);
            WritePath(path, json);
        }

        if (error.Extensions is { Count: > 0 } extensions)
        {
            json.WriteRaw(",\"extensions\":"u8);
            PlainValue.Write(extensions, json);
        }

        json.WriteRaw((byte)'}');
    }

    /// <summary>Writes a response position.</summary>
    /// <param name="path">Strings and integers.</param>
    /// <param name="json">Where to write.</param>
    public static void WritePath(IReadOnlyList<object> path, JsonBuffer json)
    {
        json.WriteRaw((byte)'[');
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0)
            {
                json.WriteRaw((byte)',');
            }

            WriteStep(path[i], json);
        }

        json.WriteRaw((byte)']');
    }

    private static void WriteStep(object step, JsonBuffer json)
    {
        if (step is string name)
        {
            json.WriteString(name);
        }
        else
        {
            json.WriteNumber(Convert.ToInt64(step, CultureInfo.InvariantCulture));
        }
    }
}
