using Exams.Rehearsal;

namespace Exams.Api.Tests;

/// <summary>Zones are 1 to 6; another is refused at the door, and nothing is opened or changed.</summary>
public sealed class ZoneTests
{
    private const string SignIn = "mutation($input: SignInInput!) { signIn(input: $input) { session { token } errors { code } } }";
    private const string Create = "mutation($input: CreateCentreInput!) { createCentre(input: $input) { centre { number } errors { code path } } }";
    private const string Centres = "{ centres(first: 5) { nodes { number } } }";

    [Theory]
    [InlineData(0, "ZONE_NOT_FOUND")]
    [InlineData(7, "ZONE_NOT_FOUND")]
    [InlineData(6, "")]
    public async Task A_centre_is_opened_only_in_a_zone_that_there_is(int zone, string refusal)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var service = await RunningService.StartAsync();
        var password = await People.AddAsync(service, "board", "BOARD");
        using var nobody = service.Nobody;
        var session = await nobody.DoAsync(SignIn, new { username = "board", password }, ct);
        using var board = new ApiClient(service.Address, (string)session["session"]!["token"]!);

        var code = await board.RefusalAsync(
            Create,
            new { number = "US777", name = "Palm", country = "US", zone, timeZone = "America/New_York", wording = "EN_US", qualifications = Array.Empty<string>() },
            ct);

        code.Should().Be(refusal);
        var centres = (await board.DataAsync(Centres, ct: ct))["centres"]!["nodes"]!.AsArray();
        centres.Should().HaveCount(refusal.Length == 0 ? 1 : 0);
    }
}
