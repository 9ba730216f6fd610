using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Events.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Exams.World;

/// <content>Programs that have events delivered.</content>
public sealed partial class BoardWorld
{
    /// <summary>An API client of a centre, as signed in.</summary>
    public async Task<Caller.Client> ClientAsync(CentreNumber centre, params string[] scopes)
    {
        var minted = Done(await Get<CreateApiClient>().RunAsync(
            new(Named.Name("School system"), [.. scopes.Select(Named.Word<Permission>)], [centre]), People.Board, default));
        return (Caller.Client)Done(await Get<SignInClient>().RunAsync(new(minted.Client.ClientId, minted.Secret, null, "192.0.2.1"), default)).Caller;
    }

    /// <summary>Makes what deliveries there are to make and sends what is due, until nothing is.</summary>
    public async Task DeliverAsync()
    {
        do
        {
            while (await Get<WebhookPump>().PumpAsync(CancellationToken.None))
            {
                // There is more.
            }
        }
        while (await SendAsync());
    }

    /// <summary>The deliveries of a webhook, oldest first.</summary>
    public async Task<List<WebhookDelivery>> DeliveriesAsync(long webhook)
    {
        await using var db = Open(People.Board);
        return await db.WebhookDeliveries.Where(one => one.WebhookRow == webhook).OrderBy(one => one.Id).ToListAsync();
    }

    private async Task<bool> SendAsync()
    {
        var sends = await Get<WebhookSender>().SendAsync(CancellationToken.None);
        await Get<WebhookSender>().IdleAsync();
        return sends;
    }
}
