using Exams.GraphQL.Types.Relay;

namespace Exams.GraphQL.Bench.Micro;

/// <summary>An object with three fields to ask for.</summary>
/// <param name="Id">A key.</param>
/// <param name="Name">A text.</param>
/// <param name="AppearsIn">A list.</param>
public sealed record Hero([property: ID] string Id, string Name, IReadOnlyList<string> AppearsIn);

/// <summary>Six scalars.</summary>
public sealed record Item(int Id, string Code, string Title, double Weight, int Count, bool Active);

/// <summary>Whom a post belongs to.</summary>
public sealed record User(int Id, string Name, string Email);
