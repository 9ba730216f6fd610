using Exams.Domain.Vocabulary;

namespace Exams.Domain.Tests.Vocabulary;

public sealed class OutcomeTests
{
    [Fact]
    public void An_outcome_is_done_or_refused_and_never_both()
    {
        Outcome<string> done = "done";
        Outcome<string> refused = new BoardOnly();

        done.IsDone(out var thing, out var none).Should().BeTrue();
        thing.Should().Be("done");
        none.Should().BeNull();
        refused.IsDone(out var nothing, out var why).Should().BeFalse();
        nothing.Should().BeNull();
        why!.Code.Should().Be("BOARD_ONLY");
    }

    [Fact]
    public void An_outcome_that_nobody_answered_throws()
    {
        var unanswered = default(Outcome<string>);

        FluentActions.Invoking(() => unanswered.IsDone(out _, out _)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_secret_has_no_text_form() => $"{new Secret("K7M2")}".Should().NotContain("K7M2");

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(20_160, true)]
    [InlineData(20_161, false)]
    public void A_delay_is_nought_to_fourteen_days_in_minutes(int minutes, bool good) => ReleaseDelay.TryCreate(minutes, out _).Should().Be(good);
}
