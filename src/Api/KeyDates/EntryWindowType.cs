using Exams.Domain.KeyDates;

namespace Exams.Api.KeyDates;

/// <summary>How entries of a series stand for a centre now, by the server's clock.</summary>
public sealed class EntryWindowType : ObjectType<EntryWindow>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<EntryWindow> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(window => window.IsOpen);
        descriptor.Field(window => window.Tier);
        descriptor.Field(window => window.TierEndsAt);
        descriptor.Field(window => window.NextTier);
        descriptor.Field(window => window.ClosesAt);
    }
}
