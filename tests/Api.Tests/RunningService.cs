using Exams.Infrastructure;
using Exams.Infrastructure.Loading;
using Exams.Infrastructure.Security;
using Exams.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Exams.Api.Tests;

/// <summary>The real service on a real SQLite file and a real socket, with a clock that can be moved and dice that can be repeated.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly WebApplication _app;

    private RunningService(Action<IServiceCollection>? replace, TimeProvider? clock, string environment, Func<Settings, Settings>? change)
    {
        var settings = new Settings
        {
            Urls = "http://127.0.0.1:0",
            DataFolder = _folder.Data,
            KeysFolder = _folder.Keys,
            PublicUrl = "https://results.example.org/",
            FontsFolder = Settings.FromEnvironment().FontsFolder,
            OperationsFolder = Settings.FromEnvironment().OperationsFolder,
            ExplorerFolder = Settings.FromEnvironment().ExplorerFolder,
        };
        _app = Service.Build(change?.Invoke(settings) ?? settings, ["--environment", environment], services =>
        {
            services.AddSingleton<IDice>(new SeededDice(7));
            if (clock is not null)
            {
                services.AddSingleton(clock);
            }

            services.AddLogging(logging => logging.ClearProviders());
            replace?.Invoke(services);
        });
    }

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public string DataFolder => _folder.Data;

    public Exams.Rehearsal.ApiClient Nobody => new(Address);

    public static async Task<RunningService> StartAsync(
        DemoBoard? board = null,
        TimeProvider? clock = null,
        int turn = 0,
        string environment = "Production",
        Action<IServiceCollection>? replace = null,
        TimeSpan? untilRelease = null,
        Func<Settings, Settings>? change = null)
    {
        var service = new RunningService(replace, clock, environment, change);
        await service.Services.PrepareExamsAsync(CancellationToken.None);
        if (board is not null)
        {
            var files = service._folder.Folder("board");
            board.Write(files, (clock ?? TimeProvider.System).GetUtcNow(), untilRelease ?? TimeSpan.FromDays(30), turn);
            var report = await service.Services.GetRequiredService<BoardLoader>().LoadAsync(files, CancellationToken.None);
            report.Faults.Should().BeEmpty();
        }

        await service._app.StartAsync();
        service.Address = new Uri(service._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
