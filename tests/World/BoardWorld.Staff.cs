using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;

namespace Exams.World;

/// <content>People with passwords of their own.</content>
public sealed partial class BoardWorld
{
    public const string StaffPassword = "correct horse battery staple";

    /// <summary>Gives an officer of centres a password, and a second factor where a key is given.</summary>
    public async Task AddOfficerAsync(string username, byte[]? totpKey = null, params IEnumerable<CentreNumber> centres)
    {
        var hash = await Get<StaffPasswords>().HashAsync(new Secret(StaffPassword), default);
        var user = new User(username, Named.Name($"Officer {username}"), null, UserRole.Officer, centres, hash);
        if (totpKey is not null)
            user.SetTotp(Get<Seal>().Close(totpKey, PasswordChecks.RecordOf(username)));
        await Get<Writer>().WriteAsync("seed", writing =>
        {
            writing.Db.Add(user);
            return Task.CompletedTask;
        }, default);
    }

    /// <summary>Signs an officer in.</summary>
    public Task<Outcome<SignedIn>> SignInStaffAsync(string username, string? code = null, string password = StaffPassword, string source = "192.0.2.9") =>
        Get<SignIn>().RunAsync(new SignIn.Request(username, new Secret(password), code, source), default);

    /// <summary>The code that an authenticator with the key shows now.</summary>
    public string CodeOf(byte[] totpKey) => Totp.Code(totpKey, Totp.StepAt(Clock.Now));
}
