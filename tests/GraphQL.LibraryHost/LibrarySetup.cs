#if SAMPLE
using Exams.GraphQL.Configuration;
using Sample;

namespace Exams.GraphQL.LibraryHost;

/// <summary>How both schemas of the sample are set up.</summary>
internal static class LibrarySetup
{
    /// <summary>Registers the sample.</summary>
    public static IRequestExecutorBuilder AddLibrary(this IRequestExecutorBuilder builder) => builder
        .UseProfile(EngineProfile.Reference)
        .ModifyValidation(v => v with { RefuseNullableInEveryOneOf = true })
        .ModifyEngine(e => e with { StandardCodes = true })
        .AddSampleTypes()
        .AddAuthorization()
        .AddFiltering()
        .AddSorting()
        .AddProjections()
        .AddGlobalObjectIdentification()
        .AddInMemorySubscriptions()
        .RegisterDbContextFactory<LibraryContext>()
        .AddErrorFilter<LibraryErrorFilter>()
        .ModifyOptions(o => (o.EnableOneOf, o.Directives) = (true, DirectiveListing.Package))
        .ModifyRequestOptions(o => o.IncludeExceptionDetails = Environment.GetEnvironmentVariable("DETAILS") == "1");

    private static IRequestExecutorBuilder AddSampleTypes(this IRequestExecutorBuilder builder) => builder.AddTypes(typeof(Book).Assembly);
}
#endif
