namespace Exams.GraphQL.Bench.Soaks;

/// <summary>The server at one moment.</summary>
/// <param name="At">Since the beginning.</param>
/// <param name="Requests">Requests answered so far.</param>
/// <param name="Resident">Memory that is resident, in bytes.</param>
/// <param name="Documents">Documents kept ready.</param>
/// <param name="DocumentBytes">The room they take, by the engine's estimate.</param>
internal sealed record SoakSample(TimeSpan At, long Requests, long Resident, int Documents, long DocumentBytes);
