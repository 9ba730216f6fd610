using Exams.Domain.Vocabulary;

namespace Exams.Domain.Bulk;

/// <summary>More rows in one request than are taken.</summary>
/// <param name="Most">The most there may be.</param>
public sealed record TooManyRows(int Most) : Refusal(
    "TOO_MANY_ROWS", $"At most {Most} rows are taken in one request: split them.");

/// <summary>No rows at all.</summary>
public sealed record NoRows() : Refusal("NO_ROWS", "There are no rows in the request.");
