using System.Security.Cryptography;

namespace Exams.Infrastructure.Security;

/// <summary>The operating system's cryptographic generator: the only dice outside tests.</summary>
public sealed class SystemDice : IDice
{
    /// <inheritdoc/>
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
