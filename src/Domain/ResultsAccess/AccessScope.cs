using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>Whom a centre wants to have access: a closed set with one question, <see cref="Covers"/>.</summary>
public abstract record AccessScope
{
    private AccessScope()
    {
    }

    /// <summary>Nobody.</summary>
    public static AccessScope None { get; } = new Nobody();

    /// <summary>Every candidate with an active entry at the moment of confirming.</summary>
    public static AccessScope All { get; } = new Everybody();

    /// <summary>How the setting is called.</summary>
    public abstract AccessStatus Status { get; }

    /// <summary>These candidates.</summary>
    /// <param name="candidates">Their numbers; repeated ones count once.</param>
    /// <returns>The scope.</returns>
    public static AccessScope Selected(IEnumerable<CandidateNumber> candidates) => new Some(candidates.ToHashSet());

    /// <summary>Reads a scope from how it is asked for.</summary>
    /// <param name="status">NONE, ALL or SELECTED.</param>
    /// <param name="candidates">The numbers that go with SELECTED, and with nothing else.</param>
    /// <returns>The scope; <see cref="NobodySelected"/> or <see cref="CandidatesNotWanted"/> (rule 30).</returns>
    public static Outcome<AccessScope> Read(AccessStatus status, IReadOnlyList<CandidateNumber>? candidates)
    {
        var named = candidates is { Count: > 0 };
        return (status, named) switch
        {
            (AccessStatus.Selected, true) => Selected(candidates!),
            (AccessStatus.Selected, false) => new NobodySelected(),
            (_, true) => new CandidatesNotWanted(status),
            (AccessStatus.All, _) => All,
            _ => None,
        };
    }

    /// <summary>Whether the scope takes in a candidate.</summary>
    /// <param name="candidate">The candidate's number.</param>
    /// <returns>True when it does.</returns>
    public abstract bool Covers(CandidateNumber candidate);

    /// <summary>The scope of the selected.</summary>
    /// <param name="Candidates">Their numbers.</param>
    public sealed record Some(IReadOnlySet<CandidateNumber> Candidates) : AccessScope
    {
        /// <inheritdoc/>
        public override AccessStatus Status => AccessStatus.Selected;

        /// <inheritdoc/>
        public override bool Covers(CandidateNumber candidate) => Candidates.Contains(candidate);
    }

    private sealed record Nobody : AccessScope
    {
        public override AccessStatus Status => AccessStatus.None;

        public override bool Covers(CandidateNumber candidate) => false;
    }

    private sealed record Everybody : AccessScope
    {
        public override AccessStatus Status => AccessStatus.All;

        public override bool Covers(CandidateNumber candidate) => true;
    }
}
