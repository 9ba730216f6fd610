using System.Buffers.Binary;
using System.Security.Cryptography;
using Exams.Infrastructure.Security;

namespace Exams.World;

/// <summary>Dice that fall the same way for the same seed.</summary>
public sealed class SeededDice(int seed) : IDice
{
    private readonly Lock _turn = new();
    private long _block;

    public void Fill(Span<byte> bytes)
    {
        Span<byte> question = stackalloc byte[12];
        Span<byte> answer = stackalloc byte[32];
        BinaryPrimitives.WriteInt32LittleEndian(question, seed);
        lock (_turn)
        {
            while (!bytes.IsEmpty)
            {
                BinaryPrimitives.WriteInt64LittleEndian(question[4..], _block++);
                SHA256.HashData(question, answer);
                var take = Math.Min(bytes.Length, answer.Length);
                answer[..take].CopyTo(bytes);
                bytes = bytes[take..];
            }
        }
    }
}
