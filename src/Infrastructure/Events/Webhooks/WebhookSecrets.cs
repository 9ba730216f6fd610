using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Security;

namespace Exams.Infrastructure.Events.Webhooks;

/// <summary>Makes the secrets of webhooks and signs with them.</summary>
internal sealed class WebhookSecrets(ISecretMint mint, Seal seal) : IWebhookSecrets
{
    public MintedWebhookSecret Mint(string webhook)
    {
        var secret = mint.Token();
        return new MintedWebhookSecret(secret, seal.Close(secret, RecordOf(webhook)));
    }

    /// <summary>The signature of a body: <c>t=…,v1=…</c>, with one <c>v1</c> for each secret that is good at the instant. Each is the HMAC-SHA-256, in hexadecimal,
    /// of the seconds since 1970, a full stop and the body; its key is the secret's text.</summary>
    public string Sign(Webhook webhook, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var at = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(at + "."), .. body];
        var signature = new StringBuilder("t=").Append(at);
        foreach (var box in webhook.LiveSecrets(now))
        {
            var key = seal.Open(box, RecordOf(webhook.Name));
            signature.Append(",v1=").Append(Convert.ToHexStringLower(HMACSHA256.HashData(key, signed)));
            CryptographicOperations.ZeroMemory(key);
        }

        return signature.ToString();
    }

    private static string RecordOf(string webhook) => $"webhook:{webhook}";
}
