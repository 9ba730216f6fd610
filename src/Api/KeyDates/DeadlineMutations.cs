using Exams.Api.Centres;
using Exams.Domain.KeyDates;

namespace Exams.Api.KeyDates;

/// <summary>A deadline to set, or to move. It is the one for this series, kind, tier, zone and these very countries.</summary>
/// <param name="Series">The series.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Tier">Which fee it is the end of; ON_TIME for estimated entries.</param>
/// <param name="At">The last instant that is still in time, to the second, with an offset or Z. It must be still to come.</param>
/// <param name="Zone">Only for centres of this administrative zone, 1 to 6; for all when left out.</param>
/// <param name="Countries">Only for centres of these countries, as they stand at the centres; for all when left out.</param>
public sealed record SetDeadlineInput(
    Series Series, DeadlineKind Kind, EntryTier Tier, DateTimeOffset At, int? Zone, IReadOnlyList<DisplayName>? Countries);

/// <summary>What became of a deadline.</summary>
/// <param name="Deadline">The deadline as it is now; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record DeadlinePayload(Deadline? Deadline, IReadOnlyList<UserError> Errors);

/// <summary>Setting deadlines.</summary>
[MutationType]
public static class DeadlineMutations
{
    /// <summary>Sets a deadline of a series, or moves it. One that has passed can be moved, too: what it had closed is open again. Entries that came in keep their tier.
    /// Whoever reads what the board publishes is told (DEADLINE_SET), unless it was so already. Codes: BOARD_ONLY, SERIES_NOT_FOUND, ZONE_NOT_FOUND,
    /// ESTIMATES_NEVER_LATE, DEADLINE_IN_PAST, DEADLINE_OUT_OF_ORDER.</summary>
    [Authorize(Policy = Permission.CatalogueWrite)]
    public static async Task<DeadlinePayload> SetDeadlineAsync(SetDeadlineInput input, SetDeadline verb, CurrentCaller current, CancellationToken ct)
    {
        Zone? zone = null;
        if (input.Zone is { } number)
        {
            if (!Domain.Vocabulary.Zone.TryCreate(number, out var one))
            {
                return new DeadlinePayload(null, [new UserError(new ZoneNotFound(number), input)]);
            }

            zone = one;
        }

        return (await verb.RunAsync(new(input.Series, input.Kind, input.Tier, input.At, zone, input.Countries), current.Caller, ct))
            .Present<Deadline, DeadlinePayload>(input, (done, errors) => new(done, errors));
    }
}
