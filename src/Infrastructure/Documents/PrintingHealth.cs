namespace Exams.Infrastructure.Documents;

/// <summary>What this machine can print.</summary>
/// <param name="CanPrint">True when the libraries are there and Latin letters have shapes. The service runs either way; sheets wait.</param>
/// <param name="Missing">One sentence for each missing library or script, naming what to install; empty when nothing is missing.</param>
public sealed record PrintingHealth(bool CanPrint, IReadOnlyList<string> Missing);
