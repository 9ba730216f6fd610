using System.Buffers;
using Exams.Infrastructure.Documents.Pages;

namespace Exams.Infrastructure.Documents;

/// <summary>Some consecutive pages on their way through the printer.</summary>
/// <param name="pages">The pages.</param>
internal sealed class Batch(IReadOnlyList<IPage> pages)
{
    private readonly TaskCompletionSource<IReadOnlyList<ArraySegment<byte>>> _files = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The pages, in order.</summary>
    public IReadOnlyList<IPage> Pages { get; } = pages;

    /// <summary>Hands over the single-page files, one for each page, in arrays of the shared pool.</summary>
    public void Deliver(IReadOnlyList<ArraySegment<byte>> files) => _files.SetResult(files);

    /// <summary>Waits for the single-page files.</summary>
    public IReadOnlyList<ArraySegment<byte>> Await(CancellationToken cancellationToken)
    {
        _files.Task.Wait(cancellationToken);
        return _files.Task.Result;
    }

    /// <summary>Gives an array back, wiped: it may have held a password.</summary>
    public static void Return(ArraySegment<byte> file) => ArrayPool<byte>.Shared.Return(file.Array!, clearArray: true);
}
