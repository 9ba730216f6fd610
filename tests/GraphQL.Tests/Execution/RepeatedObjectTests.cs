using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>One object of a loader that stands in several places of a response.</summary>
public sealed class RepeatedObjectTests
{
    private int _reads;

    [Fact]
    public async Task An_object_that_stands_in_several_places_is_read_once_and_written_in_each()
    {
        (await TextAsync("{ posts { user { id must } } }")).Should().Be("{\"data\":{\"posts\":[" + string.Join(',', Enumerable.Range(0, 6).Select(i => $$$"""{"user":{"id":{{{i % 2}}},"must":7}}""")) + "]}}");
        _reads.Should().Be(2);
    }

    [Fact]
    public async Task Each_selection_of_it_is_written_by_itself()
    {
        (await TextAsync("{ posts(first: 2) { user { id } again: user { kind: __typename id } } }"))
            .Should().Be("""{"data":{"posts":[{"user":{"id":0},"again":{"kind":"User","id":0}},{"user":{"id":1},"again":{"kind":"User","id":1}}]}}""");
    }

    [Fact]
    public async Task What_fails_in_it_fails_in_each_place_under_its_own_path()
    {
        var text = await TextAsync("{ posts { user { id odd } } }");
        text.Should().EndWith(""","data":{"posts":[{"user":{"id":0,"odd":1}},{"user":null},{"user":{"id":0,"odd":1}},{"user":null},{"user":{"id":0,"odd":1}},{"user":null}]}}""");
        foreach (var place in (int[])[1, 3, 5])
        {
            text.Should().Contain($$"""{"message":"odd","locations":[{"line":1,"column":21}],"path":["posts",{{place}},"user","odd"]}""");
        }

        text.Split("\"message\"").Should().HaveCount(4);
    }

    [Theory]
    [InlineData("{ posts { sure { odd } } }", """{"sure":{"odd":1}}""")]
    [InlineData("{ posts { sure { odd } sibling { id } } }", """{"sure":{"odd":1},"sibling":{"id":1}}""")]
    public async Task A_null_from_it_falls_on_what_is_around_each_place(string document, string whole)
    {
        var text = await TextAsync(document);
        text.Should().EndWith($"\"data\":{{\"posts\":[{whole},null,{whole},null,{whole},null]}}}}");
        text.Split("\"message\"").Should().HaveCount(4);
    }

    [Fact]
    public async Task What_stands_before_or_behind_a_null_goes_with_it()
    {
        (await TextAsync("{ posts(first: 3) { sibling { id } sure { odd } user { id } } }"))
            .Should().EndWith("""
                "data":{"posts":[{"sibling":{"id":1},"sure":{"odd":1},"user":{"id":0}},null,{"sibling":{"id":1},"sure":{"odd":1},"user":{"id":0}}]}}
                """.Trim());
    }

    [Fact]
    public async Task A_null_around_an_object_that_has_come_brings_no_error_of_what_comes_after()
    {
        // The user is there first; below it another is asked for, whose failure nobody wants to know any more.
        var text = await TextAsync("{ posts(first: 2) { user { id broken { id } } sure { odd } } }");
        text.Split("\"message\"").Should().HaveCount(3);
        text.Should().EndWith("""
            "data":{"posts":[{"user":{"id":0,"broken":null},"sure":{"odd":1}},null]}}
            """.Trim());
    }

    [Fact]
    public async Task Each_place_is_paid_for()
    {
        var request = Run.Request("{ posts { user { id } } }");
        var priced = new OperationRequest { Document = request.Document, Services = request.Services, Cost = CostMode.Report };
        (await Run.TextAsync(Engine.Create(Schema(), new EngineOptions { CostReport = CostReport.Full, MaxFieldCost = 1_000 }), priced, TestContext.Current.CancellationToken))
            .Should().Contain("\"actualFieldCost\":61");
    }

    private Task<string> TextAsync(string document) => Run.TextAsync(Engine.Create(Schema(), EngineOptions.Reference), document);

    private Schema Schema() => Run.Schema(
        """
        type Query { posts(first: Int = 6): [Post] }
        type Post { user: User sure: User! sibling: User }
        type User { id: Int! must: Int! odd: Int! broken: User }
        """,
        ("Query.posts", Run.Sync(c => Enumerable.Range(0, (int)c.Argument(0).Value!).Cast<object>().ToArray())),
        ("Post.user", Loads(p => (int)p % 2)),
        ("Post.sure", Loads(p => (int)p % 2)),
        ("Post.sibling", Loads(p => ((int)p + 1) % 2)),
        ("User.id", Leaf(u =>
        {
            _reads++;
            return u.Id;
        })),
        ("User.must", Leaf(_ => 7)),
        ("User.odd", Leaf(u => u.Id % 2 == 0 ? 1 : throw new GraphQLException("odd"))),
        ("User.broken", Loads(u => 900 + ((User)u).Id)));

    private static PropertyResolver Leaf(Func<User, int> read) =>
        new(parent => read((User)parent)) { WriteLeaf = (parent, json) => json.WriteNumber(read((User)parent)) };

    private static TaskResolver Loads(Func<object, int> key) => TaskResolver.Of(c => c.Service<Users>().LoadAsync(key(c.Source!)), keepsContext: false);

    private sealed record User(int Id);

    private sealed class Users(IBatchScheduler scheduler, DataLoaderOptions options) : BatchDataLoader<int, User>(scheduler, options)
    {
        protected override Task<IReadOnlyDictionary<int, User>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            keys.Any(k => k >= 900)
                ? Task.FromException<IReadOnlyDictionary<int, User>>(new GraphQLException("broken"))
                : Task.FromResult<IReadOnlyDictionary<int, User>>(keys.ToDictionary(k => k, k => new User(k)));
    }
}
