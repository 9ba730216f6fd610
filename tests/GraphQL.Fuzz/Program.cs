using System.Globalization;
using Exams.GraphQL.Fuzz;
using Exams.GraphQL.Fuzz.Targets;
using Exams.GraphQL.Fuzz.Worlds;

// Exams.GraphQL.Fuzz [minutes=60] [runs=N] [seed=1] [out=artifacts/fuzz] [targets=parser,http,…] [replay=FILE]
var settings = args.Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => a.ElementAtOrDefault(1) ?? "");
var clock = TimeProvider.System;
await using var server = new LoopbackServer();
using var documents = new DocumentsTarget();
using var paging = new PagingTarget();
ITarget[] all =
[
    new ParserTarget(), new SchemaTarget(), new ValidatorTarget(), new CoercionTarget(), new ExecutionTarget(inParts: false), new ExecutionTarget(inParts: true),
    documents, paging, new HttpTarget(server, clock), new SocketTarget(server, clock),
];
var wanted = settings.GetValueOrDefault("targets")?.Split(',');
var targets = all.Where(t => wanted?.Contains(t.Name) ?? true).ToList();
if (settings.TryGetValue("replay", out var file))
{
    Console.WriteLine(targets[0].Try(Case.FromFile(File.ReadAllBytes(file))));
    return 0;
}

var seed = Number("seed", 1);
var folder = settings.GetValueOrDefault("out", "artifacts/fuzz");
Directory.CreateDirectory(folder);
var findings = new Findings(folder);
using var watch = new Watch(Path.Combine(folder, "current.case"), clock, () =>
{
    Console.WriteLine("FINDING: a case did not end within a minute; it is in current.case, behind the first 20 bytes.");
    Environment.Exit(3);
});
new Fuzzer(targets, seed, findings, clock, watch).Run(TimeSpan.FromMinutes(Number("minutes", 60)), Number("runs", int.MaxValue));
Console.WriteLine($"{findings.Count} findings with seed {seed}");
return findings.Count == 0 ? 0 : 1;

int Number(string name, int otherwise) => settings.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
