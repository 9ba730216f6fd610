using System.Globalization;
using System.Text.Json.Nodes;

namespace Exams.Rehearsal.Sync;

/// <summary>An officer who changes things by hand while the schools' systems sync, one at a time.</summary>
internal sealed class HandWork(UnsteadyService service, Told told, SyncBoard board, Func<Task<string?>> token, int seed)
{
    private const string Some = """
        query Some($centre: CentreNumber!, $series: Series!) {
          entries(series: $series, centre: $centre, first: 20) { nodes { status option syllabus { code } candidate { number dateOfBirth } } }
        }
        """;

    private readonly Random _random = new(seed);
    private readonly string[] _centres = [.. board.Numbers];
    private int _request;

    /// <summary>How many things it did.</summary>
    public int Done => _request;

    public async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await OnceAsync(_centres[_random.Next(_centres.Length)]);
            await Task.Delay(_random.Next(20, 120), CancellationToken.None);
        }
    }

    private async Task OnceAsync(string centre)
    {
        var entries = (await service.AskAsync(token, Some, new { centre, series = SyncBoard.Series })).At("data.entries.nodes").AsArray();
        if (entries.Count == 0 || _random.Next(8) == 0)
        {
            await RegisterAsync(centre);
            return;
        }

        var entry = entries[_random.Next(entries.Count)]!;
        var candidate = new { number = new { centre, series = SyncBoard.Series, number = entry.Text("candidate.number") } };
        var syllabus = entry.Text("syllabus.code");
        switch (_random.Next(3))
        {
            case 0:
                await DoAsync(SyncDocuments.Withdraw, "entries", new { syllabus = new { candidate, syllabus } });
                break;
            case 1:
                await DoAsync(SyncDocuments.Submit, "entries", new { candidate, syllabus, option = SyncBoard.Options[_random.Next(2)] });
                break;
            default:
                await DoAsync(SyncDocuments.Upsert, "candidates", new { centre, series = SyncBoard.Series, candidate.number.number, name = SyncBoard.Name(_random), dateOfBirth = entry.Text("candidate.dateOfBirth") });
                break;
        }
    }

    private async Task RegisterAsync(string centre)
    {
        var row = await DoAsync(SyncDocuments.Upsert, "candidates", new { centre, series = SyncBoard.Series, name = SyncBoard.Name(_random), dateOfBirth = SyncBoard.Born(_random) });
        var candidate = new { number = new { centre, series = SyncBoard.Series, number = row.Text("number") } };
        await DoAsync(SyncDocuments.Submit, "entries", new { candidate, syllabus = SyncBoard.Syllabuses[_random.Next(SyncBoard.Syllabuses.Length)], option = "A" });
    }

    private async Task<JsonNode> DoAsync(string document, string list, object row)
    {
        var input = new Dictionary<string, object> { [list] = new[] { row } };
        var key = string.Create(CultureInfo.InvariantCulture, $"hand-{++_request}");
        return told.Count(await service.AskAsync(token, document, new { input, key }))[0]!;
    }
}
