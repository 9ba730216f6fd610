using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A decision to forget a candidate's failed sign-ins.</summary>
/// <param name="Candidate">The candidate's number.</param>
/// <param name="Username">The username whose failures are forgotten, from every source.</param>
/// <param name="Audit">Who had it done.</param>
public sealed record ThrottleLifting(CandidateNumber Candidate, string Username, AuditRecord Audit);

/// <summary>A candidate's failed sign-ins are forgotten.</summary>
/// <param name="Candidate">The candidate's number.</param>
public sealed record ThrottleLifted(CandidateNumber Candidate);
