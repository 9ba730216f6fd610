using System.Globalization;
using Exams.GraphQL.Mutants;

// Exams.GraphQL.Mutants root=. [count=300] [seed=1] [out=artifacts/mutants] [only=PART-OF-A-NAME|…] [tests=PART-OF-A-CLASS|…]
// The tests and the engine have been built for Debug. One process at a time.
var settings = args.Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => a.ElementAtOrDefault(1) ?? "");
var clock = TimeProvider.System;
var root = Path.GetFullPath(settings.GetValueOrDefault("root", "."));
var folder = Path.GetFullPath(settings.GetValueOrDefault("out", "artifacts/mutants"));
var home = Bench.Lay(root, folder);
var compiler = new EngineCompiler(root);
string[] parts = ["src/GraphQL/Validation/", "src/GraphQL/Execution/", "src/GraphQL/Data/"];
var all = compiler.Trees.Where(t => parts.Any(p => t.Key.StartsWith(p, StringComparison.Ordinal))).OrderBy(t => t.Key, StringComparer.Ordinal)
    .SelectMany(t => Operators.Of(t.Value, t.Key)).ToList();
Console.WriteLine("possible mutants: " + string.Join(", ", parts.Select(p => $"{p} {all.Count(m => m.Place.StartsWith(p, StringComparison.Ordinal))}")));
var dice = new Random(Number("seed", 1));
var count = Number("count", 300);
// A third more than wanted: some do not compile.
var drawn = settings.TryGetValue("only", out var only)
    ? all.Where(m => only.Split('|').Any(o => m.Name.Contains(o, StringComparison.Ordinal))).ToList()
    : all.OrderBy(_ => dice.Next()).Take(count + (count / 3)).ToList();
var compiled = compiler.Emit(drawn, Path.Combine(home, "Exams.GraphQL.dll")).Order().Take(count).ToList();
Console.WriteLine($"{compiled.Count} mutants to try");
using var worker = new Worker(home, clock);
var trial = new Trial(drawn, worker, Path.Combine(folder, "verdicts.txt"));
var classes = settings.GetValueOrDefault("tests", "").Split('|');
trial.Measure(name => classes.Any(c => name.Contains(c, StringComparison.Ordinal)));
trial.Run(compiled);
return trial.Survivors * 20 <= trial.Tried ? 0 : 1;

int Number(string name, int otherwise) => settings.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
