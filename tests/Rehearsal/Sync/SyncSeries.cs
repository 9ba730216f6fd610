using System.Diagnostics;
using System.Globalization;

namespace Exams.Rehearsal.Sync;

/// <summary>Schools' systems sync twice a night for a week, while an officer changes things by hand and the service is killed and started again at random.
/// At the end both sides are equal, and what the answers said was done is what the events say: nothing lost, nothing doubled.</summary>
/// <param name="home">Where the service lives; fresh.</param>
/// <param name="seed">Chooses everything.</param>
/// <param name="log">Hears what happens.</param>
public sealed class SyncSeries(ServiceHome home, int seed, TextWriter log) : IDisposable
{
    private const int SyncsEachNight = 2;
    private const double EntriesEach = 4;
    private const double ChangedEachDay = 0.02;

    private static readonly string[] Scopes = ["candidates:read", "candidates:write", "entries:read", "entries:write", "events:read", "catalogue:read", "centres:read"];

    private readonly Random _random = new(seed);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly UnsteadyService _service = new(home, seed + 2);
    private readonly Told _told = new();
    private int _kills;

    public void Dispose() => _service.Dispose();

    /// <summary>Does it all.</summary>
    /// <param name="centres">How many schools, in four vendors' systems.</param>
    /// <param name="entries">How many entries to begin with.</param>
    /// <param name="nights">How many nights.</param>
    /// <param name="kills">How often the service is killed.</param>
    public async Task RunAsync(int centres, int entries, int nights, int kills)
    {
        Say($"{centres} centres, {entries} entries, {nights} nights, {kills} kills, seed {seed}");
        var board = new SyncBoard(centres);
        var files = Path.Combine(home.Root, "board");
        board.Write(files, TimeProvider.System.GetUtcNow());
        var passwords = await home.LoadAsync(files);
        await _service.StartAsync();
        var officer = await SignInAsync("by.hand", passwords["by.hand"]);
        var systems = await SystemsAsync(board, await SignInAsync("the.board", passwords["the.board"]));
        systems.ForEach(one => one.Enrol((int)(entries / EntriesEach / systems.Count), EntriesEach));
        var hand = new HandWork(_service, _told, board, () => Task.FromResult<string?>(officer), seed + 1);
        using (var stop = new CancellationTokenSource())
        {
            var work = hand.WorkAsync(stop.Token);
            for (var sync = 1; sync <= nights * SyncsEachNight; sync++)
            {
                await NightAsync(systems, kills * sync / (nights * SyncsEachNight) - _kills, work);
                Say($"sync {sync}: {_told.Rows} rows told so far, {_told.Replays} answers came again, {_kills} kills, {systems.Sum(one => one.TakenOver)} changes taken over");
                systems.ForEach(one => one.Live(ChangedEachDay));
            }

            await stop.CancelAsync();
            await work;
        }

        // Nobody works by hand any more; what was still to be told goes over.
        await Task.WhenAll(systems.Select(one => one.SyncAsync()));
        var (candidates, standing) = await CompareAsync(systems);
        await CountEventsAsync(officer);
        await _service.StopAsync();
        Say($"{_told.Rows} rows in {_told.Answers} answers ({_told.Replays} came again), {hand.Done} requests by hand, {_service.Repeated} requests repeated, {_service.Throttled} throttled");
        Say($"{_kills} kills, {nights * SyncsEachNight} syncs: {candidates} candidates and {standing} entries, equal on both sides, nothing doubled, nothing lost");
    }

    private async Task NightAsync(List<SchoolSystem> systems, int kills, Task work)
    {
        var syncs = Task.WhenAll(systems.Select(one => one.SyncAsync()));
        for (var i = 0; i < kills; i++)
        {
            await Task.WhenAny(syncs, work, Task.Delay(_random.Next(50, 2_500)));
            await _service.KillAsync();
            _kills++;
        }

        await syncs;
        Check.That(!work.IsFaulted, $"the work by hand failed: {work.Exception?.InnerException?.Message}");
    }

    // Both ways: everything that the schools know is there, and nothing else.
    private static async Task<(int Candidates, int Entries)> CompareAsync(List<SchoolSystem> systems)
    {
        var (candidates, standing) = (0, 0);
        foreach (var system in systems)
        {
            var (found, _) = await system.ReadAsync(SyncDocuments.Candidates, null);
            var people = found.ToDictionary(one => (one.Text("centreNumber"), one.Text("candidate.externalReference")));
            Check.Equal(people.Count, system.Pupils.Count, "candidates of a system");
            foreach (var pupil in system.Pupils)
            {
                Check.That(people.TryGetValue((pupil.Centre, pupil.Key), out var one), $"{pupil.Key} is missing");
                Check.Equal((one!.Text("candidate.name"), one!.Text("candidate.number")), (pupil.Name, pupil.Number!), $"name and number of {pupil.Key}");
            }

            var (all, _) = await system.ReadAsync(SyncDocuments.Entries, null);
            var entries = SchoolSystem.Standing(all).ToDictionary(one => (one.Text("centreNumber"), one.Text("entry.candidate.externalReference"), one.Text("entry.syllabus.code")), one => one.At("entry"));
            Check.Equal(entries.Count, system.Pupils.Sum(one => one.Entries.Count), "entries of a system");
            foreach (var pupil in system.Pupils)
            {
                foreach (var (syllabus, wanted) in pupil.Entries)
                {
                    Check.That(entries.TryGetValue((pupil.Centre, pupil.Key, syllabus), out var entry), $"{pupil.Key} {syllabus} is missing");
                    Check.Equal(entry!.Text("status"), wanted.IsWithdrawn ? "WITHDRAWN" : "ACTIVE", $"status of {pupil.Key} {syllabus}");
                    Check.That(wanted.IsWithdrawn || entry!.Text("option") == wanted.Option, $"option of {pupil.Key} {syllabus}");
                }
            }

            // What is doubled would be paid twice.
            Check.Equal(all.Select(one => one.Text("entry.id")).Distinct().Count(), all.Count, "entries told once each");
            foreach (var entry in all.Select(one => one.At("entry")))
            {
                var kinds = entry["fees"]!.AsArray().CountBy(line => line!.Text("kind")).ToDictionary();
                Check.Equal(
                    kinds.GetValueOrDefault("ENTRY") - kinds.GetValueOrDefault("REFUND"), entry.Text("status") == "ACTIVE" ? 1 : 0, $"entry fees less refunds of {entry.Text("id")}");
            }

            candidates += people.Count;
            standing += entries.Count;
        }

        return (candidates, standing);
    }

    private async Task CountEventsAsync(string officer)
    {
        var counts = new Dictionary<string, int>();
        for (string? after = null; ;)
        {
            var page = (await _service.AskAsync(() => Task.FromResult<string?>(officer), SyncDocuments.Events, new { after })).At("data.events");
            foreach (var (type, count) in page["nodes"]!.AsArray().CountBy(one => one!.Text("type")))
            {
                counts[type] = counts.GetValueOrDefault(type) + count;
            }

            after = page.Text("pageInfo.endCursor");
            if (!page.At("pageInfo.hasNextPage").GetValue<bool>())
            {
                break;
            }
        }

        foreach (var (done, type) in new[]
        {
            ("registered", "CANDIDATE_REGISTERED"), ("changed", "CANDIDATE_CHANGED"), ("made", "ENTRY_MADE"), ("amended", "ENTRY_AMENDED"), ("withdrawn", "ENTRY_WITHDRAWN"),
        })
        {
            Say($"{done}: {_told.Done[done]} by the answers, {counts.GetValueOrDefault(type)} by the events");
            Check.Equal(counts.GetValueOrDefault(type), _told.Done[done], $"events of {type}");
        }
    }

    private async Task<List<SchoolSystem>> SystemsAsync(SyncBoard board, string boardToken)
    {
        var systems = new List<SchoolSystem>();
        foreach (var some in board.Numbers.Chunk(Math.Max(1, board.Centres / 4)))
        {
            var made = (await _service.AskAsync(
                () => Task.FromResult<string?>(boardToken),
                "mutation($input: CreateApiClientInput!) { createApiClient(input: $input) { apiClient { clientId } clientSecret errors { code message } } }",
                new { input = new { name = $"School system {systems.Count + 1}", scopes = Scopes, centres = some } })).At("data.createApiClient");
            systems.Add(new SchoolSystem(
                _service, _told, string.Create(CultureInfo.InvariantCulture, $"mis{systems.Count + 1}"), some,
                made.Text("apiClient.clientId"), made.Text("clientSecret"), seed + 10 + systems.Count));
        }

        return systems;
    }

    private async Task<string> SignInAsync(string username, string password) =>
        (await _service.AskAsync(() => Task.FromResult<string?>(null), Documents.SignIn, new { input = new { username, password } })).Text("data.signIn.session.token");

    private void Say(string what) => log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,6:0.0} s  {what}"));
}
