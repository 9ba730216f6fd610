namespace Exams.Domain.ResultsAccess;

/// <summary>Whom candidates ask about their results: a name and a telephone number or an email address, or both.</summary>
/// <param name="Name">The name of the person or desk, at most 100 characters on one line.</param>
/// <param name="Telephone">The telephone number.</param>
/// <param name="Email">The email address.</param>
public sealed record TypedContact(string? Name, string? Telephone, string? Email);
