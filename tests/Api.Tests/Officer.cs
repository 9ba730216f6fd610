using System.Text.Json.Nodes;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>What an officer does in many tests.</summary>
internal static class Officer
{
    public const string Set = "mutation($input: SetResultsAccessInput!) { setResultsAccess(input: $input) { issued resultsAccess { version } errors { code message path } } }";

    private const string Documents =
        "query($centre: CentreNumber!) { resultsAccess(centre: $centre, series: \"2026-06\") { documents(first: 1) { nodes { state stateReason total pdf { id url bytes } zip { id url bytes } } } } }";

    /// <summary>Signs in and gives back a client with the token.</summary>
    public static async Task<ApiClient> SignedInAsync(this RunningService service, string username)
    {
        var password = await People.ResetAsync(service, username);
        using var nobody = service.Nobody;
        var payload = await nobody.DoAsync(
            "mutation($input: SignInInput!) { signIn(input: $input) { session { token } errors { code } } }", new { username, password });
        return new ApiClient(service.Address, payload["session"]!["token"]!.GetValue<string>());
    }

    /// <summary>Confirms access for all candidates of a centre.</summary>
    public static Task<JsonObject> ConfirmAsync(this ApiClient officer, string centre = DemoBoard.Centre, int version = 0, int delayMinutes = 0) => officer.DoAsync(Set, new
    {
        centre,
        series = DemoBoard.Series,
        status = "ALL",
        expectedVersion = version,
        queriesAccepted = true,
        contact = new { name = "Exams Office", email = "office@example.org" },
        delayMinutes,
    });

    /// <summary>The newest documents, once they are ready.</summary>
    public static async Task<JsonObject> ReadyAsync(this ApiClient officer, string centre = DemoBoard.Centre)
    {
        for (var i = 0; ; i++)
        {
            var data = await officer.DataAsync(Documents, new { centre });
            var newest = data["resultsAccess"]!["documents"]!["nodes"]![0]!.AsObject();
            if (newest["state"]!.GetValue<string>() == "READY")
            {
                return newest;
            }

            newest["state"]!.GetValue<string>().Should().NotBe("WAITING", "printing must be possible: {0}", newest["stateReason"]);
            i.Should().BeLessThan(600, "the documents must become ready: {0}", newest.ToJsonString());
            await Task.Delay(100);
        }
    }
}
