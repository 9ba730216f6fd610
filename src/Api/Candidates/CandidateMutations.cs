using Exams.Domain.Candidates;

namespace Exams.Api.Candidates;

/// <summary>A candidate to register.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Number">The candidate number that the centre allocates; never used again in the series.</param>
/// <param name="Name">The full legal name.</param>
/// <param name="DateOfBirth">The date of birth, if known.</param>
/// <param name="Gender">The gender, if known.</param>
/// <param name="Uci">The unique candidate identifier, if there is one.</param>
/// <param name="Email">An email address, if there is one.</param>
/// <param name="NameVariation">How the board is to print the name, where it cannot write the legal one or shall write another.</param>
/// <param name="IsPrivate">Whether the candidate is entered privately and does not study at the centre.</param>
public sealed record RegisterCandidateInput(
    CentreNumber Centre,
    Series Series,
    CandidateNumber Number,
    CandidateName Name,
    DateOnly? DateOfBirth,
    Gender? Gender,
    Uci? Uci,
    EmailAddress? Email,
    BoardName? NameVariation,
    bool IsPrivate = false);

/// <summary>What became of a registration.</summary>
/// <param name="Candidate">The candidate; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record CandidatePayload(Candidate? Candidate, IReadOnlyList<UserError> Errors);

/// <summary>Registering candidates.</summary>
[MutationType]
public static class CandidateMutations
{
    /// <summary>Registers a candidate for a series. Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, CANDIDATE_NUMBER_TAKEN,
    /// CANDIDATE_ALREADY_REGISTERED, DATE_OF_BIRTH_UNLIKELY.</summary>
    [Authorize(Policy = Permission.CandidatesWrite)]
    public static async Task<CandidatePayload> RegisterCandidateAsync(
        RegisterCandidateInput input, RegisterCandidate verb, CurrentCaller current, CancellationToken ct)
    {
        var details = new PersonalDetails(input.Name, input.DateOfBirth, input.Gender, input.Uci, input.Email, input.IsPrivate)
        {
            NameVariation = input.NameVariation,
        };
        return (await verb.RunAsync(new CandidateWish(input.Centre, input.Series, input.Number, details), current.Caller, ct))
            .Present<Candidate, CandidatePayload>(input, (done, errors) => new(done, errors));
    }
}
