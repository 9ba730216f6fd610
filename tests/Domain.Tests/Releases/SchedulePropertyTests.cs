using Exams.Domain.Releases;
using Exams.Domain.Vocabulary;
using Exams.World;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.Domain.Tests.Releases;

/// <summary>Whatever the board asks for, and whenever: rules 20 and 21.</summary>
public sealed class SchedulePropertyTests
{
    private static readonly QualificationCode Igcse = Named.Qualification("IGCSE");
    private static readonly DateTimeOffset Start = Named.At("2026-08-01T00:00:00Z");

    [Fact]
    public void Candidates_never_see_results_before_their_centre_and_nothing_seen_is_ever_hidden_again() =>
        Prop.ForAll(
            Gen.Elements(Audience.Centre, Audience.Candidate).Zip(Gen.Choose(-20, 20)).Zip(Gen.Choose(0, 10)).ListOf().ToArbitrary(),
            wishes =>
            {
                var dates = new List<ReleaseDate>();
                var now = Start;
                var seen = new HashSet<Audience>();
                foreach (var ((audience, ahead), pause) in wishes)
                {
                    now = now.AddMinutes(pause);
                    var wish = ahead == 0
                        ? new SetReleaseDate.Request(Roll.June, Igcse, audience, Now: true)
                        : new SetReleaseDate.Request(Roll.June, Igcse, audience, now.AddMinutes(ahead));
                    if (new ReleaseSchedule(dates).Set(wish, People.Board, now).IsDone(out var change, out _) && !dates.Contains(change.Date))
                    {
                        dates.Add(change.Date);
                    }

                    var schedule = new ReleaseSchedule(dates);
                    bool Sees(Audience who) => schedule.Visible(Igcse, who, ReleaseDelay.Nothing, now);
                    if (seen.Any(who => !Sees(who)) || (Sees(Audience.Candidate) && !Sees(Audience.Centre)))
                    {
                        return false;
                    }

                    seen.UnionWith(new[] { Audience.Centre, Audience.Candidate }.Where(Sees));
                }

                return true;
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
