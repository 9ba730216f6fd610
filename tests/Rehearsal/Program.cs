using Exams.Rehearsal;
using Exams.World;

switch (args)
{
    case ["board", var folder, .. var rest]:
        new DemoBoard(rest is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 1200)
            .Write(folder, TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(30));
        return 0;

    case ["check", var address, var board, var boardPassword, var officer, var officerPassword, var papers]:
        try
        {
            using var job = new MainJob(new Cast(new Uri(address), board, boardPassword, officer, officerPassword, papers), Console.Out);
            await job.RunAsync(CancellationToken.None);
            Console.WriteLine($"The PDF and the ZIP lie in {papers}.");
            return 0;
        }
        catch (RehearsalException broken)
        {
            Console.WriteLine($"BROKEN PROMISE: {broken.Message}");
            return 1;
        }

    case ["scan", var printed, .. var places]:
        try
        {
            await ClearTextScan.RunAsync(printed, places, Console.Out);
            return 0;
        }
        catch (RehearsalException broken)
        {
            Console.WriteLine($"BROKEN PROMISE: {broken.Message}");
            return 1;
        }

    default:
        Console.Error.WriteLine("usage: board FOLDER [candidates] | check ADDRESS BOARD PASSWORD OFFICER PASSWORD FOLDER | scan PAPERS PLACE …");
        return 2;
}
