namespace Exams.Domain.Receipts;

/// <summary>That a caller's request was done, and what was answered: whoever asks again under the same key gets the answer, and nothing is done twice
/// (rule 15).</summary>
/// <remarks>It is written in the transaction that does the work, so there is never one without the other.</remarks>
public sealed class Receipt
{
    /// <summary>How long a key is remembered. Longer than the day that is promised, so that a weekend's retries find it.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(3);

    /// <summary>Notes what was answered.</summary>
    /// <param name="key">Whose request it is.</param>
    /// <param name="at">Now.</param>
    public Receipt(ReceiptKey key, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(key);
        (Owner, Key, Input, At) = (key.Owner, key.Key, key.Input, at);
    }

    private Receipt()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>Whose key it is, as the audit trail names the caller.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>The key; unique for its owner.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The digest of what was asked.</summary>
    public byte[] Input { get; private set; } = [];

    /// <summary>What was answered, sealed: an answer can hold names, and secrets that are shown once.</summary>
    public byte[] Answer { get; private set; } = [];

    /// <summary>How long the sealed answer is, in bytes.</summary>
    public int Bytes { get; private set; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What the seal of its answer is bound to.</summary>
    public string SealedFor => $"receipt:{Owner}:{Key}";

    /// <summary>Whether it is for the same request.</summary>
    /// <param name="key">The request that comes now, under the same key.</param>
    /// <returns>False when something else is asked.</returns>
    public bool IsFor(ReceiptKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Input.AsSpan().SequenceEqual(key.Input);
    }

    /// <summary>Keeps the answer.</summary>
    /// <param name="sealedAnswer">The answer, sealed.</param>
    public void Keep(byte[] sealedAnswer)
    {
        ArgumentNullException.ThrowIfNull(sealedAnswer);
        (Answer, Bytes) = (sealedAnswer, sealedAnswer.Length);
    }
}
