using Exams.Infrastructure.Events.Webhooks;
using Exams.Infrastructure.Security;

namespace Exams.Infrastructure;

/// <summary>Where things are and what they may cost.</summary>
public sealed record InfrastructureOptions
{
    /// <summary><c>EXAMS_DATA</c>: database file, documents, scratch files.</summary>
    public required string DataFolder { get; init; }

    /// <summary><c>EXAMS_KEYS</c>: the key ring; not inside the data folder, nor around it.</summary>
    public required string KeysFolder { get; init; }

    /// <summary><c>EXAMS_DATABASE</c>: a PostgreSQL connection string; null or empty for SQLite in the data folder.</summary>
    public string? DatabaseSetting { get; init; }

    /// <summary>The address that sheets tell candidates to sign in at.</summary>
    public string SignInAddress { get; init; } = "http://127.0.0.1:5080/";

    /// <summary><c>EXAMS_FONTS</c>, resolved; null for the system's fonts.</summary>
    public string? FontsFolder { get; init; }

    /// <summary>What people's own passwords may cost.</summary>
    public StaffPasswordOptions StaffPasswords { get; init; } = new();

    /// <summary>Where webhooks may deliver to.</summary>
    public WebhookOptions Webhooks { get; init; } = new();
}
