using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Columns;

/// <summary>How every type of the vocabulary is kept. A new word needs no line here.</summary>
internal static class Conventions
{
    /// <summary>Registers the columns.</summary>
    /// <param name="configuration">The model's conventions.</param>
    /// <param name="ordinal">A collation that compares text byte by byte, so that grade <c>a</c> is not <c>A</c> (trap T18);
    /// null where the database does so anyway.</param>
    public static void Register(ModelConfigurationBuilder configuration, string? ordinal)
    {
        foreach (var word in typeof(IVocabulary<>).Assembly.GetTypes().Where(IsWord))
            Text(configuration.Properties(word).HaveConversion(typeof(WordColumn<>).MakeGenericType(word)), ordinal);
        foreach (var choice in typeof(IVocabulary<>).Assembly.GetTypes().Where(type => type.IsEnum && !type.IsDefined(typeof(FlagsAttribute), inherit: false)))
            Text(configuration.Properties(choice).HaveConversion<string>(), ordinal);
        Text(configuration.Properties<string>(), ordinal);
        Text(configuration.Properties<GradeScale>().HaveConversion<ScaleColumn>(), ordinal);
        Text(configuration.Properties<IReadOnlyList<QualificationCode>>().HaveConversion<ListColumn<QualificationCode>, ListColumn<QualificationCode>.Comparer>(), ordinal);
        Text(configuration.Properties<IReadOnlyList<CentreNumber>>().HaveConversion<ListColumn<CentreNumber>, ListColumn<CentreNumber>.Comparer>(), ordinal);
        Text(configuration.Properties<IReadOnlyList<CandidateNumber>>().HaveConversion<ListColumn<CandidateNumber>, ListColumn<CandidateNumber>.Comparer>(), ordinal);
        Text(configuration.Properties<IReadOnlyList<ComponentCode>>().HaveConversion<ListColumn<ComponentCode>, ListColumn<ComponentCode>.Comparer>(), ordinal);
        Text(configuration.Properties<IReadOnlyList<SyllabusCode>>().HaveConversion<ListColumn<SyllabusCode>, ListColumn<SyllabusCode>.Comparer>(), ordinal);
        Text(configuration.Properties<IReadOnlyList<DisplayName>>().HaveConversion<ListColumn<DisplayName>, ListColumn<DisplayName>.Comparer>(), ordinal);
        Text(configuration.Properties<IReadOnlyList<Permission>>().HaveConversion<ListColumn<Permission>, ListColumn<Permission>.Comparer>(), ordinal);
        configuration.Properties<Pum>().HaveConversion<PumColumn>();
        configuration.Properties<DateTimeOffset>().HaveConversion<InstantColumn>();
    }

    private static bool IsWord(Type type) =>
        type.IsValueType && type != typeof(Pum) && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IVocabulary<>));

    private static void Text(PropertiesConfigurationBuilder properties, string? ordinal)
    {
        if (ordinal is not null)
            properties.UseCollation(ordinal);
    }
}
