using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Exams.Rehearsal.Entries;

/// <summary>A whole June series: how long it takes to load, what it weighs, and whether lists answer as fast as on a small board.</summary>
/// <param name="program">Exams.Api.dll.</param>
/// <param name="root">A folder for everything.</param>
/// <param name="log">Hears the table.</param>
public sealed class SeriesBench(string program, string root, TextWriter log)
{
    private const double MebiByte = 1024 * 1024;
    private const int Warm = 30;
    private const int Asked = 200;

    private static readonly (string What, string User, string Document)[] Lists =
    [
        ("candidates of a centre, 50 with their entries", "an.officer", "query($c: CentreNumber!, $s: Series!) { candidates(series: $s, centre: $c, first: 50) { nodes { number name entries { option status syllabus { code title } } } pageInfo { endCursor hasNextPage } } }"),
        ("candidates of a centre, counted", "an.officer", "query($c: CentreNumber!, $s: Series!) { candidates(series: $s, centre: $c, first: 10) { totalCount nodes { number } } }"),
        ("entries of a centre, 100, one syllabus", "an.officer", "query($c: CentreNumber!, $s: Series!) { entries(series: $s, centre: $c, first: 100, where: { syllabus: { eq: \"0107\" } }) { nodes { option status candidate { number name } } } }"),
        ("entries of a centre, the last 50", "an.officer", "query($c: CentreNumber!, $s: Series!) { entries(series: $s, centre: $c, last: 50) { nodes { option candidate { number } } } }"),
        ("one candidate by number", "an.officer", "query($c: CentreNumber!, $s: Series!) { candidate(centre: $c, series: $s, number: \"0077\") { name entries { option syllabus { code } } } }"),
        ("the board: candidates of the series, 50", "the.board", "query($c: CentreNumber!, $s: Series!) { candidates(series: $s, first: 50) { nodes { number name } pageInfo { endCursor } } centre(number: $c) { name } }"),
        ("the board: entries of the series, 50", "the.board", "query($c: CentreNumber!, $s: Series!) { entries(series: $s, first: 50) { nodes { option candidate { number } } pageInfo { endCursor } } centre(number: $c) { name } }"),
        ("the board: entries of a centre, 100", "the.board", "query($c: CentreNumber!, $s: Series!) { entries(series: $s, centre: $c, first: 100) { nodes { option candidate { number } } } }"),
    ];

    /// <summary>Measures a small board and the series.</summary>
    public async Task RunAsync(int centres, int candidates, int entries)
    {
        var small = await MeasureAsync("small", new SeriesBoard(centres / 100, candidates / 100, entries / 100));
        var whole = await MeasureAsync("whole", new SeriesBoard(centres, candidates, entries));
        log.WriteLine($"{Asked} requests each, one at a time              small p50    whole p50     ratio   small p99    whole p99");
        for (var i = 0; i < Lists.Length; i++)
        {
            var (one, other) = (small[i], whole[i]);
            log.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {Lists[i].What,-46} {At(one, 0.5),8:0.00} {At(other, 0.5),12:0.00} {At(other, 0.5) / At(one, 0.5),9:0.00} {At(one, 0.99),11:0.00} {At(other, 0.99),12:0.00}"));
        }
    }

    private async Task<List<double>[]> MeasureAsync(string name, SeriesBoard board)
    {
        // What is measured is the work, not the budget.
        var home = new ServiceHome(program, Path.Combine(root, name)) { Settings = new Dictionary<string, string> { ["EXAMS_COST_CAPACITY"] = "1000000000" } };
        var files = Path.Combine(home.Root, "board");
        Directory.CreateDirectory(home.Root);
        board.Write(files, TimeProvider.System.GetUtcNow());
        var (passwords, took, peak) = await home.MeasureLoadAsync(files);
        var text = new DirectoryInfo(files).EnumerateFiles().Sum(file => file.Length);
        var database = new DirectoryInfo(home.Data).EnumerateFiles().Sum(file => file.Length);
        Directory.Delete(files, recursive: true);
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {board.Centres} centres, {board.Candidates} candidates, {board.Entries} entries ({text / MebiByte:0} MiB of files): loaded in {took.TotalSeconds:0.0} s, {peak / MebiByte:0} MiB peak, database {database / MebiByte:0} MiB; load {Load()}"));
        var watch = Stopwatch.StartNew();
        using var service = await ServiceProcess.StartAsync(home);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: started in {watch.Elapsed.TotalMilliseconds:0} ms, {service.ResidentMemory / MebiByte:0} MiB"));
        var measured = new List<double>[Lists.Length];
        var variables = new { c = board.Middle, s = SeriesBoard.Series };
        for (var i = 0; i < Lists.Length; i++)
        {
            using var client = await SignedInAsync(service, Lists[i].User, passwords[Lists[i].User]);
            measured[i] = [];
            for (var k = 0; k < Warm + Asked; k++)
            {
                watch.Restart();
                var data = await client.DataAsync(Lists[i].Document, variables);
                var took1 = watch.Elapsed.TotalMilliseconds;
                Check.That(data.First().Value is JsonObject, $"nothing was found: {Lists[i].What}");
                if (k >= Warm)
                {
                    measured[i].Add(took1);
                }
            }

            measured[i].Sort();
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {service.PeakMemory / MebiByte:0} MiB at most while lists were read"));
        await service.StopAsync();
        Directory.Delete(home.Root, recursive: true);
        return measured;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(sorted.Count * share)];

    private static async Task<ApiClient> SignedInAsync(ServiceProcess service, string username, string password)
    {
        using var nobody = new ApiClient(service.Address);
        return new ApiClient(service.Address, (await nobody.DoAsync(Documents.SignIn, new { username, password })).Text("session.token"));
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
