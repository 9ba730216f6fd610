using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>Accounts of the people in a test, with passwords that tests know.</summary>
internal static class People
{
    private const string Password = "a long password of a test 1";

    /// <summary>Adds somebody of the board, or an officer of some centres; gives back the password.</summary>
    public static async Task<string> AddAsync(RunningService service, string username, string role, params string[] centres)
    {
        (await Desk(service).AddAsync(
            username, Named.Name(username), null, Enum.Parse<UserRole>(role, ignoreCase: true), [.. centres.Select(Named.Centre)], new Secret(Password), default))
            .Should().BeTrue();
        return Password;
    }

    /// <summary>Gives somebody a password that the test knows.</summary>
    public static async Task<string> ResetAsync(RunningService service, string username)
    {
        var now = service.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        (await Desk(service).SetPasswordAsync(username, new Secret(Password), now, default)).Should().BeTrue();
        return Password;
    }

    private static UserDesk Desk(RunningService service) => service.Services.GetRequiredService<UserDesk>();
}
