using System.Runtime.Intrinsics;

namespace Exams.GraphQL.Language;

/// <summary>Bytes of JSON that are written over and over, such as response keys. Short ones are kept as long as a vector, so that they are
/// copied in one go, whatever their length.</summary>
internal sealed class JsonPiece
{
    /// <summary>Room that a short piece needs, in bytes, however short it is.</summary>
    public static readonly int Room = Vector256<byte>.Count;

    private readonly byte[] _bytes;

    /// <summary>A piece.</summary>
    /// <param name="utf8">Its bytes.</param>
    public JsonPiece(ReadOnlySpan<byte> utf8)
    {
        _bytes = new byte[Math.Max(utf8.Length, Room)];
        utf8.CopyTo(_bytes);
        Length = utf8.Length;
    }

    /// <summary>How many bytes it has.</summary>
    public int Length { get; }

    /// <summary>Whether it is copied in one go.</summary>
    public bool IsShort => Length <= Room;

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Copies a short piece; what lies behind it is overwritten with anything.</summary>
    /// <param name="destination">At least <see cref="Room"/> bytes.</param>
    public void CopyShort(Span<byte> destination) => Vector256.Create<byte>(_bytes).CopyTo(destination);
}
