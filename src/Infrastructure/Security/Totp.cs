using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Exams.Infrastructure.Security;

/// <summary>One-time codes from an authenticator app (RFC 6238): SHA-1, 30 seconds, six digits.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step that an instant falls in.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>Whole periods of 30 seconds since 1970.</returns>
    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    /// <param name="key">The key shared with the app.</param>
    /// <param name="step">The step.</param>
    /// <param name="digits">Six, as every app shows; RFC 6238's own examples have eight.</param>
    /// <returns>Digits, leading zeros kept.</returns>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 and every authenticator app use HMAC-SHA-1, which is not broken as a MAC.")]
    public static string Code(ReadOnlySpan<byte> key, long step, int digits = Digits)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
        Span<byte> mac = stackalloc byte[20];
        HMACSHA1.HashData(key, message, mac);
        var truncated = BinaryPrimitives.ReadUInt32BigEndian(mac[(mac[^1] & 15)..]) & 0x7fffffff;
        var code = truncated % (uint)Math.Pow(10, digits);
        return code.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>Finds the step that a typed code belongs to: now, the one before or the one after, for clocks that are a little off.</summary>
    /// <param name="key">The key shared with the app.</param>
    /// <param name="typed">As typed; spaces do not matter.</param>
    /// <param name="at">Now.</param>
    /// <param name="lastUsed">The latest step that was already used: a code is good once, and no older one after it.</param>
    /// <returns>The step to remember as used, or null when the code is wrong or used.</returns>
    public static long? Match(ReadOnlySpan<byte> key, string? typed, DateTimeOffset at, long lastUsed)
    {
        var code = typed is { Length: <= 16 } ? typed.Replace(" ", "", StringComparison.Ordinal) : "";
        var presented = Encoding.UTF8.GetBytes(code);
        var now = StepAt(at);
        long? found = null;
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(presented, Encoding.ASCII.GetBytes(Code(key, step))) && step > lastUsed)
                found = step;
        }

        return found;
    }

    /// <summary>The address that an app reads from a square code or a link.</summary>
    /// <param name="key">The key to share.</param>
    /// <param name="username">Whose it is.</param>
    /// <returns>An <c>otpauth:</c> address. It holds the key in the clear: show it once.</returns>
    public static string Address(ReadOnlySpan<byte> key, string username) =>
        $"otpauth://totp/Exams:{Uri.EscapeDataString(username)}?secret={ToBase32(key)}&issuer=Exams";

    /// <summary>A key as people type it into an app (RFC 4648 base 32, unpadded).</summary>
    /// <param name="key">The key.</param>
    /// <returns>Capitals and digits.</returns>
    public static string ToBase32(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder();
        int held = 0, bits = 0;
        foreach (var one in key)
        {
            held = (held << 8 | one) & 0xffff;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Base32[held >> (bits - 5) & 31]);
        }

        return bits == 0 ? text.ToString() : text.Append(Base32[held << (5 - bits) & 31]).ToString();
    }
}
