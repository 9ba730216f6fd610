using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Exams.Infrastructure.Documents.Pages;
using Exams.Infrastructure.Documents.Pango;
using Exams.Infrastructure.Documents.Zip;

namespace Exams.Infrastructure.Documents;

/// <summary>The threads of one run. Workers print single-page files; the binder draws the one document and, batch by batch in order,
/// puts the workers' files into the archive. Each thread has a press of its own.</summary>
/// <remarks>A window bounds the batches under way, so memory does not grow with the run. The first failure of any thread stops all.</remarks>
internal sealed class PrintLine : IDisposable
{
    private const int Window = 12;
    private const int MostRemarks = 100;

    private readonly PrintingCheck _check;
    private readonly string _title;
    private readonly DateTimeOffset _at;
    private readonly Stream _pdf;
    private readonly Stream _zip;
    private readonly IProgress<int>? _progress;
    private readonly CancellationToken _asked;
    private readonly CancellationTokenSource _stop;
    private readonly SemaphoreSlim _window = new(Window);
    private readonly BlockingCollection<Batch> _forBinder = [];
    private readonly BlockingCollection<Batch> _forWorkers = [];
    private readonly List<SheetRemark> _remarks = [];
    private readonly Task[] _threads;
    private ExceptionDispatchInfo? _failure;
    private int _pages;

    /// <summary>Starts the threads.</summary>
    public PrintLine(
        PrintingCheck check, string title, DateTimeOffset at, Stream pdf, Stream zip, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        (_check, _title, _at, _pdf, _zip, _progress, _asked) = (check, title, at, pdf, zip, progress, cancellationToken);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Token = _stop.Token;
        // More workers than four would only wait for the binder.
        var workers = Math.Clamp(Environment.ProcessorCount, 1, 4);
        _threads = [Start(Bind), .. Enumerable.Range(0, workers).Select(_ => Start(Work))];
    }

    /// <summary>Stops when the caller cancels or a thread has failed.</summary>
    public CancellationToken Token { get; }

    /// <summary>Takes in the batches, as fast as they are printed. A failure is kept for <see cref="FinishAsync"/>.</summary>
    public async Task FeedAsync(IAsyncEnumerable<Batch> batches)
    {
        try
        {
            await foreach (var batch in batches)
            {
                await _window.WaitAsync(Token);
                _forWorkers.Add(batch, Token);
                _forBinder.Add(batch, Token);
            }
        }
#pragma warning disable CA1031 // thrown on by FinishAsync, once no thread writes to the streams any more
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Fail(failure);
        }
        finally
        {
            _forWorkers.CompleteAdding();
            _forBinder.CompleteAdding();
        }
    }

    /// <summary>Waits for the threads.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PrintedSheets> FinishAsync()
    {
        await Task.WhenAll(_threads);
        _asked.ThrowIfCancellationRequested();
        _failure?.Throw();
        return new PrintedSheets(_pages, _remarks);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _window.Dispose();
        _forBinder.Dispose();
        _forWorkers.Dispose();
    }

    private Task Start(Action<Press> work) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                using var press = new Press(_check.Fonts);
                work(press);
            }
#pragma warning disable CA1031 // thrown on by FinishAsync
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Fail(failure);
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private void Fail(Exception failure)
    {
        // The first failure tells why; the cancellations that it causes do not.
        Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
        _stop.Cancel();
    }

    private void Work(Press press)
    {
        using var page = new MemoryStream(64 * 1024);
        foreach (var batch in _forWorkers.GetConsumingEnumerable(Token))
        {
            var files = new ArraySegment<byte>[batch.Pages.Count];
            for (var i = 0; i < files.Length; i++)
            {
                Token.ThrowIfCancellationRequested();
                page.SetLength(0);
                using (var document = new PdfDocument(page, _title, _at))
                {
                    var canvas = new Canvas(press, document.Drawing);
                    batch.Pages[i].DrawGround(canvas);
                    batch.Pages[i].DrawOwn(canvas);
                    document.EndPage();
                    document.Finish();
                }

                var file = ArrayPool<byte>.Shared.Rent((int)page.Length);
                page.GetBuffer().AsSpan(0, (int)page.Length).CopyTo(file);
                files[i] = new ArraySegment<byte>(file, 0, (int)page.Length);
            }

            batch.Deliver(files);
        }

        // Pages hold passwords.
        Array.Clear(page.GetBuffer());
    }

    private void Bind(Press press)
    {
        using var forms = new GroundForms(press);
        using var document = new PdfDocument(_pdf, _title, _at);
        var zip = new StoredZip(_zip, _at);
        foreach (var batch in _forBinder.GetConsumingEnumerable(Token))
        {
            foreach (var page in batch.Pages)
            {
                Token.ThrowIfCancellationRequested();
                document.Label(page.Number);
                var isCut = forms.Stamp(page, document.Drawing);
                Judge(page, page.DrawOwn(new Canvas(press, document.Drawing)), isCut);
                document.EndPage();
            }

            var files = batch.Await(Token);
            for (var i = 0; i < files.Count; i++)
            {
                zip.Add($"{batch.Pages[i].Number}.pdf", files[i]);
                Batch.Return(files[i]);
            }

            _pages += files.Count;
            _window.Release();
            _progress?.Report(_pages);
        }

        // A run that was stopped must not look whole.
        Token.ThrowIfCancellationRequested();
        document.Finish();
        zip.Finish();
    }

    private void Judge(IPage page, Drawn drawn, bool isCut)
    {
        if (drawn.HasMissing && _check.FindMissingScript(page.Name.Text) is { } script)
            throw new SheetsMustWaitException($"The name of candidate {page.Number} has {script} letters, and this machine has no font for them.");
        Remark(page.Name.IsReplaced, SheetFault.CharactersReplaced);
        Remark(drawn.HasMissing, SheetFault.LettersMissing);
        Remark(drawn.IsShortened || page.Name.IsCut, SheetFault.NameShortened);
        Remark(isCut || drawn.IsCut, page.CutFault);

        void Remark(bool applies, SheetFault fault)
        {
            if (applies && _remarks.Count < MostRemarks)
                _remarks.Add(new SheetRemark(page.Number, fault));
        }
    }
}
