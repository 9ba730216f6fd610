using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Security;

namespace Exams.Infrastructure.Tests.Security;

public sealed class StaffPasswordTests : IDisposable
{
    private readonly StaffPasswords _passwords = new(new StaffPasswordOptions(Iterations: 50_000, MostWaiting: 2), new SecretMint(new SystemDice()));

    public void Dispose() => _passwords.Dispose();

    [Fact]
    public async Task The_password_matches_and_nothing_else_does()
    {
        var kept = await _passwords.HashAsync(new Secret("correct horse"), default);

        (await _passwords.MatchesAsync(new Secret("correct horse"), kept, default)).Should().BeTrue();
        (await _passwords.MatchesAsync(new Secret("correct horsE"), kept, default)).Should().BeFalse();
        (await _passwords.MatchesAsync(new Secret("correct horse"), null, default)).Should().BeFalse();
    }

    [Fact]
    public async Task When_the_queue_is_full_the_next_is_told_to_come_back()
    {
        var kept = await _passwords.HashAsync(new Secret("a"), default);

        var attempts = Enumerable.Range(0, 40).Select(_ => Task.Run(() => _passwords.MatchesAsync(new Secret("a"), kept, default))).ToList();
        try
        {
            await Task.WhenAll(attempts);
        }
        catch (BusyException busy)
        {
            busy.RetryAfter.Should().BePositive();
        }

        attempts.Count(attempt => attempt.IsCompletedSuccessfully && attempt.Result).Should().BeInRange(3, 39);
        (await _passwords.MatchesAsync(new Secret("a"), kept, default)).Should().BeTrue("the queue has emptied");
    }
}
