using System.Diagnostics;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace Exams.GraphQL.Execution.Errors;

/// <summary>The one place that decides what a client reads when something went wrong. What resolvers say on purpose stays;
/// anything else is "Unexpected error" with a trace id, and the truth goes to the log.</summary>
/// <param name="options">What a stranger may read.</param>
/// <param name="filters">The application's last word, in this order.</param>
/// <param name="log">Where the truth goes.</param>
internal sealed class ErrorPresenter(EngineOptions options, IReadOnlyList<IErrorFilter> filters, ILogger log)
{
    private const int MostOfMessage = 2_000;

    /// <summary>Errors for what was thrown at a field.</summary>
    /// <param name="thrown">What was thrown.</param>
    /// <param name="locations">The field's places.</param>
    /// <param name="path">The response position.</param>
    /// <returns>At least one error.</returns>
    public IEnumerable<IError> Present(Exception thrown, IReadOnlyList<SourceLocation> locations, object[] path) => thrown switch
    {
        AggregateException several when several.InnerExceptions.Count > 0 =>
            several.Flatten().InnerExceptions.SelectMany(inner => Present(inner, locations, path)),
        GraphQLException spoken when spoken.Errors.Count > 0 => spoken.Errors.Select(error => Present(At(error, locations, path))),
        _ => [Present(At(Unspoken(thrown, path), locations, path))],
    };

    /// <summary>An error as the application wants it.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The same or another.</returns>
    public IError Present(IError error)
    {
        if (options.StandardCodes && error is GraphQLError { StandardCode: { } code, Code: null })
        {
            error = error.WithCode(code);
        }

        foreach (var filter in filters)
        {
            error = filter.OnError(error);
        }

        // Strangers get no more of their own text back than they could bear to read.
        return options.MaxQuotedText is not null && error.Message.Length > MostOfMessage
            ? new GraphQLError(string.Concat(error.Message.AsSpan(0, MostOfMessage), "…"))
            {
                Locations = error.Locations,
                Path = error.Path,
                Extensions = error.Extensions,
                Exception = error.Exception,
            }
            : error;
    }

    /// <summary>An error with place and path, its own where it has them.</summary>
    /// <param name="error">The error.</param>
    /// <param name="locations">The field's places.</param>
    /// <param name="path">The response position.</param>
    /// <returns>The error.</returns>
    public static IError At(IError error, IReadOnlyList<SourceLocation> locations, object[] path) =>
        error.Locations is not null && error.Path is not null
            ? error
            : new GraphQLError(error.Message)
            {
                Locations = error.Locations ?? locations,
                Path = error.Path ?? path,
                Extensions = error.Extensions,
                Exception = error.Exception,
            };

    private GraphQLError Unspoken(Exception thrown, object[] path)
    {
        if (thrown is CoercionException)
        {
            return new GraphQLError(thrown.Message) { Exception = thrown };
        }

        var trace = Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();
        log.LogError(thrown, "Unexpected error {TraceId} at {Path}", trace, string.Join('.', path));
        return options.IncludeExceptionDetails
            ? new GraphQLError(thrown.Message) { Exception = thrown }
            : new GraphQLError("Unexpected error")
            {
                Extensions = new OrderedDictionary<string, object?> { ["traceId"] = trace },
                Exception = thrown,
            };
    }
}
