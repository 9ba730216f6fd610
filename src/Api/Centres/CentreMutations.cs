using Exams.Domain.Centres;

namespace Exams.Api.Centres;

/// <summary>A new centre.</summary>
/// <param name="Number">Its number; it never changes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">Its country.</param>
/// <param name="Zone">Its administrative zone, 1 to 6.</param>
/// <param name="TimeZone">Where its clocks are.</param>
/// <param name="Qualifications">What it may enter candidates for.</param>
/// <param name="Wording">Which English its candidates' sheets are in.</param>
public sealed record CreateCentreInput(
    CentreNumber Number,
    DisplayName Name,
    DisplayName Country,
    int Zone,
    IanaTimeZone TimeZone,
    IReadOnlyList<QualificationCode> Qualifications,
    Wording Wording = Wording.EnGb);

/// <summary>A centre's details, all of them, as they shall be from now on.</summary>
/// <param name="Number">The centre.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">Its country.</param>
/// <param name="Zone">Its administrative zone, 1 to 6.</param>
/// <param name="TimeZone">Where its clocks are.</param>
/// <param name="Qualifications">What it may enter candidates for.</param>
/// <param name="ExpectedVersion">The version of the centre that you saw.</param>
/// <param name="Wording">Which English its candidates' sheets are in.</param>
public sealed record ChangeCentreInput(
    CentreNumber Number,
    DisplayName Name,
    DisplayName Country,
    int Zone,
    IanaTimeZone TimeZone,
    IReadOnlyList<QualificationCode> Qualifications,
    int ExpectedVersion,
    Wording Wording = Wording.EnGb);

/// <summary>What became of a change to a centre.</summary>
/// <param name="Centre">The centre as it is now; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record CentrePayload(Centre? Centre, IReadOnlyList<UserError> Errors);

/// <summary>Opening and changing centres.</summary>
[MutationType]
public static class CentreMutations
{
    /// <summary>Opens a centre. Codes: BOARD_ONLY, CENTRE_NUMBER_TAKEN, QUALIFICATION_NOT_FOUND, ZONE_NOT_FOUND.</summary>
    [Authorize(Policy = Permission.CentresWrite)]
    public static async Task<CentrePayload> CreateCentreAsync(
        CreateCentreInput input, CreateCentre verb, CurrentCaller current, CancellationToken ct)
    {
        if (!Zone.TryCreate(input.Zone, out var zone))
        {
            return new CentrePayload(null, [new UserError(new ZoneNotFound(input.Zone), input)]);
        }

        var details = new CentreDetails(input.Name, input.Country, zone, input.TimeZone, input.Wording, input.Qualifications);
        return (await verb.RunAsync(new(input.Number, details), current.Caller, ct)).Present<Centre, CentrePayload>(input, (done, errors) => new(done, errors));
    }

    /// <summary>Changes a centre's details. Codes: BOARD_ONLY, CENTRE_NOT_FOUND, VERSION_STALE, QUALIFICATION_NOT_FOUND, ZONE_NOT_FOUND.</summary>
    [Authorize(Policy = Permission.CentresWrite)]
    public static async Task<CentrePayload> ChangeCentreAsync(
        ChangeCentreInput input, ChangeCentre verb, CurrentCaller current, CancellationToken ct)
    {
        if (!Zone.TryCreate(input.Zone, out var zone))
        {
            return new CentrePayload(null, [new UserError(new ZoneNotFound(input.Zone), input)]);
        }

        var details = new CentreDetails(input.Name, input.Country, zone, input.TimeZone, input.Wording, input.Qualifications);
        return (await verb.RunAsync(new(input.Number, details, input.ExpectedVersion), current.Caller, ct))
            .Present<Centre, CentrePayload>(input, (done, errors) => new(done, errors));
    }
}

/// <summary>There is no such zone.</summary>
/// <param name="Zone">What was asked for.</param>
public sealed record ZoneNotFound(int Zone) : Refusal("ZONE_NOT_FOUND", $"There is no zone {Zone}: zones are 1 to 6.", "zone");
