using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;

/// <summary>Runs inside the tests' program in place of its own start: reads which mutant to switch on and which classes to run,
/// line by line, and answers with a line each. The second run of a test takes a hundredth of the first.</summary>
#pragma warning disable CA1050 // The runtime looks for a class of this name outside all namespaces.
internal static class StartupHook
{
    /// <summary>Called by the runtime before the program's own start.</summary>
    public static void Initialize()
    {
        var folder = AppContext.BaseDirectory;
        var start = Assembly.LoadFrom(Path.Combine(folder, "Exams.GraphQL.Tests.dll")).EntryPoint!;
        var mutants = Assembly.LoadFrom(Path.Combine(folder, "Exams.GraphQL.dll")).GetType("Exams.GraphQL.MutantSwitch")!;
        var active = mutants.GetField("Active")!;
        var seen = (bool[])mutants.GetField("Seen")!.GetValue(null)!;
        // The tests' runner ends the process ten seconds after a run, and here there is a next one.
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => Thread.Sleep(Timeout.Infinite);
        using var answers = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        while (Console.In.ReadLine() is { } order)
        {
            var words = order.Split(' ');
            active.SetValue(null, int.Parse(words[0], CultureInfo.InvariantCulture));
            Array.Clear(seen);
            // Left open: the runner says its last words after the run is over, and would bring the process down.
            var said = new StringWriter();
            Console.SetOut(said);
            var code = start.Invoke(null, [(string[])["-stopOnFail", "-noLogo", "-noColor", "-parallel", "none", .. words.Skip(1).SelectMany(c => new[] { "-class", c })]]);
            active.SetValue(null, 0);
            var failed = said.ToString().Split('\n').FirstOrDefault(l => l.Contains("[FAIL]", StringComparison.Ordinal))?.Trim();
            var come = seen.Index().Where(s => s.Item).Select(s => s.Index.ToString(CultureInfo.InvariantCulture));
            answers.WriteLine($"##\t{code}\t{failed}\t{string.Join(',', come)}");
        }

        Process.GetCurrentProcess().Kill();
    }
}
