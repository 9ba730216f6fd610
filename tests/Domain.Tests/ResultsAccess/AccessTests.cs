using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.ResultsAccess;

/// <summary>What tests on results access have in common: an officer of US123 who acts on 1 July 2026.</summary>
public abstract class AccessTests
{
    protected static readonly DateTimeOffset Now = Named.At("2026-07-01T12:00:00Z");

    protected static Caller Officer { get; } = People.OfficerOf("US123");

    protected CountingMint Mint { get; } = new();

    protected static SetResultsAccess.Request Wish(int version, AccessStatus scope = AccessStatus.All, params string[] candidates) => new(
        Roll.Us123,
        Roll.June,
        scope,
        version,
        candidates.Length == 0 ? null : [.. candidates.Select(Named.Candidate)],
        QueriesAccepted: true,
        new TypedContact("Ms Ray", null, "ray@school.example"));

    protected AccessChange Set(Roll roll, AccessStatus scope = AccessStatus.All, params string[] candidates)
    {
        var found = roll.Found();
        return roll.Does(found.Set(Wish(found.Access.Version, scope, candidates), Officer, Mint, Now));
    }

    protected Refusal Refused(Roll roll, SetResultsAccess.Request wish) => Refused(roll.Found().Set(wish, Officer, Mint, Now));

    protected static Refusal Refused<T>(Outcome<T> outcome)
        where T : class
    {
        outcome.IsDone(out _, out var refusal).Should().BeFalse();
        return refusal!;
    }
}
