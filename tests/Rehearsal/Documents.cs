namespace Exams.Rehearsal;

/// <summary>The documents that the rehearsal sends: what a vendor's program would send.</summary>
internal static class Documents
{
    private const string Errors = "errors { code message path }";

    private const string Access = "resultsAccess { status version activeCount waitingCount delayMinutes contact { name telephone email } } issued restored suspended documents { state total } " + Errors;

    public const string SignIn = $"mutation SignIn($input: SignInInput!) {{ signIn(input: $input) {{ session {{ token expiresAt viewer {{ kind username centres }} }} {Errors} }} }}";
    public const string CandidateSignIn = $"mutation CandidateSignIn($input: CandidateSignInInput!) {{ candidateSignIn(input: $input) {{ session {{ token viewer {{ kind candidate {{ number }} }} }} {Errors} }} }}";
    public const string Cursor = "{ newsCursor }";
    public const string Viewer = "{ viewer { kind } }";
    public const string SetAccess = $"mutation SetResultsAccess($input: SetResultsAccessInput!) {{ setResultsAccess(input: $input) {{ {Access} }} }}";
    public const string Select = $"mutation SelectCandidate($input: SelectCandidateInput!) {{ selectCandidate(input: $input) {{ {Access} }} }}";
    public const string Deselect = $"mutation DeselectCandidate($input: SelectCandidateInput!) {{ deselectCandidate(input: $input) {{ {Access} }} }}";
    public const string ChangeContact = $"mutation ChangeQueryContact($input: ChangeQueryContactInput!) {{ changeQueryContact(input: $input) {{ {Access} }} }}";
    public const string Reprint = $"mutation ReprintDocuments($input: ReprintDocumentsInput!) {{ reprintDocuments(input: $input) {{ {Access} }} }}";
    public const string Reissue = $"mutation ReissuePassword($input: OneCandidateInput!) {{ reissuePassword(input: $input) {{ {Access} }} }}";
    public const string Lift = $"mutation LiftThrottle($input: OneCandidateInput!) {{ liftThrottle(input: $input) {{ candidate {Errors} }} }}";
    public const string Register = $"mutation RegisterCandidate($input: RegisterCandidateInput!) {{ registerCandidate(input: $input) {{ candidate {{ number name }} {Errors} }} }}";
    public const string Enter = $"mutation EnterCandidate($input: EnterCandidateInput!) {{ enterCandidate(input: $input) {{ entry {{ status }} {Errors} }} }}";
    public const string SetRelease = $"mutation SetReleaseDate($input: SetReleaseDateInput!) {{ setReleaseDate(input: $input) {{ releaseDate {{ at version }} {Errors} }} }}";

    public const string ReadAccess = """
        query Access($centre: CentreNumber!, $series: Series!) {
          resultsAccess(centre: $centre, series: $series) {
            status version activeCount waitingCount contact { name telephone email }
            documents(first: 1) { nodes { state stateReason done total stale pdf { url fileName bytes } zip { url fileName bytes } } }
          }
        }
        """;

    public const string MyResults = """
        { myResults { candidate { number name } contact { name }
            qualifications { qualification { code } release releaseAt results { syllabus { code } outcome grade } } } }
        """;

    public const string CentreResults = "query Results($series: Series!) { results(series: $series, first: 5) { totalCount nodes { grade } } }";

    public const string OnProgress = "subscription Progress($centre: CentreNumber!, $series: Series!, $after: Long) { onDocumentsProgressed(centre: $centre, series: $series, after: $after) { cursor done total documents { state } } }";
    public const string OnReady = "subscription Ready($centre: CentreNumber!, $series: Series!, $after: Long) { onDocumentsReady(centre: $centre, series: $series, after: $after) { cursor done total documents { state } } }";
    public const string OnReleased = "subscription Released($series: Series!, $after: Long) { onResultsReleased(series: $series, after: $after) { cursor centre qualification audience } }";
}
