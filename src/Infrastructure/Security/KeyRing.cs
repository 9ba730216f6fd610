using System.Collections.Concurrent;
using System.Security.Cryptography;
using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Security;

/// <summary>The service's keys: 256 bits each, numbered from 1, kept in a folder outside the data folder and shared by all processes.</summary>
/// <remarks>No key is used as it lies on disk: each purpose has its own key derived from it (HKDF-SHA-256), so a sealed document,
/// a sealed password and a keyed hash never share one. Losing a key loses what was sealed and hashed with it (docs/security.md).</remarks>
public sealed class KeyRing : IDocumentKeys
{
    private const string PasswordPurpose = "exams/password-hash";
    private const string SealPurpose = "exams/seal";
    private const string FailurePurpose = "exams/sign-in-failure";
    private const string NumberPurpose = "exams/number";
    private const string CursorPurpose = "exams/cursor";
    private const string DocumentPurpose = "exams/document";

    private readonly KeyFiles _files;
    private readonly ConcurrentDictionary<(int Version, string Purpose), byte[]> _derived = new();
    private volatile Ring _ring;

    private KeyRing(KeyFiles files, Ring ring)
    {
        _files = files;
        _ring = ring;
    }

    /// <summary>The version used for everything new.</summary>
    public int CurrentVersion => _ring.Current;

    /// <summary>The version of the oldest key that is there, for what shall not change when keys do.</summary>
    internal int OldestVersion => _ring.Keys.Keys.Min();

    /// <summary>Opens the ring, making the folder (0700) and its first key (0600) when there is none.</summary>
    /// <param name="folder">The value of <c>EXAMS_KEYS</c>.</param>
    /// <param name="dataFolder">The value of <c>EXAMS_DATA</c>: the ring may not lie inside it, nor it inside the ring.</param>
    /// <param name="dice">Makes the first key.</param>
    /// <returns>The ring.</returns>
    /// <exception cref="KeyRingException">The folder lies inside the data folder, others may read it, or a key file is not a key.</exception>
    public static KeyRing Open(string folder, string dataFolder, IDice dice)
    {
        var files = new KeyFiles(folder, dataFolder);
        var keys = files.Read();
        if (keys.Count == 0)
        {
            files.Write(1, dice);
            keys = files.Read();
        }

        return new KeyRing(files, new Ring(keys));
    }

    /// <summary>Adds a key; everything new uses it from now on, older keys stay for what they made.</summary>
    /// <param name="dice">Makes the key.</param>
    /// <returns>The new current version.</returns>
    public int Rotate(IDice dice)
    {
        _files.Write(CurrentVersion + 1, dice);
        _ring = new Ring(_files.Read());
        return CurrentVersion;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Find(int version) => Derived(version, DocumentPurpose);

    /// <summary>The key of keyed password hashes.</summary>
    /// <param name="version">A version read from a credential.</param>
    /// <returns>32 bytes; empty when the ring no longer has it.</returns>
    internal ReadOnlySpan<byte> PasswordKey(int version) => Derived(version, PasswordPurpose);

    /// <summary>The key that seals small values in the database.</summary>
    /// <param name="version">A version read from a sealed value.</param>
    /// <returns>32 bytes; empty when the ring no longer has it.</returns>
    internal ReadOnlySpan<byte> SealKey(int version) => Derived(version, SealPurpose);

    /// <summary>The key of the names under which failed sign-ins are counted.</summary>
    /// <param name="version">A version of the ring.</param>
    /// <returns>32 bytes.</returns>
    internal ReadOnlySpan<byte> FailureKey(int version) => Derived(version, FailurePurpose);

    /// <summary>The key that hides the numbers of rows and events.</summary>
    /// <param name="version">A version of the ring.</param>
    /// <returns>32 bytes; empty when the ring no longer has it.</returns>
    internal ReadOnlySpan<byte> NumberKey(int version) => Derived(version, NumberPurpose);

    /// <summary>The key that tells cursors of this board from others.</summary>
    /// <param name="version">A version read from a cursor.</param>
    /// <returns>32 bytes; empty when the ring no longer has it.</returns>
    internal ReadOnlySpan<byte> CursorKey(int version) => Derived(version, CursorPurpose);

    private byte[] Derived(int version, string purpose)
    {
        if (_derived.TryGetValue((version, purpose), out var known))
            return known;
        // Another process may have rotated since this one looked.
        if (!_ring.Keys.ContainsKey(version) && version == _ring.Current + 1)
            _ring = new Ring(_files.Read());
        return _ring.Keys.TryGetValue(version, out var master)
            ? _derived.GetOrAdd((version, purpose), _ => HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: [.. purpose.Select(c => (byte)c)]))
            : [];
    }

    private sealed record Ring(IReadOnlyDictionary<int, byte[]> Keys)
    {
        public int Current { get; } = Keys.Keys.Max();
    }
}
