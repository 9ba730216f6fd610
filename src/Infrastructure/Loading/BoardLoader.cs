using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Loading.Files;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;

namespace Exams.Infrastructure.Loading;

/// <summary>Loads a board from CSV files: all rows of all files, or none. Loading the same again changes nothing.</summary>
/// <remarks>Meant for a service that is stopped: it holds the only writer's turn for as long as it takes, and tells no news of single
/// rows: one piece of news says that what somebody knows may be out of date, and releases to come are announced.</remarks>
public sealed class BoardLoader
{
    /// <summary>How many faults a report lists at most.</summary>
    public const int MostFaults = 1_000;

    private readonly Writer _writer;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyList<IBoardFile> _files;

    internal BoardLoader(Writer writer, ISecretMint mint, StaffPasswords passwords, TimeProvider clock)
    {
        _writer = writer;
        _clock = clock;
        _files =
        [
            new QualificationFile(), new CentreFile(), new SyllabusFile(), new OptionFile(), new DeadlineFile(), new FeeFile(), new TimetableFile(),
            new ReleaseFile(), new CandidateFile(), new EntryFile(), new ResultFile(), new OfficerFile(mint, passwords),
        ];
    }

    /// <summary>Loads the files of a folder; those that are not there are left out.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="ct">Cancels; nothing is loaded.</param>
    /// <returns>What was loaded, or every fault at its place and nothing loaded.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public async Task<LoadReport> LoadAsync(string folder, CancellationToken ct)
    {
        var faults = new LoadFaults();
        var tables = Read(folder, faults);
        BoardLoad? load = null;
        await _writer.WriteAsync<BoardLoad>("load", async writing =>
        {
            load = new BoardLoad(writing, faults, _clock.GetUtcNow());
            await load.RecallAsync(ct);
            await load.RecallAsync(SeriesOf(tables), ct);
            foreach (var (file, table) in tables)
                await file.LoadAsync(table, load, ct);
            if (load.Changed("candidates.csv") || load.Changed("entries.csv"))
                writing.Tell(new NewsItem(NewsType.BoardLoaded, load.Now));
            return faults.Count == 0 ? load : new LoadHasFaults();
        }, ct);
        var files = tables.Select(one => new LoadedFile(
            one.Table.Name, one.Table.Rows.Count, load!.Counts.GetValueOrDefault(one.Table.Name).Added, load.Counts.GetValueOrDefault(one.Table.Name).Changed));
        return new LoadReport([.. files], faults.Count, faults.Kept, faults.Remarks, faults.Count == 0 ? load!.NewUsers : []);
    }

    private List<(IBoardFile File, CsvTable Table)> Read(string folder, LoadFaults faults)
    {
        var there = Directory.EnumerateFiles(folder, "*.csv").Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
        foreach (var stranger in there.Except(_files.Select(file => file.Name)).Order(StringComparer.Ordinal))
            faults.Add(Shown.Text(stranger), 0, "", $"This is no file of a board; those are {string.Join(", ", _files.Select(file => file.Name))}.");
        if (there.Count == 0)
            faults.Add("", 0, "", "There is no CSV file in the folder.");
        return
        [
            .. _files.Where(file => there.Contains(file.Name))
                .Select(file => (file, CsvTable.Read(Path.Combine(folder, file.Name), file, faults))),
        ];
    }

    private static HashSet<Series> SeriesOf(List<(IBoardFile File, CsvTable Table)> tables)
    {
        HashSet<Series> series = [];
        foreach (var (_, table) in tables.Where(one => one.File is CandidateFile or EntryFile or ResultFile))
        {
            foreach (var row in table.Rows)
            {
                if (Series.TryParse(row.Text("series"), out var one))
                    series.Add(one);
            }
        }

        return series;
    }

    private sealed record LoadHasFaults() : Refusal("LOAD_HAS_FAULTS", "The files have faults; nothing was loaded.");
}
