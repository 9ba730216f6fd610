using Exams.Domain.Vocabulary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Exams.Infrastructure.Security;

/// <summary>Passwords that people chose: stretched (PBKDF2), and therefore queued, so that a flood of guesses cannot take the machine.</summary>
/// <remarks>One verification costs about a tenth of a second of one core; so many run at once, so many wait, and the next is told to come
/// back. An unknown user costs the same as a known one.</remarks>
public sealed class StaffPasswords : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly PasswordHasher<object> _hasher;
    private readonly SemaphoreSlim _running;
    private readonly int _mostWaiting;
    private readonly Lazy<string> _nobody;
    private int _inside;

    /// <summary>Makes the queue.</summary>
    /// <param name="settings">How much to stretch, how many at once, how many waiting.</param>
    /// <param name="mint">Makes the password that unknown users are compared with.</param>
    public StaffPasswords(StaffPasswordOptions settings, ISecretMint mint)
    {
        _hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = settings.Iterations }));
        _running = new SemaphoreSlim(settings.AtOnce);
        _mostWaiting = settings.AtOnce + settings.MostWaiting;
        _nobody = new Lazy<string>(() => _hasher.HashPassword(this, mint.Password().Reveal()));
    }

    /// <summary>Hashes a new password.</summary>
    /// <param name="password">The clear text.</param>
    /// <param name="cancellationToken">Leaves the queue.</param>
    /// <returns>The text to keep; it names its own algorithm, salt and cost.</returns>
    /// <exception cref="BusyException">The queue is full.</exception>
    public Task<string> HashAsync(Secret password, CancellationToken cancellationToken) =>
        QueuedAsync(() => _hasher.HashPassword(this, password.Reveal()), cancellationToken);

    /// <summary>Checks a password.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="kept">What was kept; null when there is no such user, which takes as long and is never a match.</param>
    /// <param name="cancellationToken">Leaves the queue.</param>
    /// <returns>Whether it is the password.</returns>
    /// <exception cref="BusyException">The queue is full.</exception>
    public Task<bool> MatchesAsync(Secret typed, string? kept, CancellationToken cancellationToken) =>
        QueuedAsync(
            () => _hasher.VerifyHashedPassword(this, kept ?? _nobody.Value, typed.Reveal()) != PasswordVerificationResult.Failed & kept is not null,
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _running.Dispose();

    private async Task<T> QueuedAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > _mostWaiting)
                throw new BusyException(RetryAfter);
            await _running.WaitAsync(cancellationToken);
            try
            {
                return await Task.Run(work, cancellationToken);
            }
            finally
            {
                _running.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}
