using Exams.Domain.Releases;

namespace Exams.Api.Releases;

/// <summary>A release date to set, or to move while it has not passed.</summary>
/// <param name="Series">The series.</param>
/// <param name="Qualification">The qualification.</param>
/// <param name="Audience">For whom: the centres, or their candidates. Candidates never before centres.</param>
/// <param name="At">The instant, to the second, with an offset or Z; give either this or "now".</param>
/// <param name="Now">True to release at once, by the server's clock; then leave "at" out.</param>
public sealed record SetReleaseDateInput(
    Series Series, QualificationCode Qualification, Audience Audience, DateTimeOffset? At, bool Now = false);

/// <summary>What became of a release date.</summary>
/// <param name="ReleaseDate">The date as it is now; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record ReleaseDatePayload(ReleaseDate? ReleaseDate, IReadOnlyList<UserError> Errors);

/// <summary>Setting release dates.</summary>
[MutationType]
public static class ReleaseMutations
{
    /// <summary>Sets when results of a qualification are released to an audience. A date that has passed is frozen. Sheets that state
    /// another instant become stale. Codes: BOARD_ONLY, QUALIFICATION_NOT_FOUND, RELEASE_MOMENT_UNCLEAR, RELEASE_IN_PAST, RELEASE_FROZEN,
    /// CANDIDATES_BEFORE_CENTRE, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.ReleasesWrite)]
    public static async Task<ReleaseDatePayload> SetReleaseDateAsync(
        SetReleaseDateInput input, SetReleaseDate verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Series, input.Qualification, input.Audience, input.At, input.Now), current.Caller, ct))
            .Present<ReleaseDate, ReleaseDatePayload>(input, (done, errors) => new(done, errors));
}
