namespace Exams.Rehearsal.Sync;

/// <summary>What a school's system sends.</summary>
internal static class SyncDocuments
{
    public const string Upsert = """
        mutation Upsert($input: UpsertCandidatesInput!, $key: String!) {
          upsertCandidates(input: $input) @idempotent(key: $key) { registered changed results { row number errors { code message path } } errors { code message } }
        }
        """;

    public const string Submit = """
        mutation Submit($input: SubmitEntriesInput!, $key: String!) {
          submitEntries(input: $input) @idempotent(key: $key) { made amended results { row action errors { code message path } } errors { code message } }
        }
        """;

    public const string Withdraw = """
        mutation Withdraw($input: WithdrawEntriesInput!, $key: String!) {
          withdrawEntries(input: $input) @idempotent(key: $key) { withdrawn results { row action errors { code message path } } errors { code message } }
        }
        """;

    public const string Candidates = """
        query Candidates($since: String, $after: String, $first: Int!) {
          changes(thing: CANDIDATE, since: $since, after: $after, first: $first) {
            nodes { kinds centreNumber candidate { number name dateOfBirth externalReference } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public const string Entries = """
        query Entries($since: String, $after: String, $first: Int!) {
          changes(thing: ENTRY, since: $since, after: $after, first: $first) {
            nodes { kinds centreNumber entry { id status option syllabus { code } fees { kind } candidate { number dateOfBirth externalReference } } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public const string Events = """
        query Events($types: [NewsType!], $after: String) {
          events(first: 100, after: $after, types: $types) { nodes { type centreNumber candidateNumber syllabusCode } pageInfo { hasNextPage endCursor } }
        }
        """;
}
