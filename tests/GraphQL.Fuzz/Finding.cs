using System.Globalization;

namespace Exams.GraphQL.Fuzz;

/// <summary>Something that should not have been.</summary>
/// <param name="Target">Where.</param>
/// <param name="Fault">What, in words that are the same for the same fault.</param>
/// <param name="Detail">The whole exception.</param>
internal sealed record Finding(string Target, string Fault, string Detail)
{
    /// <summary>The finding that an exception is.</summary>
    public static Finding Of(ITarget target, Exception fault)
    {
        // Where it was thrown tells faults of one kind apart.
        var place = fault is WrongException ? "" : " " + fault.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Exams.GraphQL", StringComparison.Ordinal))?.Trim();
        return new Finding(target.Name, $"{fault.GetType().Name}: {(fault is WrongException ? fault.Message : "")}{place}", fault.ToString());
    }
}

/// <summary>Findings in a folder: one input and one report for each fault, the smallest input that was found.</summary>
internal sealed class Findings(string folder)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>How many different faults there are.</summary>
    public int Count => _seen.Count;

    /// <summary>Counts a finding and says whether it is the first of its kind.</summary>
    public bool IsNew(Finding finding)
    {
        var key = finding.Target + finding.Fault;
        _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return _seen[key] == 1;
    }

    /// <summary>Writes a finding down.</summary>
    public void Save(Finding finding, Case input, int seed, long run)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{finding.Target}-{seed}-{run}"));
        File.WriteAllBytes(name + ".case", input.ToFile());
        File.WriteAllText(name + ".txt", $"{finding.Fault}\nseed {seed}, run {run}\n\n{finding.Detail}\n");
    }
}
