using System.Runtime.CompilerServices;
using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Tests.Documents;

public sealed class PrintFailureTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 100_000)]
    [InlineData(false, 0)]
    [InlineData(false, 1_000_000)]
    public async Task A_stream_that_refuses_fails_the_run_and_leaves_nothing_behind(bool pdf, int after)
    {
        Printer.Demand();
        var failure = (await FluentActions.Awaiting(() => PrintToFiles(Sheets(400), content => pdf ? new Full(content, after) : content,
            content => pdf ? content : new Full(content, after))).Should().ThrowAsync<IOException>()).Which;
        (failure.InnerException ?? failure).Message.Should().Be("No space left");
        Directory.GetFiles(_scratch.DocumentsFolder).Should().BeEmpty();
        await PrintsAgain();
    }

    [Fact]
    public async Task A_cancelled_run_stops_and_leaves_nothing_behind()
    {
        Printer.Demand();
        using var cancel = new CancellationTokenSource();
        var read = 0;
        async IAsyncEnumerable<Sheet> Endless([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            while (true)
            {
                await Task.Yield();
                if (++read == 100)
                    await cancel.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                yield return Printer.Sheet(read);
            }
        }

        await FluentActions.Awaiting(() => PrintToFiles(Endless(CancellationToken.None), cancellationToken: cancel.Token))
            .Should().ThrowAsync<OperationCanceledException>();
        read.Should().BeLessThan(300);
        Directory.GetFiles(_scratch.DocumentsFolder).Should().BeEmpty();
        await PrintsAgain();
    }

    [Fact]
    public async Task A_source_that_fails_fails_the_run_with_its_own_reason()
    {
        Printer.Demand();
        static async IAsyncEnumerable<Sheet> Breaking()
        {
            for (var number = 1; number <= 30; number++)
            {
                await Task.Yield();
                yield return Printer.Sheet(number);
            }

            throw new InvalidOperationException("The database went away");
        }

        await FluentActions.Awaiting(() => PrintToFiles(Breaking()))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("The database went away");
        Directory.GetFiles(_scratch.DocumentsFolder).Should().BeEmpty();
        await PrintsAgain();
    }

    [Fact]
    public async Task Whoever_watches_progress_cannot_stop_it_half_way_unnoticed()
    {
        Printer.Demand();
        await FluentActions.Awaiting(() => PrintToFiles(Sheets(40), progress: new Watcher(_ => throw new InvalidOperationException("watcher"))))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("watcher");
        Directory.GetFiles(_scratch.DocumentsFolder).Should().BeEmpty();
    }

    [Fact]
    public async Task Progress_rises_to_the_number_of_sheets()
    {
        Printer.Demand();
        var seen = new List<int>();
        await PrintToFiles(Sheets(50), progress: new Watcher(seen.Add));
        seen.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        seen[^1].Should().Be(50);
    }

    [Fact]
    public async Task Documents_on_disk_hold_no_password_in_the_clear_and_read_back_whole()
    {
        Printer.Demand("pdfinfo", "pdftotext");
        await PrintToFiles(Sheets(60));
        var files = Directory.GetFiles(_scratch.DataFolder, "*", SearchOption.AllDirectories);
        files.Should().HaveCount(2);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            bytes.IndexOf("%PDF"u8).Should().Be(-1);
            bytes.IndexOf("0001.pdf"u8).Should().Be(-1);
        }

        using var pdf = _scratch.Files.Open(new Guid(1, 0, 0, new byte[8]))!;
        using var copy = new MemoryStream();
        await pdf.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Paper.Pages(copy.ToArray()).Should().Be(60);
        Paper.Texts(copy.ToArray())[59].Should().Contain(Printer.Password(60));
    }

    [Fact]
    public async Task The_same_run_gives_the_same_bytes_and_another_instant_others()
    {
        Printer.Demand();
        async Task<(byte[] Pdf, byte[] Zip)> Run(DateTimeOffset at)
        {
            using var pdf = new MemoryStream();
            using var zip = new MemoryStream();
            await new SheetPrinter(Printer.Check).PrintAsync(
                new PrintRun("title", at, Sheets(200)), pdf, zip, cancellationToken: TestContext.Current.CancellationToken);
            return (pdf.ToArray(), zip.ToArray());
        }

        var first = await Run(Printer.At);
        var second = await Run(Printer.At);
        var later = await Run(Printer.At.AddMinutes(1));
        first.Pdf.AsSpan().SequenceEqual(second.Pdf).Should().BeTrue();
        first.Zip.AsSpan().SequenceEqual(second.Zip).Should().BeTrue();
        first.Pdf.AsSpan().SequenceEqual(later.Pdf).Should().BeFalse();
        first.Zip.AsSpan().SequenceEqual(later.Zip).Should().BeFalse();
    }

    private static IAsyncEnumerable<Sheet> Sheets(int count)
    {
        string[] names = ["Anna Smith", "محمد عبد الله", "王小明", "สมชาย ใจดี", "प्रिया शर्मा", "Ελένη Παπαδοπούλου", "Наталья Иванова"];
        return Printer.Stream(Enumerable.Range(1, count).Select(number => Printer.Sheet(number, names[number % names.Length])));
    }

    private async Task PrintToFiles(
        IAsyncEnumerable<Sheet> sheets,
        Func<Stream, Stream>? pdfStream = null,
        Func<Stream, Stream>? zipStream = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var pdf = _scratch.Files.Begin(new Guid(1, 0, 0, new byte[8]), _scratch.Now.AddDays(14));
        using var zip = _scratch.Files.Begin(new Guid(2, 0, 0, new byte[8]), _scratch.Now.AddDays(14));
        await new SheetPrinter(Printer.Check).PrintAsync(
            new PrintRun("US123, June 2026", Printer.At, sheets),
            pdfStream?.Invoke(pdf.Content) ?? pdf.Content,
            zipStream?.Invoke(zip.Content) ?? zip.Content,
            progress,
            cancellationToken);
        pdf.Commit();
        zip.Commit();
    }

    private async Task PrintsAgain()
    {
        await PrintToFiles(Sheets(20), cancellationToken: TestContext.Current.CancellationToken);
        Directory.GetFiles(_scratch.DocumentsFolder, "*.sealed").Should().HaveCount(2);
    }

    private sealed class Watcher(Action<int> watch) : IProgress<int>
    {
        public void Report(int value) => watch(value);
    }

    private sealed class Full(Stream inner, int room) : Stream
    {
        private long _written;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if ((_written += buffer.Length) > room)
                throw new IOException("No space left");
            inner.Write(buffer);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
