using System.Net;
using Exams.Api.Accounts;
using Exams.Api.Clients;
using Exams.Api.Explorer;
using Exams.Api.Files;
using Exams.Api.Idempotency;
using Exams.Api.News;
using Exams.Api.Operations;
using Exams.Api.ResultsAccess;
using Exams.Api.Webhooks;
using Exams.Domain.Webhooks;
using Exams.Infrastructure;
using Exams.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HttpOverrides;

namespace Exams.Api;

/// <summary>The whole service, put together.</summary>
internal static class Service
{
    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="args">Further settings of the host.</param>
    /// <returns>0 after an orderly end.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(Settings.FromEnvironment(), args);
        await app.Services.PrepareExamsAsync(CancellationToken.None);
        await app.RunAsync();
        return 0;
    }

    /// <summary>Puts the service together without starting it.</summary>
    /// <param name="settings">Where things are.</param>
    /// <param name="args">Further settings of the host.</param>
    /// <param name="replace">Puts other parts in place: a clock, dice, or a fault to be noticed.</param>
    /// <returns>The application; prepare it, then start it.</returns>
    public static WebApplication Build(Settings settings, string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls.Split(';')).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        AddServices(builder.Services, settings, builder.Environment.IsDevelopment());
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        Map(app, settings);
        return app;
    }

    private static void AddServices(IServiceCollection services, Settings settings, bool isDevelopment)
    {
        var infrastructure = settings.Infrastructure;
        services.AddExamsInfrastructure(infrastructure with { Webhooks = infrastructure.Webhooks with { IsLoopbackOpen = isDevelopment } });
        services.AddSingleton<IWebhookDocuments, WebhookDocuments>();
        services.AddVerbs();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => CurrentCaller.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddScoped(provider => EventAtHand.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddScoped<GatedReads>().AddScoped<Once>();
        services.AddScoped<IDbContextFactory<ExamsDb>>(provider => provider.GetRequiredService<GatedReads>());
        services.AddScoped<SignInBusyReply>();
        services.AddSingleton<SessionWatch>().AddHostedService(provider => provider.GetRequiredService<SessionWatch>());
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddPermissions();
        services.AddExamsSchema(settings);
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // The framework trusts whatever comes from loopback; here nobody is trusted who is not listed.
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in settings.Proxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }

    private static void Map(WebApplication app, Settings settings)
    {
        if (settings.Proxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseWebSockets();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapExamsGraphQL();
        app.MapTokens();
        app.MapDocuments();
        app.MapUploads();
        app.MapFiles();
        app.MapHealth();
        app.MapMetrics(settings.MetricsToken);
        app.MapExplorer(new ExplorerOptions(settings.ExplorerFolder, settings.OperationsFolder));
    }
}
