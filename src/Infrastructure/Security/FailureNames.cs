using System.Security.Cryptography;
using System.Text;

namespace Exams.Infrastructure.Security;

/// <summary>Under which name failed sign-ins are counted: a keyed hash of what was typed, because people type passwords into the wrong box.</summary>
internal sealed class FailureNames(KeyRing keys)
{
    // The first key, not the current one: a rotation must not forgive anybody.
    private const int FirstKey = 1;

    /// <summary>The name; the same for every way of typing a username.</summary>
    public string Of(string username) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.FailureKey(FirstKey), Encoding.UTF8.GetBytes(MintedText.Tidy(username))));
}
