using Exams.Infrastructure.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Exams.Infrastructure.Tests.Documents;

public sealed class PrintingCheckTests : IDisposable
{
    private readonly string _fonts = Directory.CreateTempSubdirectory("exams-fonts-").FullName;

    public void Dispose() => Directory.Delete(_fonts, recursive: true);

    [Fact]
    public void With_all_fonts_nothing_is_missing()
    {
        Printer.Demand();
        Printer.Check.Health.Should().BeEquivalentTo(new PrintingHealth(true, []));
    }

    [Fact]
    public async Task Without_a_font_at_all_sheets_wait_and_are_never_printed_as_boxes()
    {
        Printer.Demand();
        var check = Check();
        check.Health.CanPrint.Should().BeFalse();
        check.Health.Missing.Should().HaveCount(7);
        (await FluentActions.Awaiting(() => Print(check, "Anna")).Should().ThrowAsync<SheetsMustWaitException>())
            .WithMessage("*Latin*");
    }

    [Fact]
    public async Task Without_the_font_of_one_script_only_its_names_wait_until_it_comes()
    {
        Printer.Demand();
        Assert.SkipWhen(Printer.FontsFolder is null, "there is no folder of private fonts (scripts/fonts.sh)");
        foreach (var font in Directory.GetFiles(Printer.FontsFolder, "*.ttf").Where(font => !font.Contains("Thai", StringComparison.Ordinal)))
            File.Copy(font, Path.Combine(_fonts, Path.GetFileName(font)));
        var check = Check();
        check.Health.CanPrint.Should().BeTrue();
        check.Health.Missing.Should().ContainSingle().Which.Should().Contain("Thai");

        (await Print(check, "Anna")).Pages.Should().Be(1);
        (await FluentActions.Awaiting(() => Print(check, "สมชาย ใจดี")).Should().ThrowAsync<SheetsMustWaitException>())
            .WithMessage("*0001*Thai*");

        foreach (var font in Directory.GetFiles(Printer.FontsFolder, "*Thai*.ttf"))
            File.Copy(font, Path.Combine(_fonts, Path.GetFileName(font)));
        check.Health.Missing.Should().BeEmpty();
        (await Print(check, "สมชาย ใจดี")).Remarks.Should().BeEmpty();
    }

    [Fact]
    public async Task The_service_starts_without_fonts_and_says_at_start_and_in_its_health_what_is_missing()
    {
        Printer.Demand();
        var said = new List<string>();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging(logging => logging.AddProvider(new Listener(said)));
        builder.Services.AddSingleton(new DocumentsOptions { DataFolder = _fonts, FontsFolder = _fonts });
        builder.Services.AddPrinting();
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        report.Entries["printing"].Status.Should().Be(HealthStatus.Degraded);
        report.Entries["printing"].Description.Should().Contain("Thai").And.Contain("noto-sans-thai");
        for (var i = 0; i < 500 && said.Count < 7; i++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        said.Should().Contain(line => line.Contains("Thai", StringComparison.Ordinal) && line.Contains("wait", StringComparison.Ordinal));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_samples_that_make_the_printer_ready_can_be_printed()
    {
        Printer.Demand();
        var printed = await new SheetPrinter(Printer.Check).PrintAsync(
            new PrintRun("", Printer.At, PrintingReport.Samples()), Stream.Null, Stream.Null, cancellationToken: TestContext.Current.CancellationToken);
        printed.Pages.Should().Be(7);
        printed.Remarks.Should().OnlyContain(remark => remark.CandidateNumber == "0000", "only the Latin sample shows what stands for an unprintable letter");
    }

    [Fact]
    public void Fonts_are_found_by_setting_or_upwards()
    {
        DocumentsOptions.FindFonts(_fonts, "/").Should().Be(_fonts);
        DocumentsOptions.FindFonts(Path.Combine(_fonts, "gone"), _fonts).Should().BeNull("a setting that is wrong is not made up for");
        var nested = Directory.CreateDirectory(Path.Combine(_fonts, "a", "b")).FullName;
        var artifacts = Directory.CreateDirectory(Path.Combine(_fonts, "artifacts", "fonts")).FullName;
        DocumentsOptions.FindFonts(null, nested).Should().Be(artifacts);
    }

    private static async Task<PrintedSheets> Print(PrintingCheck check, string name) => await new SheetPrinter(check).PrintAsync(
        new PrintRun("title", Printer.At, Printer.Stream([Printer.Sheet(1, name)])), new MemoryStream(), new MemoryStream(),
        cancellationToken: TestContext.Current.CancellationToken);

    private sealed class Listener(List<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (said)
                said.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }

    private PrintingCheck Check() => new(new DocumentsOptions { DataFolder = _fonts, FontsFolder = _fonts });
}
