using Exams.GraphQL.Execution.Batches;

namespace Exams.GraphQL.Host;

/// <summary>Users by number, one batch for each level of a request.</summary>
internal sealed class UserById(IBatchScheduler batches, DataLoaderOptions options) : BatchDataLoader<int, User>(batches, options)
{
    protected override Task<IReadOnlyDictionary<int, User>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, User>(keys.Count);
        foreach (var key in keys)
        {
            if (User.ById(key) is { } user)
            {
                found.Add(key, user);
            }
        }

        return Task.FromResult<IReadOnlyDictionary<int, User>>(found);
    }
}
