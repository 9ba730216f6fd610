namespace Exams.Infrastructure.Jobs;

/// <summary>How many sheets are printed, as the printer last said.</summary>
internal sealed class SheetProgress : IProgress<int>
{
    private int _done;

    public int Done => Volatile.Read(ref _done);

    public void Report(int value) => Volatile.Write(ref _done, value);
}
