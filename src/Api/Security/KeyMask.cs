using Exams.Infrastructure.Security;

namespace Exams.Api.Security;

/// <summary>Has the engine hide the numbers of rows in ids and cursors. One of the few files that differ per engine (docs/adr/0001): elsewhere it is a serializer of ids.</summary>
/// <param name="services">Where the keys are; not opened before somebody asks for an id, so that printing the schema makes none.</param>
internal sealed class KeyMask(IServiceProvider services) : IKeyMask
{
    private readonly Lazy<NumberMask> _numbers = new(services.GetRequiredService<NumberMask>);

    /// <inheritdoc/>
    public long Hide(long number) => _numbers.Value.Hide(number);

    /// <inheritdoc/>
    public long Reveal(long mask) => _numbers.Value.Reveal(mask);
}
