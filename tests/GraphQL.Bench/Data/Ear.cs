using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Exams.GraphQL.Bench.Data;

/// <summary>A statement with its parameters, as it went to the database.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Parameters">Names and values.</param>
internal sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Notes statements while somebody wants to know them.</summary>
internal sealed class Ear : DbCommandInterceptor
{
    /// <summary>What was heard; null while nobody listens.</summary>
    public List<Statement>? Heard { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Heard?.Add(new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        return new(result);
    }
}
