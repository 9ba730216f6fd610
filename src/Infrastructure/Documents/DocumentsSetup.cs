using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Exams.Infrastructure.Documents;

/// <summary>Puts printing together.</summary>
public static class DocumentsSetup
{
    /// <summary>Registers the printer, its check in the readiness page (<c>printing</c>) and its report at start.
    /// <see cref="DocumentsOptions"/> must be registered, too. A printer that is registered already stays.</summary>
    /// <param name="services">The services of the host.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddPrinting(this IServiceCollection services)
    {
        services.TryAddSingleton<PrintingCheck>();
        services.TryAddSingleton<SheetPrinter>();
        services.TryAddSingleton<ISheetPrinter>(provider => provider.GetRequiredService<SheetPrinter>());
        services.TryAddSingleton<IStatementPrinter>(provider => provider.GetRequiredService<SheetPrinter>());
        services.AddHealthChecks().AddCheck<PrintingHealthCheck>("printing");
        return services.AddHostedService<PrintingReport>();
    }
}
