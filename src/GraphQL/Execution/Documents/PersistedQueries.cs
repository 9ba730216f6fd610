using System.Diagnostics.CodeAnalysis;

namespace Exams.GraphQL.Execution.Documents;

/// <summary>Documents that clients sent once with their hash and name by it from then on (automatic persisted queries). Bounded by
/// count and by bytes; what was not asked for since the hand last passed makes room first, and its client sends it again.</summary>
/// <param name="maxCount">Most documents.</param>
/// <param name="maxBytes">Most bytes of their texts together.</param>
public sealed class PersistedQueries(int maxCount = 1_000, long maxBytes = 8 * 1_048_576)
{
    private readonly Dictionary<DocumentHash, Entry> _entries = [];
    private readonly Queue<Entry> _clock = new();
    private readonly Lock _lock = new();
    private long _bytes;

    /// <summary>How many documents are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>How many bytes their texts have together.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    internal bool TryFind(DocumentHash hash, out ReadOnlyMemory<byte> text)
    {
        lock (_lock)
        {
            if (TryUse(hash, out var entry))
            {
                text = entry.Text;
                return true;
            }
        }

        text = default;
        return false;
    }

    internal void Keep(DocumentHash hash, ReadOnlyMemory<byte> text)
    {
        // One document may not push all others out.
        if (text.Length > maxBytes / 8)
        {
            return;
        }

        lock (_lock)
        {
            if (TryUse(hash, out _))
            {
                return;
            }

            var entry = new Entry(hash, text.ToArray());
            _entries.Add(hash, entry);
            _clock.Enqueue(entry);
            _bytes += text.Length;
            MakeRoom();
        }
    }

    private bool TryUse(DocumentHash hash, [NotNullWhen(true)] out Entry? entry)
    {
        if (!_entries.TryGetValue(hash, out entry))
        {
            return false;
        }

        entry.WasUsed = true;
        return true;
    }

    private void MakeRoom()
    {
        while ((_clock.Count > maxCount || _bytes > maxBytes) && _clock.TryDequeue(out var oldest))
        {
            if (oldest.WasUsed)
            {
                oldest.WasUsed = false;
                _clock.Enqueue(oldest);
                continue;
            }

            _entries.Remove(oldest.Hash);
            _bytes -= oldest.Text.Length;
        }
    }

    private sealed record Entry(DocumentHash Hash, byte[] Text)
    {
        public bool WasUsed { get; set; }
    }
}
