namespace Exams.Api.Payloads;

/// <summary>Something the caller can put right: the board said no, and nothing was changed.</summary>
[ObjectType]
public sealed record UserError
{
    /// <summary>Presents a refusal.</summary>
    /// <param name="refusal">What the board said.</param>
    internal UserError(Refusal refusal)
    {
        Code = refusal.Code;
        Message = refusal.Message;
        Path = ["input", .. refusal.Path];
        Candidates = (refusal as CandidateNotFound)?.Candidates;
        CurrentVersion = (refusal as VersionStale)?.Current;
    }

    /// <summary>A stable code in capitals and underscores; programs may rely on it. Each mutation lists the codes it may give.</summary>
    public string Code { get; }

    /// <summary>What is wrong and, where it helps, what to do. For people; its words may change.</summary>
    public string Message { get; }

    /// <summary>The input field it is about, outermost first.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>With CANDIDATE_NOT_FOUND: the numbers that were not found.</summary>
    public IReadOnlyList<CandidateNumber>? Candidates { get; }

    /// <summary>With VERSION_STALE: the version that stands by now.</summary>
    public int? CurrentVersion { get; }
}
