using System.Globalization;
using System.Text;
using Exams.Domain.ResultsAccess;

namespace Exams.World;

/// <summary>A mint whose every product is different and can be foreseen: U1, P1, D1, U2 …</summary>
public sealed class CountingMint : ICredentialMint
{
    private int _credentials;
    private int _documents;

    /// <summary>How many passwords it made.</summary>
    public int Credentials => _credentials;

    public MintedCredential MintCredential(string? username)
    {
        var number = (++_credentials).ToString(CultureInfo.InvariantCulture);
        var password = Encoding.UTF8.GetBytes($"P{number}");
        return new MintedCredential(username ?? $"U{number}", [1], password, 1, password);
    }

    public string MintDocumentName() => $"D{(++_documents).ToString(CultureInfo.InvariantCulture)}";
}
