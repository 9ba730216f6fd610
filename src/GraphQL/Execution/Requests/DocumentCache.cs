using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Exams.GraphQL.Execution.Requests;

/// <summary>Documents kept ready, found again by their bytes without allocating. Bounded by count and by bytes; what was not
/// asked for since the hand last passed makes room first (the "clock" rule).</summary>
/// <param name="maxCount">Most documents.</param>
/// <param name="maxBytes">Most bytes, by the documents' own estimate.</param>
internal sealed class DocumentCache(int maxCount, long maxBytes)
{
    private readonly ConcurrentDictionary<byte[], PreparedDocument> _documents = new(BytesComparer.Instance);
    private readonly Queue<PreparedDocument> _clock = new();
    private readonly Lock _lock = new();
    private long _bytes;

    /// <summary>How many documents are kept.</summary>
    public int Count => _documents.Count;

    /// <summary>How many bytes they take, by their own estimate.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Finds a document.</summary>
    /// <param name="text">Its bytes.</param>
    /// <param name="document">The document.</param>
    /// <returns>Whether it is kept.</returns>
    public bool TryFind(ReadOnlySpan<byte> text, [NotNullWhen(true)] out PreparedDocument? document)
    {
        if (!_documents.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out document))
        {
            return false;
        }

        document.WasUsed = true;
        return true;
    }

    /// <summary>Keeps a document, unless it alone would take a large part of the room.</summary>
    /// <param name="document">The document.</param>
    public void Add(PreparedDocument document)
    {
        if (document.Size > maxBytes / 8 || maxCount < 1)
        {
            return;
        }

        lock (_lock)
        {
            if (_documents.ContainsKey(document.Text))
            {
                return;
            }

            // Beforehand, so that the bounds hold at every moment.
            MakeRoom(1, document.Size);
            _documents.TryAdd(document.Text, document);
            _clock.Enqueue(document);
            _bytes += document.Size;
            document.IsKept = true;
        }
    }

    /// <summary>Notes that a kept document has grown, e.g. by a plan or by a response kept with it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="bytes">By how much.</param>
    public void Grow(PreparedDocument document, long bytes)
    {
        lock (_lock)
        {
            document.Size += bytes;
            if (document.IsKept)
            {
                _bytes += bytes;
                MakeRoom(0, 0);
            }
        }
    }

    private void MakeRoom(int count, long bytes)
    {
        while ((_clock.Count + count > maxCount || _bytes + bytes > maxBytes) && _clock.TryDequeue(out var oldest))
        {
            if (oldest.WasUsed && _clock.Count > 0)
            {
                oldest.WasUsed = false;
                _clock.Enqueue(oldest);
                continue;
            }

            _documents.TryRemove(oldest.Text, out _);
            oldest.IsKept = false;
            _bytes -= oldest.Size;
        }
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static BytesComparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        // Seeded anew in each process, so nobody can prepare documents that collide.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
