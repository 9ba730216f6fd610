using Exams.Domain.Vocabulary;
using Exams.World;

namespace Exams.Domain.Tests.Vocabulary;

/// <summary>Rules 2 and 20: who may act where, and whom release instants bind.</summary>
public sealed class CallerTests
{
    private static readonly Caller[] Everybody =
    [
        People.Board, People.OfficerOf("US123"), People.CandidateAt("US123", "2026-06", "0001"), new Caller.System("printing"), Caller.Anonymous,
    ];

    [Fact]
    public void Only_the_board_and_the_centres_own_officers_administer_it()
    {
        Everybody.Where(caller => caller.Administers(Named.Centre("US123"))).Should().Equal(Everybody[0], Everybody[1]);
        Everybody.Where(caller => caller.Administers(Named.Centre("US124"))).Should().Equal(Everybody[0]);
    }

    [Fact]
    public void An_associates_officer_administers_each_attached_centre() =>
        People.OfficerOf("US123", "US124").Administers(Named.Centre("US124")).Should().BeTrue();

    [Fact]
    public void Only_the_board_and_the_services_own_jobs_read_unreleased_results() =>
        Everybody.Where(caller => caller.MayReadUnreleased).Should().Equal(Everybody[0], Everybody[3]);

    [Fact]
    public void Officers_and_candidates_are_different_audiences()
    {
        Everybody[1].Audience.Should().Be(Audience.Centre);
        Everybody[2].Audience.Should().Be(Audience.Candidate);
        Caller.Anonymous.Audience.Should().BeNull();
    }

    [Fact]
    public void The_set_of_callers_is_closed() =>
        typeof(Caller).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Caller)))
            .Should().OnlyContain(type => type.DeclaringType == typeof(Caller) && type.IsSealed).And.HaveCount(6);
}
