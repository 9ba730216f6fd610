using System.Text;
using Exams.Infrastructure.Security;

namespace Exams.Infrastructure.Tests.Security;

public sealed class TotpTests
{
    private static readonly byte[] _key = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);

    /// <summary>RFC 6238, appendix B, the SHA-1 rows.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1_111_111_109, "07081804")]
    [InlineData(1_111_111_111, "14050471")]
    [InlineData(1_234_567_890, "89005924")]
    [InlineData(2_000_000_000, "69279037")]
    [InlineData(20_000_000_000, "65353130")]
    public void The_examples_of_the_RFC_hold(long seconds, string code) =>
        Totp.Code(_key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8).Should().Be(code);

    [Fact]
    public void A_code_is_good_once()
    {
        var step = Totp.Match(_key, "050471", _now, lastUsed: 0);

        step.Should().Be(Totp.StepAt(_now));
        Totp.Match(_key, "050471", _now, lastUsed: step!.Value).Should().BeNull();
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_one_step_off_and_no_more(int seconds, bool good) =>
        Totp.Match(_key, Totp.Code(_key, Totp.StepAt(_now.AddSeconds(seconds))), _now, lastUsed: 0).HasValue.Should().Be(good);

    [Fact]
    public void A_code_older_than_one_already_used_is_refused()
    {
        var now = Totp.StepAt(_now);

        Totp.Match(_key, Totp.Code(_key, now - 1), _now, lastUsed: now).Should().BeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("05047")]
    [InlineData("14050471")]
    public void Anything_else_is_refused(string? typed) => Totp.Match(_key, typed, _now, lastUsed: 0).Should().BeNull();

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_shown_in_base_32(string clear, string shown) => Totp.ToBase32(Encoding.ASCII.GetBytes(clear)).Should().Be(shown);
}
