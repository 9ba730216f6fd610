using Exams.Domain.ResultsAccess;

namespace Exams.Api.ResultsAccess;

/// <summary>Giving candidates access to their results.</summary>
[MutationType]
public static class ResultsAccessMutations
{
    /// <summary>Confirms which candidates of a centre have access, and orders one sheet for each.
    /// New candidates get a username and a password; those who had one keep it. Deselected candidates lose access at once, and keep their
    /// credentials for the day access is restored. Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, VERSION_STALE, QUERIES_NOT_ACCEPTED,
    /// QUERY_CONTACT_INCOMPLETE, QUERY_CONTACT_MALFORMED, DELAY_OUT_OF_RANGE, DELAY_FROZEN, NOBODY_ENTITLED, NOBODY_SELECTED, CANDIDATES_NOT_WANTED, CANDIDATE_NOT_FOUND,
    /// CANDIDATE_NOT_ENTITLED, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.AccessWrite)]
    public static async Task<ResultsAccessPayload> SetResultsAccessAsync(
        SetResultsAccessInput input, SetResultsAccess verb, CurrentCaller current, CancellationToken ct)
    {
        var request = new SetResultsAccess.Request(
            input.Centre, input.Series, input.Status, input.ExpectedVersion,
            input.Candidates, input.QueriesAccepted, input.Contact?.Typed, input.DelayMinutes);
        return (await verb.RunAsync(request, current.Caller, ct)).Present<AccessChanged, ResultsAccessPayload>(input, ResultsAccessPayload.Of);
    }

    /// <summary>Adds one candidate to a SELECTED setting and orders the candidate's sheet.
    /// Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, VERSION_STALE, ACCESS_NOT_SELECTED, CANDIDATE_NOT_FOUND, CANDIDATE_NOT_ENTITLED, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.AccessWrite)]
    public static async Task<ResultsAccessPayload> SelectCandidateAsync(
        SelectCandidateInput input, SelectCandidate verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Centre, input.Series, input.Candidate, input.ExpectedVersion), current.Caller, ct))
            .Present<AccessChanged, ResultsAccessPayload>(input, ResultsAccessPayload.Of);

    /// <summary>Takes one candidate out of a SELECTED setting: access and open sessions end at once, the credentials are kept.
    /// Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, VERSION_STALE, ACCESS_NOT_SELECTED, CANDIDATE_NOT_FOUND, NOBODY_SELECTED, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.AccessWrite)]
    public static async Task<ResultsAccessPayload> DeselectCandidateAsync(
        SelectCandidateInput input, DeselectCandidate verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Centre, input.Series, input.Candidate, input.ExpectedVersion), current.Caller, ct))
            .Present<AccessChanged, ResultsAccessPayload>(input, ResultsAccessPayload.Of);

    /// <summary>Names another query contact. Documents printed before are stale until they are reprinted; no password changes.
    /// Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, VERSION_STALE, ACCESS_NOT_GIVEN, QUERY_CONTACT_INCOMPLETE, QUERY_CONTACT_MALFORMED, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.AccessWrite)]
    public static async Task<ResultsAccessPayload> ChangeQueryContactAsync(
        ChangeQueryContactInput input, ChangeQueryContact verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Centre, input.Series, input.Contact.Typed, input.ExpectedVersion), current.Caller, ct))
            .Present<AccessChanged, ResultsAccessPayload>(input, ResultsAccessPayload.Of);

    /// <summary>Changes how long candidates wait after the official instant. Documents printed before are stale; no password changes.
    /// Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, VERSION_STALE, ACCESS_NOT_GIVEN, DELAY_OUT_OF_RANGE, DELAY_FROZEN, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.AccessWrite)]
    public static async Task<ResultsAccessPayload> ChangeResultsDelayAsync(
        ChangeResultsDelayInput input, ChangeDelay verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Centre, input.Series, input.DelayMinutes, input.ExpectedVersion), current.Caller, ct))
            .Present<AccessChanged, ResultsAccessPayload>(input, ResultsAccessPayload.Of);

    /// <summary>Prints the sheets again as things are now; no password changes.
    /// Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, ACCESS_NOT_GIVEN, NOBODY_ENTITLED, CANDIDATE_NOT_FOUND, CANDIDATE_WITHOUT_ACCESS,
    /// PRINTING_UNDER_WAY, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.AccessWrite)]
    public static async Task<ResultsAccessPayload> ReprintDocumentsAsync(
        ReprintDocumentsInput input, ReprintDocuments verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Centre, input.Series, input.Candidate), current.Caller, ct))
            .Present<AccessChanged, ResultsAccessPayload>(input, ResultsAccessPayload.Of);

    /// <summary>Replaces one candidate's lost password: open sessions end, the old sheet is void, and a new one is printed.
    /// Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, CANDIDATE_NOT_FOUND, CANDIDATE_WITHOUT_ACCESS, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.AccessWrite)]
    public static async Task<ResultsAccessPayload> ReissuePasswordAsync(
        OneCandidateInput input, ReissuePassword verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Centre, input.Series, input.Candidate), current.Caller, ct))
            .Present<AccessChanged, ResultsAccessPayload>(input, ResultsAccessPayload.Of);

    /// <summary>Forgets a candidate's failed sign-ins, so that the next try counts at once.
    /// Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, CANDIDATE_NOT_FOUND, CANDIDATE_WITHOUT_ACCESS.</summary>
    [Authorize(Policy = Permission.AccessWrite)]
    public static async Task<LiftThrottlePayload> LiftThrottleAsync(
        OneCandidateInput input, LiftThrottle verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Centre, input.Series, input.Candidate), current.Caller, ct))
            .Present<ThrottleLifted, LiftThrottlePayload>(input, (done, errors) => new(done?.Candidate, errors));
}
