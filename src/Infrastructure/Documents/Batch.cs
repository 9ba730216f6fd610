using System.Buffers;
using Exams.Infrastructure.Documents.Pages;

namespace Exams.Infrastructure.Documents;

/// <summary>Some consecutive sheets on their way through the printer.</summary>
/// <param name="sheets">The sheets.</param>
internal sealed class Batch(IReadOnlyList<PreparedSheet> sheets)
{
    private readonly TaskCompletionSource<IReadOnlyList<ArraySegment<byte>>> _files = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The sheets, in order.</summary>
    public IReadOnlyList<PreparedSheet> Sheets { get; } = sheets;

    /// <summary>Hands over the single-page files, one for each sheet, in arrays of the shared pool.</summary>
    public void Deliver(IReadOnlyList<ArraySegment<byte>> files) => _files.SetResult(files);

    /// <summary>Waits for the single-page files.</summary>
    public IReadOnlyList<ArraySegment<byte>> Await(CancellationToken cancellationToken)
    {
        _files.Task.Wait(cancellationToken);
        return _files.Task.Result;
    }

    /// <summary>Gives an array back, wiped: it held a password.</summary>
    public static void Return(ArraySegment<byte> file) => ArrayPool<byte>.Shared.Return(file.Array!, clearArray: true);
}
