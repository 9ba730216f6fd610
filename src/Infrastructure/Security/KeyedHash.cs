namespace Exams.Infrastructure.Security;

/// <summary>What is kept of a minted password: HMAC-SHA-256 under a key that the database does not hold.</summary>
/// <param name="KeyVersion">Which key of the ring.</param>
/// <param name="Salt">16 random bytes of this credential alone.</param>
/// <param name="Hash">32 bytes.</param>
public sealed record KeyedHash(int KeyVersion, byte[] Salt, byte[] Hash);
