using Exams.Domain.Receipts;
using Exams.GraphQL.Types.Scalars;

namespace Exams.Api.Idempotency;

/// <summary><c>@idempotent(key:)</c> at a mutation: it is done once for each key, however often it is sent. The engine's side of it;
/// one of the few files that differ per engine (docs/adr/0001).</summary>
internal sealed class IdempotentDirective : FieldDirective
{
    private const int HoursPromised = 24;

    /// <inheritdoc/>
    public override Directive Definition { get; } = new("idempotent", ["FIELD"])
    {
        Description = "At a field of Mutation: does it once for each key of yours, however often it is sent. The same key with the same input is answered with "
            + "what was answered first, and extensions.idempotentReplay is true; objects in it are as they are now. With another input it is refused: "
            + $"IDEMPOTENCY_KEY_USED. Of two at once the second waits for the first. Keys are kept for at least {HoursPromised} hours; a request that failed "
            + "unexpectedly did nothing, and its key is free. Codes of errors: IDEMPOTENCY_KEY_USED, IDEMPOTENCY_KEY_MALFORMED, IDEMPOTENCY_NOT_OFFERED, "
            + "IDEMPOTENCY_ANSWER_FORGOTTEN (the service has changed since), IDEMPOTENCY_KEYS_EXHAUSTED (as much is kept for you as there may be in a day: nothing was done, "
            + "and extensions.retryAfter says how many seconds to wait; without a key you can go on).",
        Arguments =
        [
            new InputField("key", new NonNullType(SpecifiedScalars.String))
            {
                Description = $"A key of your own for this request, such as a UUID: 1 to {ReceiptKey.MostCharacters} printable ASCII characters without spaces.",
            },
        ],
    };

    /// <inheritdoc/>
    public override async ValueTask<object?> ResolveAsync(
        IResolverContext context, IReadOnlyList<InputFieldValue> arguments, Func<ValueTask<object?>> next)
    {
        var field = context.Field;

        // Signing in and out needs no permission and is not a request to repeat.
        if (field.DeclaringType?.Name != "Mutation" || field.Authorize.Count == 0)
        {
            throw Fault("@idempotent stands at mutations that change the board's data, and nowhere else.", "IDEMPOTENCY_NOT_OFFERED");
        }

        var key = (string)arguments[0].Value!;
        if (!ReceiptKey.IsKey(key))
        {
            throw Fault($"A key has 1 to {ReceiptKey.MostCharacters} printable ASCII characters without spaces.", "IDEMPOTENCY_KEY_MALFORMED");
        }

        var input = field.Arguments.Select((_, place) => context.Argument(place)).Select(one => one.HasValue ? one.Value : null);
        var done = await context.Service<Once>().RunAsync(key, field.Name, input, next, context.RequestAborted);
        if (!done.IsDone(out var answered, out var refusal))
        {
            throw Fault(refusal.Message, refusal.Code, (refusal as TooManyKeys)?.RetryAfter);
        }

        if (answered.IsReplay)
        {
            context.Extend("idempotentReplay", true);
        }

        return answered.Payload;
    }

    private static GraphQLException Fault(string message, string code, TimeSpan? retryAfter = null)
    {
        var error = ErrorBuilder.New().SetMessage(message).SetCode(code);
        return new((retryAfter is { } wait ? error.SetExtension("retryAfter", Math.Ceiling(wait.TotalSeconds)) : error).Build());
    }
}
