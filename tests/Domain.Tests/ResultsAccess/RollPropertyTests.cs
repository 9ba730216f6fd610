using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.World;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.Domain.Tests.ResultsAccess;

/// <summary>Whatever officers do, and in whatever order: rules 29, 31, 32, 33 and 37.</summary>
public sealed class RollPropertyTests
{
    private static readonly DateTimeOffset Now = Named.At("2026-07-01T12:00:00Z");
    private static readonly string[] Numbers = ["0001", "0002", "0003", "0004"];

    [Fact]
    public void Only_a_reissue_changes_a_password_and_only_the_entitled_have_access() =>
        Prop.ForAll(Gen.Choose(0, 6).Zip(Gen.Choose(0, 3)).ListOf().ToArbitrary(), deeds =>
            {
                var roll = Roll.Of(Numbers);
                var mint = new CountingMint();
                return deeds.All(deed => Keeps(roll, mint, deed.Item1, Numbers[deed.Item2]));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static bool Keeps(Roll roll, CountingMint mint, int deed, string number)
    {
        var before = roll.Passwords.ToDictionary();
        var candidate = Named.Candidate(number);
        var found = roll.Found();
        Outcome<AccessChange>? decided = deed switch
        {
            0 => found.Set(Wish(found, AccessStatus.All), People.OfficerOf("US123"), mint, Now),
            1 => found.Set(Wish(found, AccessStatus.None), People.OfficerOf("US123"), mint, Now),
            2 => found.Set(Wish(found, AccessStatus.Selected, candidate), People.OfficerOf("US123"), mint, Now),
            3 => found.Select(candidate, found.Access.Version, People.OfficerOf("US123"), mint, Now),
            4 => found.Deselect(candidate, found.Access.Version, People.OfficerOf("US123"), Now),
            5 => found.Reissue(candidate, People.OfficerOf("US123"), mint, Now),
            _ => (Outcome<AccessChange>?)null,
        };
        if (decided is null)
        {
            var entered = found.Lines.Single(line => line.Number == candidate).HasActiveEntry;
            _ = entered ? roll.LosesEntries(number) : roll.IsEnteredAgain(number);
        }
        else if (decided.Value.IsDone(out _, out _))
        {
            roll.Does(decided.Value);
        }

        var after = roll.Found();
        var reissued = decided is not null && deed == 5 ? candidate : (CandidateNumber?)null;
        return before.All(old => old.Key == reissued || roll.Passwords[old.Key] == old.Value)
            && after.Lines.Count(line => line.Username is not null) == after.Lines.Select(line => line.Username).OfType<string>().Distinct().Count()
            && after.Lines.All(line => line.GrantId is not null == roll.Passwords.ContainsKey(line.Number))
            && (after.Access.Status != AccessStatus.None || after.Lines.All(line => line.Grant != GrantState.Active));
    }

    private static SetResultsAccess.Request Wish(AccessRoll found, AccessStatus scope, params CandidateNumber[] candidates) => new(
        Roll.Us123, Roll.June, scope, found.Access.Version, candidates, QueriesAccepted: true, new TypedContact("Ms Ray", "305 555 0100", null));
}
