namespace Exams.GraphQL.Bench.Servers;

/// <summary>What one burst of requests showed.</summary>
/// <param name="PerSecond">Requests answered per second.</param>
/// <param name="P99">99 of 100 answers came within this many milliseconds.</param>
/// <param name="Cpu">Processor time of the server for a request, in microseconds.</param>
/// <param name="Allocated">Bytes that the server allocated for a request; null where nobody can tell.</param>
internal sealed record Measure(double PerSecond, double P99, double Cpu, double? Allocated);
