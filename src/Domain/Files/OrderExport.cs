using Exams.Domain.Audit;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>Orders a file of candidates, entries, released results or whole centres.</summary>
/// <remarks>It will be written as whoever ordered it may read then: nothing of another's, and no result before its release (trap T2).</remarks>
public sealed class OrderExport(IExportStore store, ICredentialMint mint, ExportLimits limits, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="wish">What the file is to hold.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The order, or the refusal.</returns>
    public async Task<Outcome<Export>> RunAsync(ExportWish wish, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(caller);
        IReadOnlyCollection<CentreNumber> centres = wish.Centres is { Count: > 0 } named ? [.. named.Distinct()] : [.. caller.OwnCentres ?? Nowhere];
        if (Against(wish, caller, centres) is { } refusal)
        {
            return refusal;
        }

        if (wish.Kind == ExportKind.Centres)
        {
            // A table holds things of one kind only.
            wish = wish with { Format = ExportFormat.JsonLines };
        }

        var at = clock.GetUtcNow();
        var (needed, besides) = Reads(wish.Kind);
        var export = new Export(mint.MintDocumentName(), wish, centres, [.. needed, .. besides.Where(caller.Permissions.Contains)], caller, at);
        return await store.OrderAsync(export, Audit(AuditAction.ExportOrdered, export, caller, at), limits, ct);
    }

    internal static AuditRecord Audit(AuditAction action, Export export, Caller caller, DateTimeOffset at) => new(at, caller, action)
    {
        Centre = export.Centres is [var only] ? only : null,
        Series = export.Series,
        Detail = export.FileName,
    };

    private static HashSet<CentreNumber> Nowhere => [];

    private static Refusal? Against(ExportWish wish, Caller caller, IReadOnlyCollection<CentreNumber> centres)
    {
        if (caller is not (Caller.Board or Caller.Officer or Caller.Client) || (centres.Count == 0 && !caller.IsBoard))
        {
            return new ExportForCentres();
        }

        if (wish.Centres?.Count > ExportLimits.MostCentres)
        {
            return new TooManyCentres(ExportLimits.MostCentres);
        }

        if (centres.Where(one => !caller.Administers(one)).Select(one => (CentreNumber?)one).FirstOrDefault() is { } hidden)
        {
            return new CentreNotFound(hidden) { Path = ["centres"] };
        }

        var missing = Reads(wish.Kind).Needed.Where(one => !caller.Permissions.Contains(one)).ToList();
        return missing is [var first, ..] ? new PermissionMissing(first) : null;
    }

    // What one must be allowed to read, and what is in it besides for whoever may read that.
    private static (IReadOnlyList<Permission> Needed, IReadOnlyList<Permission> Besides) Reads(ExportKind kind) => kind switch
    {
        ExportKind.Candidates => (Named(Permission.CandidatesRead), []),
        ExportKind.Entries => (Named(Permission.EntriesRead, Permission.CandidatesRead), []),
        ExportKind.Results => (Named(Permission.ResultsRead), Named(Permission.CandidatesRead)),
        _ => (Named(Permission.CentresRead, Permission.CandidatesRead), Named(Permission.EntriesRead, Permission.ResultsRead)),
    };

    private static List<Permission> Named(params IEnumerable<string> names) => [.. Permission.All.Where(one => names.Contains(one.ToString()))];
}
