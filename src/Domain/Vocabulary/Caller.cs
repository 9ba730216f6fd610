using System.Collections.Frozen;

namespace Exams.Domain.Vocabulary;

/// <summary>Who is asking. A closed set: every kind of caller there is stands in this file, and so does who is exempt from what.</summary>
public abstract record Caller
{
    private static readonly FrozenSet<Permission> _none = [];
    private static readonly FrozenSet<CentreNumber> _nowhere = [];

    private Caller()
    {
    }

    /// <summary>Somebody who has not signed in.</summary>
    public static Caller Anonymous { get; } = new Nobody();

    /// <summary>Whether this is the board, which reads and administers everything.</summary>
    public bool IsBoard => this is Board;

    /// <summary>Whether somebody, or some job, is known to stand behind it.</summary>
    public bool IsSignedIn => this is not Nobody;

    /// <summary>Whether results may be read before their release: only by the board and by the service's own jobs (rule 20).</summary>
    public bool MayReadUnreleased => this is Board or System;

    /// <summary>The audience whose release instants bind this caller; null when none do or when no result is theirs to read.</summary>
    public Audience? Audience => this switch
    {
        Officer or Client => Vocabulary.Audience.Centre,
        Candidate => Vocabulary.Audience.Candidate,
        _ => null,
    };

    /// <summary>How the audit trail names the caller.</summary>
    public abstract string AuditName { get; }

    /// <summary>The session that the caller came with; 0 when there is none.</summary>
    public virtual long SessionId => 0;

    /// <summary>What the caller may do, wherever it is theirs to do.</summary>
    public IReadOnlySet<Permission> Permissions => this switch
    {
        Board => Permission.OfBoard,
        Officer { IsHead: true } => Permission.OfHeads,
        Officer => Permission.OfOfficers,
        Client client => client.Scopes,
        Candidate => Permission.OfCandidates,
        _ => _none,
    };

    /// <summary>The centres that the caller belongs to; null for the board, which has all.</summary>
    public IReadOnlySet<CentreNumber>? OwnCentres => this switch
    {
        Board or System => null,
        Officer officer => officer.Centres,
        Client client => client.Centres,
        Candidate candidate => new HashSet<CentreNumber> { candidate.Centre },
        _ => _nowhere,
    };

    /// <summary>Whether the caller may change things at a centre: its own officers and clients, and the board.</summary>
    /// <param name="centre">The centre.</param>
    /// <returns>True for the board, and for the centre's officers and clients.</returns>
    public bool Administers(CentreNumber centre) => this is Board || (this is Officer or Client && OwnCentres!.Contains(centre));

    /// <summary>Whether the caller may make and end what belongs to several centres: all of them must be the caller's.</summary>
    /// <param name="centres">The centres.</param>
    /// <returns>True for the board, and for officers and clients of all of them.</returns>
    public bool Manages(IEnumerable<CentreNumber> centres) => centres.All(Administers);

    /// <summary>A member of the board's staff.</summary>
    /// <param name="UserId">The user.</param>
    /// <param name="Username">The name the user signs in with.</param>
    /// <param name="Session">The session.</param>
    public sealed record Board(long UserId, string Username, long Session) : Caller
    {
        /// <inheritdoc/>
        public override string AuditName => $"board:{Username}";

        /// <inheritdoc/>
        public override long SessionId => Session;
    }

    /// <summary>An exams officer of one centre, or of several where an associate looks after them.</summary>
    /// <param name="UserId">The user.</param>
    /// <param name="Username">The name the user signs in with.</param>
    /// <param name="Centres">The centres.</param>
    /// <param name="Session">The session.</param>
    public sealed record Officer(long UserId, string Username, IReadOnlySet<CentreNumber> Centres, long Session) : Caller
    {
        /// <summary>Whether this is a head of centre, who makes API clients for it besides.</summary>
        public bool IsHead { get; init; }

        /// <inheritdoc/>
        public override string AuditName => $"officer:{Username}";

        /// <inheritdoc/>
        public override long SessionId => Session;
    }

    /// <summary>A program of a school or of its vendor, with the scopes and centres that its token has.</summary>
    /// <param name="ClientRow">The client's row.</param>
    /// <param name="ClientId">The name that it signs in with.</param>
    /// <param name="Scopes">What it may do.</param>
    /// <param name="Centres">The centres.</param>
    /// <param name="Session">The session.</param>
    public sealed record Client(
        long ClientRow, string ClientId, IReadOnlySet<Permission> Scopes, IReadOnlySet<CentreNumber> Centres, long Session) : Caller
    {
        /// <inheritdoc/>
        public override string AuditName => $"client:{ClientId}";

        /// <inheritdoc/>
        public override long SessionId => Session;
    }

    /// <summary>A candidate, who sees one registration and nothing else.</summary>
    /// <param name="CandidateId">The registration.</param>
    /// <param name="Centre">Its centre.</param>
    /// <param name="Series">Its series.</param>
    /// <param name="Number">Its candidate number.</param>
    /// <param name="GrantId">The grant that lets the candidate in.</param>
    /// <param name="Session">The session.</param>
    public sealed record Candidate(
        long CandidateId, CentreNumber Centre, Series Series, CandidateNumber Number, long GrantId, long Session) : Caller
    {
        /// <inheritdoc/>
        public override string AuditName => $"candidate:{Centre}/{Series}/{Number}";

        /// <inheritdoc/>
        public override long SessionId => Session;
    }

    /// <summary>The service itself, doing one of its own jobs: sign-in, printing, releasing, loading.</summary>
    /// <param name="Job">Which job.</param>
    public sealed record System(string Job) : Caller
    {
        /// <inheritdoc/>
        public override string AuditName => $"system:{Job}";
    }

    private sealed record Nobody : Caller
    {
        public override string AuditName => "anonymous";
    }
}
