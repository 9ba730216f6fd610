namespace Exams.GraphQL.Types;

/// <summary>A list of which the first items are there and the others are still to be read, because the client asked for it piece by
/// piece (<c>@stream</c>).</summary>
/// <param name="First">The first items.</param>
/// <param name="Rest">Where the others come from; null when there are no more.</param>
internal sealed record OpenList(IReadOnlyList<object?> First, IAsyncEnumerator<object?>? Rest)
{
    /// <summary>Reads the first items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The source.</param>
    /// <param name="count">How many to read; fewer are left when the source has fewer.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>The list.</returns>
    public static async ValueTask<OpenList> ReadAsync<T>(IAsyncEnumerable<T> items, int count, CancellationToken cancellationToken)
    {
        var rest = Boxed(items, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var first = new List<object?>();
        try
        {
            while (first.Count < count)
            {
                if (!await rest.MoveNextAsync())
                {
                    await rest.DisposeAsync();
                    return new OpenList(first, null);
                }

                first.Add(rest.Current);
            }

            return new OpenList(first, rest);
        }
        catch
        {
            await rest.DisposeAsync();
            throw;
        }
    }

    private static async IAsyncEnumerable<object?> Boxed<T>(
        IAsyncEnumerable<T> items, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            yield return item;
        }
    }
}
