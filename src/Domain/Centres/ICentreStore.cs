using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Centres;

/// <summary>What opening and changing centres needs of the world. Not gated: the verbs ask the caller's rights themselves.</summary>
public interface ICentreStore
{
    /// <summary>Finds a centre.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The centre, the caller's to change; null when there is none.</returns>
    Task<Centre?> FindAsync(CentreNumber number, CancellationToken ct);

    /// <summary>Tells which of some codes are no qualification of the board.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The unknown ones, in order.</returns>
    Task<IReadOnlyList<QualificationCode>> FindUnknownAsync(IReadOnlyList<QualificationCode> codes, CancellationToken ct);

    /// <summary>Does all of a change, or none.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The centre; or <see cref="CentreNumberTaken"/> or <see cref="VersionStale"/>, and nothing was done.</returns>
    Task<Outcome<Centre>> CommitAsync(CentreChange change, CancellationToken ct);
}

/// <summary>A centre as it shall be.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="ExpectedVersion">The version that must still stand; 0 when the centre is new.</param>
/// <param name="Stales">Whether the centre's documents, of every series, become stale (<c>CentreChanged</c>), each with its
/// <c>DocumentsStale</c> news.</param>
/// <param name="News">The news.</param>
/// <param name="Audit">Who had it done.</param>
public sealed record CentreChange(Centre Centre, int ExpectedVersion, bool Stales, NewsItem News, AuditRecord Audit);
