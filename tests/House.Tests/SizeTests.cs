namespace Exams.House.Tests;

/// <summary>Sizes of files in lines, as an editor counts them; migrations are generated and do not count.</summary>
public sealed class SizeTests
{
    private const int Longest = 400;

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() =>
        Repository.AllCode().Where(file => Lines(file) > Longest).Should().BeEmpty();

    [Fact]
    public void Files_of_the_service_are_15_to_45_lines_in_the_median_and_at_most_120_at_the_ninetieth_percentile()
    {
        var sizes = Sizes("src/Domain", "src/Infrastructure", "src/Api");

        sizes[sizes.Count / 2].Should().BeInRange(15, 45);
        sizes[sizes.Count * 9 / 10].Should().BeLessThanOrEqualTo(120);
    }

    [Fact]
    public void Files_of_the_engine_are_at_most_250_lines_at_the_ninetieth_percentile()
    {
        var sizes = Sizes("src/GraphQL");

        sizes[sizes.Count * 9 / 10].Should().BeLessThanOrEqualTo(250);
    }

    private static List<int> Sizes(params string[] folders) => [.. folders.SelectMany(folder => Repository.Files(folder)).Select(Lines).Order()];

    private static int Lines(string file) => Repository.Read(file).AsSpan().Count('\n');
}
