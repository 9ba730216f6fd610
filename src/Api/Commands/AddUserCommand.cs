using Exams.Domain.Sessions;
using Exams.Infrastructure;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.Infrastructure.Security;

namespace Exams.Api.Commands;

/// <summary><c>add-user</c>: makes an account of the board or of an exams officer, or gives an existing one a new password.
/// The password is random and printed once.</summary>
internal static class AddUserCommand
{
    private const string Usage =
        "usage: add-user --username NAME --name \"Full Name\" --role BOARD|OFFICER|HEAD [--email ADDRESS] [--centres US123;US124] [--second-factor]\n"
        + "       add-user --username NAME --reset [--second-factor]";

    private static readonly string[] Valued = ["username", "name", "role", "email", "centres"];
    private static readonly string[] Flags = ["reset", "second-factor"];

    /// <summary>Does it.</summary>
    /// <param name="args">What stands behind <c>add-user</c>.</param>
    /// <returns>0 when it was done, 1 when it was refused, 2 when it was not understood.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Parse(args) is not { } options || !options.TryGetValue("username", out var username))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var app = Service.Build(Settings.FromEnvironment(), []);
        await app.Services.PrepareExamsAsync(CancellationToken.None);
        var password = app.Services.GetRequiredService<ISecretMint>().Password();
        var desk = app.Services.GetRequiredService<UserDesk>();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var refused = options.ContainsKey("reset")
            ? await desk.SetPasswordAsync(username, password, clock.GetUtcNow(), CancellationToken.None) ? null : $"There is no user {username}."
            : await AddAsync(desk, username, options, password);
        if (refused is not null)
        {
            await Console.Error.WriteLineAsync(refused);
            return 1;
        }

        Console.WriteLine($"username: {username}");
        Console.WriteLine($"password: {password.Reveal()}");
        if (options.ContainsKey("second-factor") && await desk.SetTotpAsync(username, CancellationToken.None) is { } address)
        {
            Console.WriteLine($"second factor: {address.Reveal()}");
        }

        return 0;
    }

    private static async Task<string?> AddAsync(UserDesk desk, string username, Dictionary<string, string> options, Secret password)
    {
        if (!DisplayName.TryParse(options.GetValueOrDefault("name") ?? username, out var name))
        {
            return "--name cannot be read or printed as it is.";
        }

        EmailAddress? email = null;
        if (options.TryGetValue("email", out var address))
        {
            if (!EmailAddress.TryParse(address, out var parsed))
            {
                return $"{address} is no email address.";
            }

            email = parsed;
        }

        if (!Enum.TryParse<UserRole>(options.GetValueOrDefault("role"), ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            return "--role is BOARD, OFFICER or HEAD.";
        }

        var centres = new List<CentreNumber>();
        foreach (var text in (options.GetValueOrDefault("centres") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!CentreNumber.TryParse(text, out var centre))
            {
                return $"{text} is no centre number.";
            }

            centres.Add(centre);
        }

        return await desk.AddAsync(username, name, email, role, centres, password, CancellationToken.None)
            ? null
            : $"There is a user {username} already; --reset gives a new password.";
    }

    private static Dictionary<string, string>? Parse(string[] args)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            if (Flags.Contains(name))
            {
                options[name] = "";
            }
            else if (Valued.Contains(name) && i + 1 < args.Length)
            {
                options[name] = args[++i];
            }
            else
            {
                return null;
            }
        }

        return options;
    }
}
