using System.Globalization;
using System.Text.Json.Nodes;

namespace Exams.Rehearsal.Sync;

/// <summary>A vendor's system that runs several schools: it keeps its own books, tells the service what changed there, and takes over what changed here.</summary>
internal sealed class SchoolSystem(UnsteadyService service, Told told, string name, IReadOnlyList<string> centres, string clientId, string secret, int seed)
{
    private const int RowsAtOnce = 2_500;
    private const int PageSize = 500;

    private readonly Random _random = new(seed);
    private readonly Dictionary<(string Centre, string Key), Pupil> _byKey = [];
    private readonly Dictionary<(string Centre, string Number), Pupil> _byNumber = [];
    private string? _token;
    private string? _candidatesSince;
    private string? _entriesSince;
    private int _request;
    private int _pupils;

    public IReadOnlyCollection<Pupil> Pupils => _byKey.Values;

    /// <summary>How many changes made by hand it took over.</summary>
    public int TakenOver { get; private set; }

    /// <summary>A new school year: pupils with entries.</summary>
    public void Enrol(int pupils, double entriesEach)
    {
        for (var i = 0; i < pupils; i++)
        {
            var pupil = Add(centres[i % centres.Count], SyncBoard.Name(_random), SyncBoard.Born(_random));
            foreach (var syllabus in SyncBoard.Syllabuses.OrderBy(_ => _random.Next()).Take((int)entriesEach + (_random.NextDouble() < entriesEach % 1 ? 1 : 0)))
            {
                pupil.Entries.Add(syllabus, new WantedEntry { Option = Option(), IsToTell = true });
            }
        }
    }

    /// <summary>A day at school: some come, some are renamed, some choose otherwise.</summary>
    public void Live(double share)
    {
        Enrol((int)Math.Ceiling(_byKey.Count * share / 20), 3);
        foreach (var pupil in _byKey.Values.Where(_ => _random.NextDouble() < share).ToList())
        {
            switch (_random.Next(5))
            {
                case 0:
                    (pupil.Name, pupil.IsToTell) = (SyncBoard.Name(_random), true);
                    break;
                case 1 when pupil.Entries.Values.FirstOrDefault(one => one is { IsThere: true, IsWithdrawn: false }) is { } dropped:
                    (dropped.IsWithdrawn, dropped.IsToTell) = (true, true);
                    break;
                case 2 when pupil.Entries.Values.LastOrDefault(one => !one.IsWithdrawn) is { } changed:
                    (changed.Option, changed.IsToTell) = (Option(), true);
                    break;
                case 3 when pupil.Entries.Values.FirstOrDefault(one => one.IsWithdrawn) is { } again:
                    (again.IsWithdrawn, again.IsToTell) = (false, true);
                    break;
                default:
                    if (SyncBoard.Syllabuses.FirstOrDefault(code => !pupil.Entries.ContainsKey(code)) is { } more)
                    {
                        pupil.Entries.Add(more, new WantedEntry { Option = Option(), IsToTell = true });
                    }

                    break;
            }
        }
    }

    /// <summary>One night: take over what changed there, then tell what changed here. What both changed is settled by the school.</summary>
    public async Task SyncAsync()
    {
        _token = null;
        await TakeOverAsync();
        await TellAsync(SyncDocuments.Upsert, "candidates", _byKey.Values.Where(one => one.IsToTell), one => new
        {
            centre = one.Centre, series = SyncBoard.Series, number = one.Number, name = one.Name, dateOfBirth = one.Born, externalReference = one.Key,
        }, (one, row) =>
        {
            one.IsToTell = false;
            SetNumber(one, row.Text("number"));
        });
        var open = _byKey.Values.SelectMany(pupil => pupil.Entries.Where(one => one.Value.IsToTell).Select(one => (Pupil: pupil, Syllabus: one.Key, Entry: one.Value))).ToList();
        await TellAsync(SyncDocuments.Submit, "entries", open.Where(one => !one.Entry.IsWithdrawn), one => new
        {
            candidate = Reference(one.Pupil), syllabus = one.Syllabus, option = one.Entry.Option,
        }, (one, _) => (one.Entry.IsToTell, one.Entry.IsThere) = (false, true));
        await TellAsync(SyncDocuments.Withdraw, "entries", open.Where(one => one.Entry.IsWithdrawn), one => new
        {
            syllabus = new { candidate = Reference(one.Pupil), syllabus = one.Syllabus },
        }, (one, _) => one.Entry.IsToTell = false);
    }

    /// <summary>Reads all pages of what changed since; null for everything. The cursor to go on with comes last.</summary>
    public async Task<(List<JsonNode> Changes, string Cursor)> ReadAsync(string document, string? since)
    {
        var changes = new List<JsonNode>();
        for (string? after = null; ;)
        {
            var page = (await service.AskAsync(TokenAsync, document, new { since, after, first = PageSize })).At("data.changes");
            changes.AddRange(page["nodes"]!.AsArray()!);
            after = page.Text("pageInfo.endCursor");
            if (!page.At("pageInfo.hasNextPage").GetValue<bool>())
            {
                return (changes, after);
            }
        }
    }

    /// <summary>Of several entries of a candidate for a syllabus, which come of entering again with another option, the one that stands.</summary>
    public static IEnumerable<JsonNode> Standing(IEnumerable<JsonNode> changes) => changes
        .GroupBy(one => (one.Text("centreNumber"), one.Text("entry.candidate.number"), one.Text("entry.syllabus.code")))
        .Select(same => same.FirstOrDefault(one => one.Text("entry.status") == "ACTIVE") ?? same.First());

    private async Task TakeOverAsync()
    {
        (var candidates, _candidatesSince) = await ReadAsync(SyncDocuments.Candidates, _candidatesSince);
        foreach (var change in candidates)
        {
            var (centre, candidate) = (change.Text("centreNumber"), change.At("candidate"));
            var pupil = Find(centre, candidate);
            if (pupil is null)
            {
                // Registered by hand: the system gives it a key of its own, and tells.
                pupil = Add(centre, candidate.Text("name"), candidate.Text("dateOfBirth"));
                SetNumber(pupil, candidate.Text("number"));
                TakenOver++;
            }
            else if (!pupil.IsToTell && pupil.Name != candidate.Text("name"))
            {
                (pupil.Name, pupil.Born) = (candidate.Text("name"), candidate.Text("dateOfBirth"));
                TakenOver++;
            }

            // The service shall know it by the school's key from now on.
            pupil.IsToTell |= candidate["externalReference"] is null;
        }

        (var entries, _entriesSince) = await ReadAsync(SyncDocuments.Entries, _entriesSince);
        foreach (var change in Standing(entries))
        {
            var (centre, entry) = (change.Text("centreNumber"), change.At("entry"));
            var pupil = Find(centre, entry.At("candidate"));
            if (pupil is null)
            {
                // Registered between the two readings; comes again, because it is told before this cursor next time.
                pupil = Add(centre, "Unknown: Yet", entry.Text("candidate.dateOfBirth"));
                pupil.IsToTell = false;
                SetNumber(pupil, entry.Text("candidate.number"));
            }

            var (isWithdrawn, option) = (entry.Text("status") == "WITHDRAWN", entry.Text("option"));
            var known = pupil.Entries.GetValueOrDefault(entry.Text("syllabus.code"));
            if (known is { IsToTell: true } || (known is not null && known.IsWithdrawn == isWithdrawn && (isWithdrawn || known.Option == option)))
            {
                continue;
            }

            pupil.Entries[entry.Text("syllabus.code")] = new WantedEntry { Option = option, IsWithdrawn = isWithdrawn, IsThere = true };
            TakenOver++;
        }
    }

    private async Task TellAsync<T>(string document, string list, IEnumerable<T> things, Func<T, object> row, Action<T, JsonNode> done)
    {
        foreach (var some in things.Chunk(RowsAtOnce))
        {
            var input = new Dictionary<string, object> { [list] = some.Select(row), ["errorPolicy"] = "REJECT_FAILED_ROWS" };
            var key = string.Create(CultureInfo.InvariantCulture, $"{name}-{++_request}");
            var results = told.Count(await service.AskAsync(TokenAsync, document, new { input, key }));
            Check.Equal(results.Count, some.Length, "results of a request");
            for (var i = 0; i < some.Length; i++)
            {
                done(some[i], results[i]!);
            }
        }
    }

    private static object Reference(Pupil pupil) => new { externalReference = new { centre = pupil.Centre, series = SyncBoard.Series, externalReference = pupil.Key } };

    private Pupil? Find(string centre, JsonNode candidate) =>
        candidate["externalReference"]?.GetValue<string>() is { } key && _byKey.TryGetValue((centre, key), out var pupil)
            ? pupil
            : _byNumber.GetValueOrDefault((centre, candidate.Text("number")));

    private Pupil Add(string centre, string pupilName, string born)
    {
        var pupil = new Pupil(centre, string.Create(CultureInfo.InvariantCulture, $"{name}:{++_pupils}"), pupilName, born);
        _byKey.Add((centre, pupil.Key), pupil);
        return pupil;
    }

    private void SetNumber(Pupil pupil, string number)
    {
        Check.That(pupil.Number is null || pupil.Number == number, $"{pupil.Key} had number {pupil.Number} and has {number} now");
        pupil.Number = number;
        Check.That(_byNumber.GetValueOrDefault((pupil.Centre, number), pupil) == pupil, $"two pupils of {pupil.Centre} have number {number}");
        _byNumber[(pupil.Centre, number)] = pupil;
    }

    private string Option() => SyncBoard.Options[_random.Next(SyncBoard.Options.Length)];

    private async Task<string?> TokenAsync() => _token ??= await service.TokenAsync(clientId, secret);
}
