namespace Exams.Infrastructure.Loading;

/// <summary>Collects what is wrong, as much as a person will read, and counts the rest.</summary>
internal sealed class LoadFaults
{
    private readonly List<LoadFault> _kept = [];
    private readonly List<LoadFault> _remarks = [];

    public int Count { get; private set; }

    public IReadOnlyList<LoadFault> Kept => _kept;

    public IReadOnlyList<LoadFault> Remarks => _remarks;

    public void Add(string file, int line, string column, string reason)
    {
        Count++;
        if (_kept.Count < BoardLoader.MostFaults)
            _kept.Add(new LoadFault(file, line, column, reason));
    }

    public void Remark(string file, int line, string column, string reason)
    {
        if (_remarks.Count < BoardLoader.MostFaults)
            _remarks.Add(new LoadFault(file, line, column, reason));
    }
}
