using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Sessions;

/// <summary>Makes accounts from the machine that the service runs on: the first board account, and second factors.</summary>
public sealed class UserDesk
{
    private readonly Writer _writer;
    private readonly StaffPasswords _passwords;
    private readonly ISecretMint _mint;
    private readonly Seal _seal;

    internal UserDesk(Writer writer, StaffPasswords passwords, ISecretMint mint, Seal seal)
    {
        _writer = writer;
        _passwords = passwords;
        _mint = mint;
        _seal = seal;
    }

    /// <summary>Adds somebody.</summary>
    /// <param name="username">The name to sign in with; kept in lower case.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="email">The person's address.</param>
    /// <param name="role">What the person is.</param>
    /// <param name="centres">An officer's centres; none for the board.</param>
    /// <param name="password">The password.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether the username was free.</returns>
    public async Task<bool> AddAsync(
        string username, DisplayName name, EmailAddress? email, UserRole role, IReadOnlyList<CentreNumber> centres, Secret password, CancellationToken ct)
    {
        var user = new User(username.Trim().ToLowerInvariant(), name, email, role, centres, await _passwords.HashAsync(password, ct));
        var added = false;
        await _writer.WriteAsync("users", async writing =>
        {
            if (await writing.Db.Set<User>().AnyAsync(other => other.Username == user.Username, ct))
                return;
            writing.Db.Add(user);
            added = true;
        }, ct);
        return added;
    }

    /// <summary>Replaces somebody's password; open sessions of theirs end.</summary>
    /// <param name="username">Whose.</param>
    /// <param name="password">The new password.</param>
    /// <param name="at">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether there is such a user.</returns>
    public async Task<bool> SetPasswordAsync(string username, Secret password, DateTimeOffset at, CancellationToken ct)
    {
        var hash = await _passwords.HashAsync(password, ct);
        var name = username.Trim().ToLowerInvariant();
        var found = false;
        await _writer.WriteAsync("users", async writing =>
        {
            if (await writing.Db.Set<User>().FirstOrDefaultAsync(one => one.Username == name, ct) is not { } user)
                return;
            user.SetPassword(hash);
            foreach (var session in await writing.Db.Set<Session>().Where(one => one.UserId == user.Id && one.EndedAt == null).ToListAsync(ct))
                session.End(at);
            found = true;
        }, ct);
        return found;
    }

    /// <summary>Sets up a second factor, or replaces it.</summary>
    /// <param name="username">Whose.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The address for the authenticator, to be shown once; null when there is no such user.</returns>
    public async Task<Secret?> SetTotpAsync(string username, CancellationToken ct)
    {
        var key = _mint.TotpKey();
        Secret? address = null;
        await _writer.WriteAsync("users", async writing =>
        {
            var name = username.Trim().ToLowerInvariant();
            if (await writing.Db.Set<User>().FirstOrDefaultAsync(one => one.Username == name, ct) is not { } user)
                return;
            user.SetTotp(_seal.Close(key, PasswordChecks.RecordOf(name)));
            address = new Secret(Totp.Address(key, name));
        }, ct);
        return address;
    }
}
