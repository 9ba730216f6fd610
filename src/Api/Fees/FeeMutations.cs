using Exams.Domain.Fees;
using Exams.Domain.KeyDates;

namespace Exams.Api.Fees;

/// <summary>A line of the fee list to set. It is the one for this series, tier, qualification and syllabus.</summary>
/// <param name="Series">The series.</param>
/// <param name="Tier">ON_TIME for the entry itself; a later tier for what being late adds.</param>
/// <param name="Amount">How much, in the currency's unit: 0 to 1,000,000, with two decimals at most.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Qualification">Only for syllabuses of this qualification; for all when left out.</param>
/// <param name="Syllabus">Only for this syllabus; for all when left out.</param>
public sealed record SetFeeInput(
    Series Series, EntryTier Tier, decimal Amount, CurrencyCode Currency, QualificationCode? Qualification, SyllabusCode? Syllabus);

/// <summary>What became of a fee.</summary>
/// <param name="Fee">The line as it is now; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record FeePayload(Fee? Fee, IReadOnlyList<UserError> Errors);

/// <summary>Setting fees.</summary>
[MutationType]
public static class FeeMutations
{
    /// <summary>Sets a line of the fee list of a series, or another price on it. What was charged before stays as it was charged. Whoever reads what the board
    /// publishes is told (FEE_SET), unless it was so already. Codes: BOARD_ONLY, SERIES_NOT_FOUND, QUALIFICATION_NOT_FOUND, SYLLABUS_UNKNOWN,
    /// FEE_FOR_OTHER_QUALIFICATION, FEE_OUT_OF_RANGE.</summary>
    [Authorize(Policy = Permission.CatalogueWrite)]
    public static async Task<FeePayload> SetFeeAsync(SetFeeInput input, SetFee verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Series, input.Tier, input.Amount, input.Currency, input.Qualification, input.Syllabus), current.Caller, ct))
            .Present<Fee, FeePayload>(input, (done, errors) => new(done, errors));
}
