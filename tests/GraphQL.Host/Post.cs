using Exams.GraphQL.Types;

namespace Exams.GraphQL.Host;

/// <summary>A hundred posts in memory.</summary>
internal sealed record Post(int Id, int UserId, string Title, string Body)
{
    private static readonly string LongBody = string.Concat(Enumerable.Repeat("body ", 30));

    public static IReadOnlyList<Post> All { get; } =
        [.. Enumerable.Range(1, 100).Select(i => new Post(i, ((i - 1) % 10) + 1, $"post title {i} lorem ipsum dolor", LongBody))];

    public static FieldResolver Resolver(string field) => field switch
    {
        "id" => Leaf.Number<Post>(p => p.Id),
        "userId" => Leaf.Number<Post>(p => p.UserId),
        "title" => Leaf.Text<Post>(p => p.Title),
        "body" => Leaf.Text<Post>(p => p.Body),
        _ => TaskResolver.Of(
            context => context.Service<UserById>().LoadAsync(((Post)context.Source!).UserId), keepsContext: false),
    };
}
