using Exams.GraphQL.Language;
using Exams.GraphQL.Validation;

namespace Exams.GraphQL.Tests.Validation;

/// <summary>Documents made to hurt get their verdict soon, and it is the right one.</summary>
public sealed class HostileDocumentTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_thousand_aliases_are_refused()
    {
        var text = "{" + Repeat(1_000, i => $"a{i}: __typename ") + "}";

        (await PublicAsync(text)).Should().ContainSingle().Which.Should().StartWith("Too many aliases: 200 are the most.");
        (await ReferenceAsync(text)).Should().BeEmpty();
    }

    [Fact]
    public async Task Aliases_hidden_in_fragments_that_fan_out_are_counted_where_they_land()
    {
        var text = "{ centre(number: \"1\") { ...f0 } } "
            + Repeat(12, i => $"fragment f{i} on Centre {{ a: parent {{ ...f{i + 1} }} b: parent {{ ...f{i + 1} }} }} ")
            + "fragment f12 on Centre { number }";

        (await ValidateAsync(text, ValidationOptions.Public with { MaxExecutionDepth = null }))
            .Should().ContainSingle().Which.Should().StartWith("Too many aliases");
    }

    [Fact]
    public async Task The_same_field_ten_thousand_times_is_legal()
    {
        var text = "{" + Repeat(10_000, _ => "__typename ") + "}";

        (await PublicAsync(text)).Should().BeEmpty();
        (await ReferenceAsync(text)).Should().BeEmpty();
    }

    [Fact]
    public async Task Fragments_that_double_at_every_step_are_merged_once_each()
    {
        var text = "{ ...f0 } " + Repeat(26, i => $"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }} ") + "fragment f26 on Query { __typename }";

        (await PublicAsync(text)).Should().BeEmpty();
        (await ReferenceAsync(text)).Should().BeEmpty();
    }

    [Fact]
    public async Task Nested_fragments_that_double_at_every_step_are_compared_once_each()
    {
        var text = "{ centre(number: \"1\") { ...f0 } } "
            + Repeat(40, i => $"fragment f{i} on Centre {{ a: parent {{ ...f{i + 1} }} b: parent {{ ...f{i + 1} }} }} ")
            + "fragment f40 on Centre { number }";

        (await ReferenceAsync(text)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_chain_of_ten_thousand_fragments_is_followed_without_recursion()
    {
        var text = "{ ...f0 } " + Repeat(10_000, i => $"fragment f{i} on Query {{ __typename ...f{i + 1} }} ") + "fragment f10000 on Query { __typename }";

        (await PublicAsync(text)).Should().BeEmpty();
        (await ReferenceAsync(text)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_ring_of_ten_thousand_fragments_is_one_cycle()
    {
        var text = "{ ...f0 } " + Repeat(10_000, i => $"fragment f{i} on Query {{ __typename ...f{(i + 1) % 10_000} }} ");

        var found = await PublicAsync(text);

        found.Should().ContainSingle().Which.Should().StartWith("Cannot spread fragment \"f0\" within itself via \"f1\", ");
        found[0].Length.Should().BeLessThan(500);
        (await ReferenceAsync(text)).Should().ContainSingle().Which.Should().StartWith("Cannot spread fragment \"f0\" within itself via ");
    }

    [Fact]
    public async Task A_chain_of_fragments_that_conflicts_at_its_end_is_refused()
    {
        var text = "{ grade: __typename ...f0 } " + Repeat(10_000, i => $"fragment f{i} on Query {{ __typename ...f{i + 1} }} ") + "fragment f10000 on Query { grade }";

        (await ReferenceAsync(text)).Should().ContainSingle().Which.Should().StartWith("Fields \"grade\" conflict because \"__typename\" and \"grade\"");
    }

    [Fact]
    public async Task A_conflict_under_thousands_of_nested_fragments_neither_overflows_nor_passes()
    {
        var text = "{ centre(number: \"1\") { ...a0 ...b0 } } "
            + Repeat(5_000, i => $"fragment a{i} on Centre {{ parent {{ ...a{i + 1} }} }} fragment b{i} on Centre {{ parent {{ ...b{i + 1} }} }} ")
            + "fragment a5000 on Centre { x: number } fragment b5000 on Centre { x: __typename }";

        (await ReferenceAsync(text)).Should().ContainSingle().Which.Should().StartWith("Fields \"");
    }

    [Fact]
    public async Task Two_hundred_times_a_hundred_inline_fragments_are_flat()
    {
        var text = "{" + Repeat(200, _ => "... on Query {" + Repeat(100, _ => "... on Query { __typename } ") + "} ") + "}";

        (await PublicAsync(text)).Should().BeEmpty();
        (await ReferenceAsync(text)).Should().BeEmpty();
    }

    [Fact]
    public async Task Three_thousand_pairs_that_agree_are_no_conflict()
    {
        var text = "{" + Repeat(3_000, _ => "a: __typename b: __schema { queryType { name } } ") + "}";

        (await PublicAsync(text)).Should().BeEmpty();
    }

    [Fact]
    public async Task Three_thousand_pairs_that_conflict_give_a_short_list()
    {
        var text = "{" + Repeat(3_000, i => $"a: grade b: grade(of: {(i % 2 == 0 ? "A" : "B")}) a: __typename ") + "}";

        (await PublicAsync(text)).Should().HaveCount(5).And.OnlyContain(message => message.StartsWith("Fields \"a\" conflict"));
        (await ReferenceAsync(text)).Should().HaveCount(101).And.HaveElementAt(100, "Too many validation errors, error limit reached. Validation aborted.");
    }

    [Fact]
    public async Task Ten_thousand_unknown_fields_give_a_short_list()
    {
        var text = "{" + Repeat(10_000, i => $"zz{i} ") + "}";

        (await PublicAsync(text)).Should().HaveCountLessThanOrEqualTo(5).And.NotBeEmpty();
        (await ReferenceAsync(text)).Should().HaveCount(101);
    }

    [Fact]
    public async Task Ten_thousand_unused_variables_give_a_short_list()
    {
        var text = "query(" + Repeat(10_000, i => $"$v{i}: Int ") + ") { __typename }";

        (await PublicAsync(text)).Should().HaveCount(5);
    }

    [Fact]
    public async Task Ten_thousand_directives_give_a_short_list()
    {
        (await PublicAsync("{ __typename " + Repeat(10_000, _ => "@aa ") + "}")).Should().HaveCount(5);
        (await PublicAsync("{ __typename " + Repeat(10_000, _ => "@include(if: true) ") + "}")).Should().HaveCount(5);
    }

    [Fact]
    public async Task Five_thousand_conditional_fragments_are_merged()
    {
        var text = "query($b: Boolean!) {" + Repeat(5_000, i => $"...f{i} @include(if: $b) ") + "}"
            + Repeat(5_000, i => $"fragment f{i} on Query {{ __typename }} ");

        (await PublicAsync(text)).Should().BeEmpty();
        (await ReferenceAsync(text)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_thousand_operations_over_a_thousand_fragments_end()
    {
        var text = Repeat(1_000, i => $"query q{i} {{ ...f0 }} ") + Repeat(1_000, i => $"fragment f{i} on Query {{ __typename ...f{i + 1} }} ") + "fragment f1000 on Query { __typename }";

        (await PublicAsync(text)).Should().BeEquivalentTo("Validation aborted.");
    }

    [Fact]
    public async Task A_thousand_operations_without_fragments_are_legal()
    {
        (await PublicAsync(Repeat(1_000, i => $"query q{i} {{ __typename }} "))).Should().BeEmpty();
    }

    [Fact]
    public async Task Subsets_of_fragments_that_multiply_end()
    {
        // At every level each of two fragments leads to two others by either key: the merged sets multiply with the depth.
        var text = "{ centre(number: \"1\") { ...a0 ...b0 } } "
            + Repeat(300, i => $"fragment a{i} on Centre {{ x: parent {{ ...a{i + 1} ...c{i + 1} }} y: parent {{ ...b{i + 1} }} }} "
                + $"fragment b{i} on Centre {{ x: parent {{ ...b{i + 1} }} y: parent {{ ...c{i + 1} ...a{i + 1} }} }} "
                + $"fragment c{i} on Centre {{ x: parent {{ ...c{i + 1} }} y: parent {{ ...a{i + 1} }} }} ")
            + "fragment a300 on Centre { number } fragment b300 on Centre { number } fragment c300 on Centre { number }";

        (await ReferenceAsync(text)).Should().HaveCountLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task Introspection_in_circles_is_refused()
    {
        var circles = "{ __schema { types { " + Repeat(8, _ => "fields { type { ") + "name" + Repeat(8, _ => " } }") + " } } }";
        var wrappings = "{ __schema { types { name fields { type { " + Repeat(150, _ => "ofType { ") + "name" + Repeat(150, _ => " }") + " } } } } }";

        (await PublicAsync(circles)).Should().Contain(message => message.StartsWith("Maximum introspection depth exceeded"));
        (await PublicAsync(wrappings)).Should().Contain(message => message.StartsWith("Maximum introspection depth exceeded"));
        (await ReferenceAsync(wrappings)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_megabyte_of_text_in_a_literal_is_not_sent_back()
    {
        var text = "{ grade(of: \"" + new string('x', 1_000_000) + "\") person(name: " + new string('9', 200_000) + ") { name } " + new string('y', 100_000) + " }";

        var found = await PublicAsync(text);

        found.Should().HaveCount(3).And.OnlyContain(message => message.Length < 600);
    }

    [Fact]
    public async Task Ten_thousand_root_fields_of_a_subscription_give_few_places()
    {
        var text = "subscription {" + Repeat(10_000, i => $"a{i}: changed ") + "}";

        (await PublicAsync(text))[^1].Split('(').Length.Should().BeLessThanOrEqualTo(6);
    }

    private static Task<IReadOnlyList<string>> PublicAsync(string text) => ValidateAsync(text, ValidationOptions.Public);

    private static Task<IReadOnlyList<string>> ReferenceAsync(string text) => ValidateAsync(text, ValidationOptions.Reference);

    private static async Task<IReadOnlyList<string>> ValidateAsync(string text, ValidationOptions options)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        Parser.TryParse(new Source(text), ParserLimits.Trusted, out var document, out var error).Should().BeTrue("{0}", error?.Message);
        var errors = await Task.Run(() => Validator.Validate(Judge.Schema, document!, options), patience.Token).WaitAsync(patience.Token);
        return [.. errors.Select(found => found.Message + string.Concat((found.Locations ?? []).Select(place => $" ({place.Line}:{place.Column})")))];
    }

    private static string Repeat(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));
}
