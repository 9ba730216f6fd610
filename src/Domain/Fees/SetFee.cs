using Exams.Domain.Audit;
using Exams.Domain.Estimates;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Fees;

/// <summary>The board sets a line of the fee list, or another price on one.</summary>
/// <remarks>What was charged before stays as it was charged.</remarks>
public sealed class SetFee(IFeeStore store, TimeProvider clock)
{
    /// <summary>What the board asks for.</summary>
    /// <param name="Series">The series.</param>
    /// <param name="Tier"><see cref="EntryTier.OnTime"/> for the entry itself; a later tier for what is added.</param>
    /// <param name="Amount">How much, in the currency's unit, with two decimals at most.</param>
    /// <param name="Currency">The currency.</param>
    /// <param name="Qualification">Only for syllabuses of this qualification; null for any.</param>
    /// <param name="Syllabus">Only for this syllabus; null for any.</param>
    public sealed record Request(
        Series Series, EntryTier Tier, decimal Amount, CurrencyCode Currency, QualificationCode? Qualification = null, SyllabusCode? Syllabus = null);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The fee, or the refusal.</returns>
    public async Task<Outcome<Fee>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.IsBoard)
        {
            return new BoardOnly();
        }

        if (request.Amount is < 0 or > Fee.MostHundredths / 100m || decimal.Truncate(request.Amount * 100) != request.Amount * 100)
        {
            return new FeeOutOfRange();
        }

        var price = new Money((long)(request.Amount * 100), request.Currency);
        var wish = new Fee(request.Series, request.Tier, price, request.Qualification, request.Syllabus);
        return await store.SetAsync(wish, facts => Decide(wish, facts, caller, clock.GetUtcNow()), ct);
    }

    private static Outcome<FeeChange> Decide(Fee wish, FeeFacts facts, Caller caller, DateTimeOffset at)
    {
        if (Against(wish, facts) is { } refusal)
        {
            return refusal;
        }

        var fee = facts.Standing ?? wish;
        if (fee != wish && fee.Price == wish.Price)
        {
            return new FeeChange(fee, [], []);
        }

        fee.Reprice(wish.Price);
        return new FeeChange(
            fee,
            [new NewsItem(NewsType.FeeSet, at) { Series = fee.Series, Qualification = fee.Qualification, Syllabus = fee.Syllabus }],
            [new AuditRecord(at, caller, AuditAction.FeeSet) { Series = fee.Series, Detail = $"{fee.Tier} {fee.Price} {fee.Qualification}{fee.Syllabus}".TrimEnd() }]);
    }

    private static Refusal? Against(Fee wish, FeeFacts facts) =>
        !facts.SeriesIsKnown ? new SeriesNotFound(wish.Series)
        : !facts.QualificationIsKnown ? new QualificationNotFound([wish.Qualification!.Value])
        : wish.Syllabus is not { } code ? null
        : facts.Syllabus is not { } syllabus ? new SyllabusUnknown(code)
        : wish.Qualification is { } other && other != syllabus.Qualification ? new FeeForOtherQualification(code, syllabus.Qualification)
        : null;
}
