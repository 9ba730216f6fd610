using Exams.Infrastructure.Documents.Pango;

namespace Exams.Infrastructure.Documents;

/// <summary>Finds out what this machine can print, by shaping a sample of each script.</summary>
/// <param name="options">Names the folder of fonts.</param>
public sealed class PrintingCheck(DocumentsOptions options)
{
    private readonly Lock _gate = new();
    private PrintingHealth? _health;
    private IReadOnlyList<NameScript> _missingScripts = [];

    /// <summary>The machine's health. A good answer is kept; while something is missing each call looks again (some 20 ms), so that
    /// waiting sheets go on once it was installed.</summary>
    public PrintingHealth Health
    {
        get
        {
            lock (_gate)
            {
                if (_health is not { Missing.Count: 0 })
                    Look();
                return _health!;
            }
        }
    }

    internal FontSet Fonts => new(options.FontsFolder is { } folder && Directory.Exists(folder) ? folder : null);

    /// <summary>Finds the first script in a name that this machine lacks.</summary>
    /// <returns>Its English name, or null.</returns>
    internal string? FindMissingScript(string name)
    {
        IReadOnlyList<NameScript> missing;
        lock (_gate)
            missing = _missingScripts;
        return missing.FirstOrDefault(script => name.EnumerateRunes().Any(rune => script.Has(rune.Value)))?.Name;
    }

    private void Look()
    {
        var libraries = NativeLibraries.FindMissing();
        if (libraries.Count > 0)
        {
            _missingScripts = NameScript.All;
            _health = new PrintingHealth(false, [$"The libraries {string.Join(", ", libraries)} are missing; on Debian the package libpangocairo-1.0-0 brings them."]);
            return;
        }

        try
        {
            using var press = new Press(Fonts);
            _missingScripts = [.. NameScript.All.Where(script => Lacks(press, script))];
            _health = new PrintingHealth(
                _missingScripts.All(script => script.Name != "Latin") && !LacksMono(press),
                [.. _missingScripts.Select(script => $"No font has {script.Name} letters; the font package {script.Font} brings them (scripts/fonts.sh).")]);
        }
        catch (Exception failure) when (failure is SheetsMustWaitException or DllNotFoundException or EntryPointNotFoundException)
        {
            _missingScripts = NameScript.All;
            _health = new PrintingHealth(false, [failure.Message]);
        }
    }

    private static bool Lacks(Press press, NameScript script) =>
        press.Pass(script.Sample, new TextStyle(Face.Regular, 12), 500, 2).MissingLetters > 0;

    private static bool LacksMono(Press press) =>
        press.Pass("ABCXYZ-abcxyz-0123456789", new TextStyle(Face.Mono, 12), 500, 2).MissingLetters > 0;
}
