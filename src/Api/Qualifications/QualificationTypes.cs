using Exams.Domain.Qualifications;

namespace Exams.Api.Qualifications;

/// <summary>A qualification that the board awards.</summary>
public sealed class QualificationType : ObjectType<Qualification>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Qualification> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(qualification => qualification.Code);
        descriptor.Field(qualification => qualification.Name);
    }
}

/// <summary>Further fields of a qualification.</summary>
[Node]
[ExtendObjectType<Qualification>]
public static class QualificationFields
{
    /// <summary>Finds a qualification by its id.</summary>
    [NodeResolver]
    public static async Task<Qualification?> GetQualificationByIdAsync(long id, CurrentCaller current, QualificationByIdDataLoader qualifications, CancellationToken ct) =>
        current.May(Permission.CatalogueRead) ? await qualifications.LoadAsync(id, ct) : null;

    /// <summary>The code of its grade scale: IGCSE, IGCSE91, OLEVEL, AS, A or PREU.</summary>
    public static string GetGradeScale([Parent] Qualification qualification) => qualification.Scale.Code;

    /// <summary>The grades it can award, best first.</summary>
    public static IReadOnlyList<Grade> GetGrades([Parent] Qualification qualification) => qualification.Scale.Grades;
}

/// <summary>A syllabus: what a candidate is entered for.</summary>
public sealed class SyllabusType : ObjectType<Syllabus>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Syllabus> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(syllabus => syllabus.Code);
        descriptor.Field(syllabus => syllabus.Title);
        descriptor.Field(syllabus => syllabus.IsOpenToPrivate);
    }
}

/// <summary>Further fields of a syllabus.</summary>
[Node]
[ExtendObjectType<Syllabus>]
public static class SyllabusFields
{
    /// <summary>Finds a syllabus by its id.</summary>
    [NodeResolver]
    public static async Task<Syllabus?> GetSyllabusByIdAsync(long id, CurrentCaller current, SyllabusByIdDataLoader syllabuses, CancellationToken ct) =>
        current.May(Permission.CatalogueRead) ? await syllabuses.LoadAsync(id, ct) : null;

    /// <summary>The qualification that the syllabus leads to.</summary>
    [Cost(Prices.OfBatch)]
    public static Task<Qualification> GetQualificationAsync(
        [Parent] Syllabus syllabus, QualificationByCodeDataLoader qualifications, CancellationToken ct) =>
        qualifications.LoadRequiredAsync(syllabus.Qualification, ct);

    /// <summary>The level at which it stands, named by the code of one qualification at that level. A candidate does not sit the same title twice at one level.</summary>
    [Cost(Prices.OfBatch)]
    public static async Task<QualificationCode> GetLevelAsync(
        [Parent] Syllabus syllabus, QualificationByCodeDataLoader qualifications, CancellationToken ct) =>
        (await qualifications.LoadRequiredAsync(syllabus.Qualification, ct)).Level;

    /// <summary>The syllabuses that a candidate may not take with it in one series.</summary>
    [Cost(Prices.OfBatch)]
    public static async Task<IReadOnlyList<SyllabusCode>> GetDisallowedWithAsync(
        [Parent] Syllabus syllabus, DisallowedWithDataLoader disallowed, CancellationToken ct) =>
        await disallowed.LoadAsync(syllabus.Code, ct) ?? [];
}

/// <summary>An option of a syllabus: one combination of components, for one series and one zone.</summary>
public sealed class EntryOptionType : ObjectType<EntryOption>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<EntryOption> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(option => option.Series);
        descriptor.Field(option => option.Option).Name("code");
        descriptor.Field(option => option.Components);
        descriptor.Field(option => option.CarryForward);
    }
}

/// <summary>Further fields of an option.</summary>
[Node]
[ExtendObjectType<EntryOption>]
public static class EntryOptionFields
{
    /// <summary>Finds an option by its id.</summary>
    [NodeResolver]
    public static async Task<EntryOption?> GetEntryOptionByIdAsync(long id, CurrentCaller current, EntryOptionByIdDataLoader options, CancellationToken ct) =>
        current.May(Permission.CatalogueRead) ? await options.LoadAsync(id, ct) : null;

    /// <summary>The zone in which the option is used, 1 to 6.</summary>
    public static int GetZone([Parent] EntryOption option) => option.Zone.Number;

    /// <summary>The syllabus.</summary>
    [Cost(Prices.OfBatch)]
    public static Task<Syllabus> GetSyllabusAsync([Parent] EntryOption option, SyllabusByCodeDataLoader syllabuses, CancellationToken ct) =>
        syllabuses.LoadRequiredAsync(option.Syllabus, ct);
}

/// <summary>What options can be searched by.</summary>
public sealed class EntryOptionFilter : FilterInputType<EntryOption>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<EntryOption> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(option => option.Syllabus);
        descriptor.Field(option => option.Option).Name("code");
    }
}
