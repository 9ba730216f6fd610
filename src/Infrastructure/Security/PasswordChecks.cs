using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Security;

/// <summary>Checks what people type to sign in.</summary>
/// <param name="minted">For candidates.</param>
/// <param name="own">For users.</param>
/// <param name="seal">Opens the keys of second factors.</param>
public sealed class PasswordChecks(MintedPasswords minted, StaffPasswords own, Seal seal) : IPasswordChecks
{
    /// <summary>What a sealed second-factor key is bound to.</summary>
    /// <param name="username">The user's name.</param>
    /// <returns>The name of the record.</returns>
    public static string RecordOf(string username) => $"totp:{username}";

    /// <inheritdoc/>
    public bool IsRight(Credential? credential, Secret typed) =>
        minted.Matches(typed, credential is null ? null : new KeyedHash(credential.KeyVersion, credential.Salt, credential.Hash));

    /// <inheritdoc/>
    public async Task<PasswordCheck> CheckAsync(User? user, Secret typed, CancellationToken ct)
    {
        try
        {
            return await own.MatchesAsync(typed, user?.PasswordHash, ct) ? PasswordCheck.Right : PasswordCheck.Wrong;
        }
        catch (BusyException)
        {
            return PasswordCheck.Busy;
        }
    }

    /// <inheritdoc/>
    public long? TotpStep(User user, string code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.TotpSealed is { } box ? Totp.Match(seal.Open(box, RecordOf(user.Username)), code, now, user.TotpLastStep) : null;
    }
}
