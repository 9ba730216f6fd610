using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>What registering candidates needs of the world. Not gated: the verb asks the caller's rights itself.</summary>
public interface ICandidateStore
{
    /// <summary>Finds what a registration could collide with.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="number">The number that is wanted.</param>
    /// <param name="uci">The identifier, if there is one.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The place; null when there is no such centre.</returns>
    Task<RegistrationPlace?> FindPlaceAsync(CentreNumber centre, Series series, CandidateNumber number, Uci? uci, CancellationToken ct);

    /// <summary>Does all of a change, or none.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The candidate; or <see cref="CandidateNumberTaken"/> or <see cref="ChangedMeanwhile"/>, and nothing was done.</returns>
    Task<Outcome<Candidate>> CommitAsync(CandidateChange change, CancellationToken ct);
}

/// <summary>A new candidate.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="News">The news.</param>
/// <param name="Audit">Who had it done.</param>
public sealed record CandidateChange(Candidate Candidate, NewsItem News, AuditRecord Audit);
