using System.Runtime.CompilerServices;
using Exams.GraphQL.Subscriptions;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Tests.Surface;

[UnionType("Parcel")]
public interface IParcel;

[ObjectType]
public record Letter(string To) : IParcel;

[ObjectType]
public record Box(string To, int Weight) : IParcel;

[OneOf]
public record Address(string? Street, int? PostBox, Address? CareOf);

/// <summary>Bound by its properties.</summary>
public class Label
{
    public required string Text { get; set; }

    [DefaultValue("small")]
    public string Size { get; set; } = "";

    public string? Colour { get; set; } = "white";

    [GraphQLIgnore]
    public string Secret { get; set; } = "kept";

    [GraphQLDeprecated("Use text.")]
    public HashSet<int>? Numbers { get; set; }

    public Label[]? More { get; set; }
}

public record ScalarBag(DateTimeOffset? At, DateTime? Time, DateOnly? On, TimeOnly? Clock, Guid? Key, Uri? Link, long? Big, short? Small, decimal? Money);

[QueryType]
public static class PostQueries
{
    public static string Version => "1";

    public static IReadOnlyList<IParcel> GetParcels() => [new Letter("Ann"), new Box("Bob", 3)];

    public static string Send(Address to) => to switch
    {
        { Street: { } street } => street,
        { PostBox: { } box } => $"box {box}",
        { CareOf: { } other } => $"c/o {Send(other)}",
        _ => "nowhere",
    };

    public static string Print(Label label) =>
        $"{label.Text}/{label.Size}/{label.Colour}/{label.Secret}/{string.Join('+', label.Numbers ?? [])}[{string.Join(',', (label.More ?? []).Select(Print))}]";

    public static ScalarBag Echo(ScalarBag bag) => bag;

    public static int Sum(IReadOnlyList<int> numbers, int[][]? table = null, ISet<Colour>? colours = null, float factor = 1.5f) =>
        (int)((numbers.Sum() + (table?.Sum(r => r.Sum()) ?? 0) + (colours?.Count ?? 0)) * factor);

    public static async IAsyncEnumerable<int> CountAsync(int to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Delay(0, cancellationToken);
            yield return i;
        }
    }

    public static IQueryable<string> Query() => new[] { "a", "b" }.AsQueryable();
}

[MutationType]
public static class PostMutations
{
    public static async Task<bool> DeliverAsync(string to, int weight, ITopicEventSender sender, CancellationToken cancellationToken)
    {
        await sender.SendAsync("all", new Box(to, weight), cancellationToken);
        await sender.SendAsync($"for_{to}", new Box(to, weight), cancellationToken);
        return true;
    }
}

[SubscriptionType]
public static class PostSubscriptions
{
    internal static async IAsyncEnumerable<Box> Heavy(
        int over, ITopicEventReceiver receiver, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await receiver.SubscribeAsync<Box>("all", cancellationToken);
        await foreach (var box in stream.ReadEventsAsync().WithCancellation(cancellationToken))
        {
            if (box.Weight > over)
            {
                yield return box;
            }
        }
    }

    [Subscribe(With = nameof(Heavy))]
    public static Box OnHeavy(int over, [EventMessage] Box box) => box;

    [Subscribe]
    [Topic("for_{who}")]
    public static string OnParcel(string who, [EventMessage] Box box) => $"{who}:{box.Weight}";
}
