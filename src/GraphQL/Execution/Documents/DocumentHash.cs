using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Exams.GraphQL.Execution.Documents;

/// <summary>The SHA-256 of a document's bytes, as a key.</summary>
/// <param name="High">Its first half.</param>
/// <param name="Low">Its second half.</param>
internal readonly record struct DocumentHash(UInt128 High, UInt128 Low)
{
    /// <summary>The hash of a text.</summary>
    public static DocumentHash Of(ReadOnlySpan<byte> text)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, bytes);
        return Read(bytes);
    }

    /// <summary>Reads 64 hexadecimal digits, of either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? hex, out DocumentHash hash)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        if (hex?.Length == bytes.Length * 2 && Convert.FromHexString(hex, bytes, out _, out _) == OperationStatus.Done)
        {
            hash = Read(bytes);
            return true;
        }

        hash = default;
        return false;
    }

    private static DocumentHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));
}
