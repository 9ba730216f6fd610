using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Loading.Files;

/// <summary>People with own passwords. A new one gets a random password, which the report shows once.</summary>
internal sealed class OfficerFile(ISecretMint mint, StaffPasswords passwords) : IBoardFile
{
    private const int LongestUsername = 64;

    public string Name => "officers.csv";

    public IReadOnlyList<string> Columns { get; } = ["username", "name", "email", "role", "centres"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<string>("username");
        var standing = await load.Writing.Db.Set<User>().AsNoTracking().ToDictionaryAsync(user => user.Username, ct);
        List<User> added = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var username = UsernameOf(row);
            var (name, email, centres) = (row.Word<DisplayName>("name"), row.OptionalWord<EmailAddress>("email"), row.Words<CentreNumber>("centres"));
            var role = row.Choice("role", mayBeEmpty: false, ("OFFICER", UserRole.Officer), ("HEAD", UserRole.Head), ("BOARD", UserRole.Board));
            foreach (var unknown in centres.Where(centre => row.IsGood && !load.Centres.ContainsKey(centre)))
                row.Fault("centres", $"There is no centre {unknown}.");
            if (row.IsGood && (role != UserRole.Board) != (centres.Count > 0))
                row.Fault("centres", "An officer has at least one centre, and the board's staff have none.");
            if (!row.IsGood || seen.Twice(row, username))
                continue;
            var user = new User(username, name, email, role, centres, "");
            if (!standing.TryGetValue(username, out var known))
                added.Add(user);
            else if (known.Role != role)
                row.Fault("role", $"{username} is {known.Role.ToString().ToUpperInvariant()}, which cannot change.");
            else if (load.Change(known, new { user.Name, user.Email, user.Centres }))
                changed++;
        }

        if (load.Faults.Count == 0)
            await MintAsync(load, added, ct);
        await load.WriteAsync(Name, added, changed, ct);
    }

    private async Task MintAsync(BoardLoad load, List<User> added, CancellationToken ct)
    {
        foreach (var user in added)
        {
            var password = mint.Password();
            user.SetPassword(await passwords.HashAsync(password, ct));
            load.NewUsers.Add(new NewUser(user.Username, password));
        }
    }

    private static string UsernameOf(CsvRow row)
    {
        var username = row.Text("username").ToLowerInvariant();
        if (username.Length is 0 or > LongestUsername || !username.All(one => char.IsAsciiLetterOrDigit(one) || "._-@".Contains(one, StringComparison.Ordinal)))
            row.Fault("username", $"A username has 1 to {LongestUsername} letters, digits, dots, hyphens, underscores or @.");
        return username;
    }
}
