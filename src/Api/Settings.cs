using System.Globalization;
using System.Net;
using Exams.Infrastructure;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Events.Webhooks;

namespace Exams.Api;

/// <summary>What the environment says; README lists it.</summary>
internal sealed record Settings
{
    /// <summary><c>EXAMS_URLS</c>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary><c>EXAMS_DATA</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary><c>EXAMS_KEYS</c>.</summary>
    public required string KeysFolder { get; init; }

    /// <summary><c>EXAMS_DATABASE</c>; null for SQLite.</summary>
    public string? Database { get; init; }

    /// <summary><c>EXAMS_PUBLIC_URL</c>: what sheets tell candidates to open.</summary>
    public string? PublicUrl { get; init; }

    /// <summary><c>EXAMS_FONTS</c>, or where the install script puts fonts; null when neither is there.</summary>
    public string? FontsFolder { get; init; }

    /// <summary><c>EXAMS_EXPLORER</c>, or where the install script puts them; null when neither is there.</summary>
    public string? ExplorerFolder { get; init; }

    /// <summary><c>EXAMS_OPERATIONS</c>, or the repository's; null when neither is there.</summary>
    public string? OperationsFolder { get; init; }

    /// <summary><c>EXAMS_PROXIES</c>: addresses whose forwarded addresses count.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary><c>EXAMS_WEBHOOK_NETWORKS</c>: networks that webhooks may deliver to though they are not public.</summary>
    public IReadOnlyList<IPNetwork> WebhookNetworks { get; init; } = [];

    /// <summary><c>EXAMS_METRICS_TOKEN</c>; null for loopback only.</summary>
    public string? MetricsToken { get; init; }

    /// <summary><c>EXAMS_COST_CAPACITY</c>: what a signed-in client may spend at once, in cost.</summary>
    public double CostCapacity { get; init; } = 400_000;

    /// <summary><c>EXAMS_COST_RESTORE</c>: what comes back each second.</summary>
    public double CostRestore { get; init; } = 20_000;

    /// <summary><c>EXAMS_TRUSTED_DOCUMENTS</c>: the folder of documents that clients may name; null for none.</summary>
    public string? TrustedDocumentsFolder { get; init; }

    /// <summary><c>EXAMS_TRUSTED_ONLY</c>: whether nothing else runs than those.</summary>
    public bool OnlyTrustedDocuments { get; init; }

    /// <summary><c>EXAMS_PERSISTED_QUERIES</c>: whether clients may register documents by their hash.</summary>
    public bool PersistedQueries { get; init; }

    /// <summary>What the infrastructure needs of it.</summary>
    public InfrastructureOptions Infrastructure => new()
    {
        DataFolder = DataFolder,
        KeysFolder = KeysFolder,
        DatabaseSetting = Database,
        SignInAddress = PublicUrl ?? Urls.Split(';')[0].TrimEnd('/') + "/",
        FontsFolder = FontsFolder,
        Webhooks = new WebhookOptions { Networks = WebhookNetworks },
    };

    /// <summary>Reads the environment.</summary>
    /// <returns>The settings with their defaults.</returns>
    public static Settings FromEnvironment()
    {
        static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
        static double Number(string name, double otherwise) => Read(name) is not { } text ? otherwise
            : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new InvalidOperationException($"{name} must be a number above zero.");
        static bool Switch(string name) => Read(name) is { } text
            && (bool.TryParse(text, out var isOn) ? isOn : throw new InvalidOperationException($"{name} must be true or false."));
        static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network) ? network
            : throw new InvalidOperationException("EXAMS_WEBHOOK_NETWORKS must be networks such as 10.2.0.0/16, joined by semicolons.");
        return new Settings
        {
            Urls = Read("EXAMS_URLS") ?? "http://127.0.0.1:5080",
            DataFolder = Path.GetFullPath(Read("EXAMS_DATA") ?? "data"),
            KeysFolder = Path.GetFullPath(Read("EXAMS_KEYS") ?? "keys"),
            Database = Read("EXAMS_DATABASE"),
            PublicUrl = Read("EXAMS_PUBLIC_URL"),
            FontsFolder = DocumentsOptions.FindFonts(Read("EXAMS_FONTS"), AppContext.BaseDirectory),
            ExplorerFolder = Read("EXAMS_EXPLORER") ?? FindAbove("artifacts/explorer/assets"),
            OperationsFolder = Read("EXAMS_OPERATIONS") ?? FindAbove("schema/operations"),
            Proxies = Read("EXAMS_PROXIES")?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
            WebhookNetworks = [.. (Read("EXAMS_WEBHOOK_NETWORKS") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)],
            MetricsToken = Read("EXAMS_METRICS_TOKEN"),
            CostCapacity = Number("EXAMS_COST_CAPACITY", 400_000),
            CostRestore = Number("EXAMS_COST_RESTORE", 20_000),
            TrustedDocumentsFolder = Read("EXAMS_TRUSTED_DOCUMENTS"),
            OnlyTrustedDocuments = Switch("EXAMS_TRUSTED_ONLY"),
            PersistedQueries = Switch("EXAMS_PERSISTED_QUERIES"),
        };
    }

    // Run from the repository, the service finds what the scripts installed without being told.
    private static string? FindAbove(string relative)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, relative);
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
