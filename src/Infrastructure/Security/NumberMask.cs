using System.Buffers.Binary;
using System.Numerics;

namespace Exams.Infrastructure.Security;

/// <summary>Hides how large numbers of rows and events are: under the ring's oldest key each is another number of 64 bits, and back again.</summary>
/// <remarks>Rows are counted, so an id that showed its number would tell every school how many entries all others made between two of its own. Speck with a block
/// of 64 and a key of 128 bits: as long as a number, and without a call into another library. It keeps no secret but the count; who may read what is decided by the gates.</remarks>
public sealed class NumberMask
{
    private const int Rounds = 27;

    private readonly uint[] _keys = new uint[Rounds];

    // Not the current key: ids last longer than keys.
    internal NumberMask(KeyRing ring)
        : this(ring.NumberKey(ring.OldestVersion)[..16])
    {
    }

    /// <summary>Hides numbers under a key.</summary>
    /// <param name="key">16 bytes, the last word of the published examples first.</param>
    internal NumberMask(ReadOnlySpan<byte> key)
    {
        Span<uint> words = stackalloc uint[Rounds + 2];
        _keys[0] = BinaryPrimitives.ReadUInt32LittleEndian(key);
        for (var i = 0; i < 3; i++)
            words[i] = BinaryPrimitives.ReadUInt32LittleEndian(key[(4 * (i + 1))..]);
        for (var i = 0; i < Rounds - 1; i++)
        {
            words[i + 3] = unchecked(_keys[i] + BitOperations.RotateRight(words[i], 8)) ^ (uint)i;
            _keys[i + 1] = BitOperations.RotateLeft(_keys[i], 3) ^ words[i + 3];
        }
    }

    /// <summary>The mask of a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Any number of 64 bits; the same for the same number as long as the ring has its oldest key.</returns>
    public long Hide(long number)
    {
        var (x, y) = ((uint)(number >>> 32), (uint)number);
        foreach (var key in _keys)
        {
            x = unchecked(BitOperations.RotateRight(x, 8) + y) ^ key;
            y = BitOperations.RotateLeft(y, 3) ^ x;
        }

        return (long)(((ulong)x << 32) | y);
    }

    /// <summary>The number of a mask.</summary>
    /// <param name="mask">Any number.</param>
    /// <returns>The number.</returns>
    public long Reveal(long mask)
    {
        var (x, y) = ((uint)(mask >>> 32), (uint)mask);
        for (var i = Rounds - 1; i >= 0; i--)
        {
            y = BitOperations.RotateRight(y ^ x, 3);
            x = BitOperations.RotateLeft(unchecked((x ^ _keys[i]) - y), 8);
        }

        return (long)(((ulong)x << 32) | y);
    }
}
