using System.Globalization;
using Exams.Rehearsal;
using Exams.Rehearsal.Entries;
using Exams.Rehearsal.Sync;
using Exams.World;

int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);

try
{
    switch (args)
    {
        case ["board", var folder, .. var rest]:
            new DemoBoard(rest is [var count] ? Count(count) : 1200).Write(folder, TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(30));
            return 0;

        case ["check", var address, var board, var boardPassword, var officer, var officerPassword, var papers]:
            using (var job = new MainJob(new Cast(new Uri(address), board, boardPassword, officer, officerPassword, papers), Console.Out))
            {
                await job.RunAsync(CancellationToken.None);
            }

            Console.WriteLine($"The PDF and the ZIP lie in {papers}.");
            return 0;

        case ["scan", var printed, .. var places]:
            await ClearTextScan.RunAsync(printed, places, Console.Out);
            return 0;

        case ["kill", var program, var folder, var kills, var candidates, var seed]:
            using (var series = new KillSeries(new ServiceHome(program, folder, Environment.GetEnvironmentVariable("EXAMS_DATABASE")), Count(kills), Count(seed), Console.Out))
            {
                await series.RunAsync(Count(candidates));
            }

            return 0;

        case ["sync", var program, var folder, var centres, var entries, var nights, var kills, var seed]:
            using (var series = new SyncSeries(new ServiceHome(program, folder, Environment.GetEnvironmentVariable("EXAMS_DATABASE")), Count(seed), Console.Out))
            {
                await series.RunAsync(Count(centres), Count(entries), Count(nights), Count(kills));
            }

            return 0;

        case ["sync", var program, var folder, var centres, var entries, var nights, var kills, var seed, "--postgres"]:
            using (var postgres = new PrivatePostgres())
            using (var series = new SyncSeries(new ServiceHome(program, folder, postgres.CreateDatabase()), Count(seed), Console.Out))
            {
                await series.RunAsync(Count(centres), Count(entries), Count(nights), Count(kills));
            }

            return 0;

        case ["two", var program, var folder, var candidates]:
            using (var postgres = new PrivatePostgres())
            {
                await new TwoProcesses(new ServiceHome(program, folder, postgres.CreateDatabase()), Console.Out).RunAsync(Count(candidates), kill: true);
            }

            return 0;

        case ["postgres"]:
            using (var postgres = new PrivatePostgres())
            {
                if (postgres.Missing is { } missing)
                {
                    Console.Error.WriteLine(missing);
                    return 3;
                }

                Console.WriteLine(postgres.CreateDatabase());
                await Console.In.ReadToEndAsync();
            }

            return 0;

        case ["bench-access", var program, var folder, var candidates, var runs]:
            await new AccessBench(program, folder, Console.Out).RunAsync(Count(candidates), Count(runs));
            return 0;

        case ["bench-bulk", var program, var folder, var runs]:
            await new BulkBench(new ServiceHome(program, folder), Console.Out).RunAsync(Count(runs));
            return 0;

        case ["bench-bulk", var program, var folder, var runs, "--postgres"]:
            using (var postgres = new PrivatePostgres())
            {
                await new BulkBench(new ServiceHome(program, folder, postgres.CreateDatabase()), Console.Out).RunAsync(Count(runs));
            }

            return 0;

        case ["bench-background", var program, var folder]:
            await new BackgroundBench(program, folder, Console.Out).RunAsync();
            return 0;

        case ["bench-series", var program, var folder, var centres, var candidates, var entries]:
            await new SeriesBench(program, folder, Console.Out).RunAsync(Count(centres), Count(candidates), Count(entries));
            return 0;

        default:
            Console.Error.WriteLine(
                """
                usage: board FOLDER [candidates]
                       check ADDRESS BOARD PASSWORD OFFICER PASSWORD FOLDER
                       scan PAPERS PLACE …
                       kill PROGRAM FOLDER KILLS CANDIDATES SEED
                       sync PROGRAM FOLDER CENTRES ENTRIES NIGHTS KILLS SEED [--postgres]
                       two PROGRAM FOLDER CANDIDATES        (two processes on a PostgreSQL of their own, one is killed)
                       postgres                             (a PostgreSQL of its own: prints its setting, ends when its input does)
                       bench-bulk PROGRAM FOLDER RUNS [--postgres]
                       bench-background PROGRAM FOLDER
                       bench-series PROGRAM FOLDER CENTRES CANDIDATES ENTRIES
                       bench-access PROGRAM FOLDER CANDIDATES RUNS
                """);
            return 2;
    }
}
catch (RehearsalException broken)
{
    Console.WriteLine($"BROKEN PROMISE: {broken.Message}");
    return 1;
}
