using Exams.GraphQL.Types;

namespace Exams.GraphQL.Host;

/// <summary>Ten users in memory.</summary>
internal sealed record User(int Id, string Name, string Username, string Email)
{
    private static readonly User[] All =
        [.. Enumerable.Range(1, 10).Select(i => new User(i, $"User {i}", $"u{i - 1}", $"u{i - 1}@example.org"))];

    public static User? ById(int id) => id >= 1 && id <= All.Length ? All[id - 1] : null;

    public static FieldResolver Resolver(string field) => field switch
    {
        "id" => Leaf.Number<User>(u => u.Id),
        "name" => Leaf.Text<User>(u => u.Name),
        "username" => Leaf.Text<User>(u => u.Username),
        "email" => Leaf.Text<User>(u => u.Email),
        _ => Leaf.Text<User>(_ => null),
    };
}
