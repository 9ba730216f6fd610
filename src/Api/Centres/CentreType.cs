using Exams.Domain.Centres;

namespace Exams.Api.Centres;

/// <summary>A school, or another place, that enters candidates.</summary>
public sealed class CentreType : ObjectType<Centre>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Centre> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(centre => centre.Number);
        descriptor.Field(centre => centre.Name);
        descriptor.Field(centre => centre.Country);
        descriptor.Field(centre => centre.TimeZone);
        descriptor.Field(centre => centre.Wording);
        descriptor.Field(centre => centre.Qualifications);
        descriptor.Field(centre => centre.Version);
    }
}

/// <summary>Further fields of a centre.</summary>
[Node]
[ExtendObjectType<Centre>]
public static class CentreFields
{
    /// <summary>Finds a centre by its id.</summary>
    [NodeResolver]
    public static async Task<Centre?> GetCentreByIdAsync(long id, CurrentCaller current, CentreByIdDataLoader centres, CancellationToken ct) =>
        current.May(Permission.CentresRead) ? await centres.LoadAsync(id, ct) : null;

    /// <summary>The administrative zone, 1 to 6: it decides which option codes the centre uses.</summary>
    public static int GetZone([Parent] Centre centre) => centre.Zone.Number;
}

/// <summary>What centres can be searched by.</summary>
public sealed class CentreFilter : FilterInputType<Centre>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<Centre> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(centre => centre.Number);
        descriptor.Field(centre => centre.Country);
    }
}

/// <summary>What centres can be sorted by.</summary>
public sealed class CentreSort : SortInputType<Centre>
{
    /// <inheritdoc/>
    protected override void Configure(ISortInputTypeDescriptor<Centre> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(centre => centre.Number);
    }
}
