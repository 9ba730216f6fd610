using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>An address to which events are delivered, on behalf of an API client or a person.</summary>
/// <remarks>The news is the queue: a webhook only has a place in it, and deliveries are made from there (<c>docs/adr/0021</c>).</remarks>
public sealed class Webhook
{
    /// <summary>After how long without any success it pauses by itself.</summary>
    public static readonly TimeSpan LongestFailing = TimeSpan.FromDays(3);

    // Whoever fails once or twice may have stumbled; whoever fails on is left alone for a while.
    private const int FailuresBeforeRest = 3;

    private static readonly TimeSpan[] _rests =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    /// <summary>Makes a webhook.</summary>
    /// <param name="owner">For whom it delivers: an API client, an officer or the board's staff.</param>
    /// <param name="name">A name that was minted for it, to which its secret is bound.</param>
    /// <param name="wish">What it shall do.</param>
    /// <param name="secret">Its secret under seal.</param>
    /// <param name="at">Now.</param>
    public Webhook(Caller owner, string name, WebhookWish wish, byte[] secret, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ClientRow = (owner as Caller.Client)?.ClientRow;
        UserRow = owner switch { Caller.Officer officer => officer.UserId, Caller.Board board => board.UserId, _ => null };
        Name = name;
        SecretSealed = secret;
        CreatedAt = at;
        Take(wish);
    }

    private Webhook()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The API client for which it delivers; null for a person's.</summary>
    public long? ClientRow { get; private set; }

    /// <summary>The person for whom it delivers; null for a client's.</summary>
    public long? UserRow { get; private set; }

    /// <summary>A minted name; unique.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it delivers to.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The types of events that it delivers; empty for all that its owner may hear.</summary>
    public IReadOnlyList<NewsType> Types { get; private set; } = [];

    /// <summary>The subscription that shapes what is sent; null for the plain facts.</summary>
    public string? Document { get; private set; }

    /// <summary>Whether it delivers.</summary>
    public WebhookState State { get; private set; }

    /// <summary>Why it waits; null while it delivers.</summary>
    public PauseReason? PauseReason { get; private set; }

    /// <summary>Since when it waits; null while it delivers.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>The secret that signs, under seal.</summary>
    public byte[] SecretSealed { get; private set; } = [];

    /// <summary>The secret before, under seal; null when there is none.</summary>
    public byte[]? OldSecretSealed { get; private set; }

    /// <summary>Until when the secret before signs besides.</summary>
    public DateTimeOffset? OldSecretUntil { get; private set; }

    /// <summary>How far in the news deliveries were made.</summary>
    public long Position { get; private set; }

    /// <summary>Attempts in a row that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Since when nothing arrives; null while things do.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Until when it is left alone, because it fails on.</summary>
    public DateTimeOffset? RestsUntil { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who sends for it at this moment; random.</summary>
    public string? Lease { get; private set; }

    /// <summary>Until when nobody else may.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Whether somebody may see and change it: its owner, and the board.</summary>
    /// <param name="caller">Who asks.</param>
    /// <returns>True for those.</returns>
    public bool BelongsTo(Caller caller) => caller switch
    {
        Caller.Board => true,
        Caller.Client client => ClientRow == client.ClientRow,
        Caller.Officer officer => UserRow == officer.UserId,
        _ => false,
    };

    /// <summary>Changes what it does.</summary>
    /// <param name="wish">What it shall do.</param>
    public void Take(WebhookWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        Url = wish.Address.Uri.AbsoluteUri;
        Types = [.. wish.Types.Distinct().Order()];
        Document = wish.Document;
    }

    /// <summary>Makes it wait. What is made already is kept, and what happens meanwhile is delivered when it goes on.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="at">Now.</param>
    public void Pause(PauseReason reason, DateTimeOffset at)
    {
        if (State == WebhookState.Active)
        {
            (State, PauseReason, PausedAt) = (WebhookState.Paused, reason, at);
        }
    }

    /// <summary>Its owner was revoked: it waits for good, whatever made it wait before.</summary>
    /// <param name="at">Now.</param>
    public void Revoke(DateTimeOffset at) =>
        (State, PauseReason, PausedAt) = (WebhookState.Paused, Webhooks.PauseReason.OwnerRevoked, PausedAt ?? at);

    /// <summary>Lets it go on, as if nothing had failed.</summary>
    public void Resume()
    {
        (State, PauseReason, PausedAt) = (WebhookState.Active, null, null);
        Arrived();
    }

    /// <summary>Goes back, or forward, to a place in the news: deliveries are made again from there.</summary>
    /// <param name="position">The place.</param>
    public void GoTo(long position) => Position = position;

    /// <summary>Gives it a new secret.</summary>
    /// <param name="secret">The secret under seal.</param>
    /// <param name="overlapEndsAt">Until when the one before signs besides.</param>
    public void Rotate(byte[] secret, DateTimeOffset overlapEndsAt) => (OldSecretSealed, OldSecretUntil, SecretSealed) = (SecretSealed, overlapEndsAt, secret);

    /// <summary>The secrets that sign at an instant, the newest first.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>One, or two during an overlap; under seal.</returns>
    public IReadOnlyList<byte[]> LiveSecrets(DateTimeOffset now) => OldSecretSealed is { } old && now < OldSecretUntil ? [SecretSealed, old] : [SecretSealed];

    /// <summary>Something arrived.</summary>
    public void Arrived() => (Failures, FailingSince, RestsUntil) = (0, null, null);

    /// <summary>An attempt failed: it rests when it fails on, and pauses when it failed for too long.</summary>
    /// <param name="now">Now.</param>
    public void Failed(DateTimeOffset now)
    {
        Failures++;
        FailingSince ??= now;
        RestsUntil = Failures < FailuresBeforeRest ? null : now + _rests[Math.Min(Failures - FailuresBeforeRest, _rests.Length - 1)];
        if (now - FailingSince >= LongestFailing)
        {
            Pause(Webhooks.PauseReason.Failing, now);
        }
    }

    /// <summary>Gives the sending to somebody.</summary>
    /// <param name="lease">Who; null to give it back.</param>
    /// <param name="until">Until when.</param>
    public void LeaseTo(string? lease, DateTimeOffset? until) => (Lease, LeasedUntil) = (lease, until);
}

/// <summary>What a webhook shall do.</summary>
/// <param name="Address">Where it delivers to.</param>
/// <param name="Types">The types of events; empty for all that its owner may hear.</param>
/// <param name="Document">The subscription that shapes what is sent; null for the plain facts.</param>
public sealed record WebhookWish(WebhookAddress Address, IReadOnlyList<NewsType> Types, string? Document);
