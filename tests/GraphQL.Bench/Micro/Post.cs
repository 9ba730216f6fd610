using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Bench.Micro;

/// <summary>Something that belongs to somebody.</summary>
public sealed record Post(int Id, int UserId, string Title);

/// <summary>What a post has beside its columns.</summary>
[ObjectType<Post>]
public static partial class PostFields
{
    /// <summary>Whose it is.</summary>
    public static Task<User?> GetUserAsync([Parent] Post post, UserById users, CancellationToken cancellationToken) =>
        users.LoadAsync(post.UserId, cancellationToken);
}

/// <summary>Users by number.</summary>
public sealed class UserById(IBatchScheduler batches, DataLoaderOptions options) : BatchDataLoader<int, User>(batches, options)
{
    private static readonly User[] All = [.. Enumerable.Range(1, 10).Select(i => new User(i, $"User {i}", $"u{i}@example.org"))];

    /// <inheritdoc/>
    protected override Task<IReadOnlyDictionary<int, User>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, User>(keys.Count);
        foreach (var key in keys)
        {
            found.Add(key, All[key - 1]);
        }

        return Task.FromResult<IReadOnlyDictionary<int, User>>(found);
    }
}
