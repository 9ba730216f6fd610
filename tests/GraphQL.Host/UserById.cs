using Exams.GraphQL.Execution.Batches;

namespace Exams.GraphQL.Host;

/// <summary>Users by number, one batch for each level of a request.</summary>
internal sealed class UserById(IBatchScheduler batches, DataLoaderOptions options) : BatchDataLoader<int, User>(batches, options)
{
    protected override Task<IReadOnlyDictionary<int, User>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<int, User>>(keys.Select(User.ById).OfType<User>().ToDictionary(u => u.Id));
}
