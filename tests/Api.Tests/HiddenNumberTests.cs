using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Rows and events are counted for the whole board; what a centre gets to see of one tells it no count.</summary>
public sealed partial class HiddenNumberTests
{
    private const string Everything = """
        query($centre: CentreNumber!, $series: Series!) {
          centre(number: $centre) { id }
          candidates(series: $series, first: 2) { edges { cursor node { id entries { id syllabus { id } } } } pageInfo { startCursor endCursor } }
          entries(series: $series, first: 2) { edges { cursor node { id } } pageInfo { endCursor } }
          events(first: 3) { nodes { id cursor } pageInfo { endCursor } }
          changes(thing: CANDIDATE, first: 2) { nodes { candidate { id } } pageInfo { endCursor } }
          eventCursor
        }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_id_and_no_cursor_shows_the_number_of_a_row_or_an_event()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 5), untilRelease: TimeSpan.FromDays(-3));
        using var officer = await service.SignedInAsync("officer.us123");

        var answer = await officer.DataAsync(Everything, new { centre = DemoBoard.Centre, series = DemoBoard.Series }, Ct);

        var (ids, cursors) = (Texts(answer, "id").ToList(), Texts(answer, "cursor", "startCursor", "endCursor", "eventCursor").ToList());
        ids.Should().HaveCountGreaterThan(8);
        cursors.Should().HaveCountGreaterThan(8);
        foreach (var id in ids)
            Encoding.UTF8.GetString(Convert.FromBase64String(id)).Should().MatchRegex("^[A-Za-z]+:-?[0-9]{10,}$");
        foreach (var cursor in cursors)
        {
            var plain = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(cursor));
            if (plain.StartsWith('['))
                JsonNode.Parse(Base64Url.DecodeFromChars(cursor))!.AsArray()[^1]!.GetValue<string>().Should().MatchRegex("^-?[0-9]{10,}$");
            else
                NumbersOfNews().IsMatch(plain[8..]).Should().BeTrue(plain[8..]);
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node, params string[] names) => node switch
    {
        JsonObject fields => fields.SelectMany(field => names.Contains(field.Key) && field.Value is JsonValue text ? [text.GetValue<string>()] : Texts(field.Value, names)),
        JsonArray items => items.SelectMany(item => Texts(item, names)),
        _ => [],
    };

    // The list's letter and the key's version, and then nothing short.
    [GeneratedRegex(@"^[a-z]1(\.[0-9]{10,})+$")]
    private static partial Regex NumbersOfNews();
}
