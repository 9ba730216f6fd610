using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Documents.Texts;

/// <summary>The facts that a sheet's sentences name.</summary>
/// <param name="Wording">Which English.</param>
/// <param name="Series">The series as displayed.</param>
/// <param name="Contact">The centre's query contact.</param>
/// <param name="Issue">1 for a first sheet.</param>
/// <param name="Several">Whether results come out at more than one time.</param>
internal sealed record SheetFacts(Wording Wording, string Series, SheetContact Contact, int Issue, bool Several);

/// <summary>The sentences of a sheet, ready to set. Each text is one paragraph.</summary>
internal sealed record SheetWords
{
    /// <summary>Heading of the page.</summary>
    public required string Title { get; init; }

    /// <summary>Line below the heading.</summary>
    public required string Lead { get; init; }

    /// <summary>Label of the candidate's name.</summary>
    public required string Name { get; init; }

    /// <summary>Label of the candidate number.</summary>
    public required string Number { get; init; }

    /// <summary>Label of the centre.</summary>
    public required string Centre { get; init; }

    /// <summary>Label of the series.</summary>
    public required string Series { get; init; }

    /// <summary>"Issue 2", or null on a first sheet.</summary>
    public required string? Issue { get; init; }

    /// <summary>Label of the sign-in address.</summary>
    public required string Address { get; init; }

    /// <summary>Label of the username.</summary>
    public required string Username { get; init; }

    /// <summary>Label of the password.</summary>
    public required string Password { get; init; }

    /// <summary>Heading of the release table.</summary>
    public required string Releases { get; init; }

    /// <summary>Heading of the steps.</summary>
    public required string SignIn { get; init; }

    /// <summary>How to sign in, step by step.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Heading of the contact.</summary>
    public required string Ask { get; init; }

    /// <summary>The contact with telephone and email.</summary>
    public required string Contact { get; init; }

    /// <summary>Who answers what.</summary>
    public required string Help { get; init; }

    /// <summary>Heading of the notes.</summary>
    public required string Remember { get; init; }

    /// <summary>What to bear in mind.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
