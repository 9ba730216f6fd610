using Exams.GraphQL.Data;

namespace Exams.GraphQL.Tests.Data;

/// <summary>Lists in memory are sorted as a database sorts them.</summary>
public sealed class MemoryOrderTests
{
    [Fact]
    public void Nothing_comes_first_and_text_goes_by_its_characters_numbers()
    {
        Sorted("b", null, "B", "a", "ä", "").Should().Equal(null, "", "B", "a", "b", "ä");
        Sorted<int?>(3, null, -1, null).Should().Equal(null, null, -1, 3);
        MemoryOrder<string>.Instance.Compare(null, null).Should().Be(0);
        MemoryOrder<string>.Instance.Compare(null, "").Should().BeNegative();
        MemoryOrder<string>.Instance.Compare("", null).Should().BePositive();
    }

    [Fact]
    public void Values_with_an_order_of_their_own_go_by_it_and_others_by_their_text()
    {
        Sorted(new Typed(1), new Typed(10), new Typed(2)).Select(v => v.Number).Should().Equal(10, 2, 1);
        Sorted<Typed?>(new Typed(1), null, new Typed(10)).Select(v => v?.Number).Should().Equal(null, 10, 1);
        Sorted(new Untyped(1), new Untyped(10), new Untyped(2)).Select(v => v.Number).Should().Equal(10, 2, 1);
        Sorted(new Bare(1), new Bare(10), new Bare(2)).Select(v => v.Number).Should().Equal(1, 10, 2);
        Sorted(10m, 9m).Should().Equal(9m, 10m);
    }

    private static IEnumerable<T> Sorted<T>(params T[] values) => values.Order(MemoryOrder<T>.Instance!);

    public readonly record struct Typed(int Number) : IComparable<Typed>
    {
        public int CompareTo(Typed other) => other.Number - Number;
    }

    public readonly record struct Untyped(int Number) : IComparable
    {
        public int CompareTo(object? obj) => ((Untyped)obj!).Number - Number;
    }

    public readonly record struct Bare(int Number)
    {
        public override string ToString() => $"{Number}";
    }
}
