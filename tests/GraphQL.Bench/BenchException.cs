namespace Exams.GraphQL.Bench;

/// <summary>A measurement that could not be made, or a promise that it found broken.</summary>
/// <param name="message">What happened.</param>
internal sealed class BenchException(string message) : Exception(message);
