using Exams.GraphQL.Configuration;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>A class that refuses what it is made of: what it says to clients is said, what it says to programmers is not.</summary>
public sealed class InputRefusalTests
{
    [Theory]
    [InlineData("{ span(of: { from: 1, to: 3 }) }", """{"data":{"span":2}}""")]
    [InlineData("{ spans(of: [{ from: 1, to: 3 }, { from: 3, to: 7 }]) }", """{"data":{"spans":6}}""")]
    public async Task What_it_takes_it_takes(string query, string answer)
    {
        await using var server = Server();

        (await server.Ask(query)).Should().Be(answer);
    }

    [Theory]
    [InlineData(3, 1, "Expected type \\\"SpanInput\\\".", "Unexpected error")]
    [InlineData(-1, 1, "Before the beginning.", "Before the beginning.")]
    public async Task What_it_refuses_is_refused_in_literals_and_in_variables(int from, int to, string message, string inPlace)
    {
        await using var server = Server();
        var span = new { from, to };
        string[] answers =
        [
            await server.Ask("query($s: SpanInput!) { span(of: $s) }", new { s = span }),
            await server.Ask("query($s: [SpanInput!]!) { spans(of: $s) }", new { s = new[] { new { from = 1, to = 2 }, span } }),
            await server.Ask($"query($s: SpanInput! = {{ from: {from}, to: {to} }}) {{ span(of: $s) }}"),
        ];

        string[] inPlaces =
        [
            await server.Ask($"{{ span(of: {{ from: {from}, to: {to} }}) }}"),
            await server.Ask($"query($n: Int!) {{ span(of: {{ from: $n, to: {to} }}) }}", new { n = from }),
        ];

        answers.Should().OnlyContain(answer => answer.StartsWith("{\"errors\":[{") && answer.Contains(message) && !answer.Contains("\"data\""));
        inPlaces.Should().OnlyContain(answer => answer.StartsWith("{\"errors\":[{") && answer.Contains(inPlace) && answer.EndsWith("\"data\":null}"));
        answers.Concat(inPlaces).Should().OnlyContain(answer => answer.Contains("BEFORE") == (from < 0) && !answer.Contains("secret words"));
    }

    private static TestServer Server() => new(_ => { }, g => g.AddTypes(typeof(Queries)));

    [QueryType]
    public static class Queries
    {
        public static int GetSpan(Span of) => of.To - of.From;

        public static int GetSpans(IReadOnlyList<Span> of) => of.Sum(GetSpan);
    }

    public sealed record Span
    {
        public Span(int from, int to)
        {
            if (from < 0)
            {
                throw new GraphQLException(ErrorBuilder.New().SetMessage("Before the beginning.").SetCode("BEFORE").Build());
            }

            (From, To) = to < from ? throw new ArgumentException("secret words") : (from, to);
        }

        public int From { get; }

        public int To { get; }
    }
}
