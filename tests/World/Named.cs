using Exams.Domain.Vocabulary;

namespace Exams.World;

/// <summary>Words of the field for tests, from their plain spelling. A wrong spelling is a wrong test, and throws.</summary>
public static class Named
{
    public static CentreNumber Centre(string text) => Word<CentreNumber>(text);

    public static CandidateNumber Candidate(string text) => Word<CandidateNumber>(text);

    public static Series Series(string text) => Word<Series>(text);

    public static SyllabusCode Syllabus(string text) => Word<SyllabusCode>(text);

    public static OptionCode Option(string text) => Word<OptionCode>(text);

    public static ComponentCode Component(string text) => Word<ComponentCode>(text);

    public static QualificationCode Qualification(string text) => Word<QualificationCode>(text);

    public static CandidateName Person(string text) => Word<CandidateName>(text);

    public static DisplayName Name(string text) => Word<DisplayName>(text);

    public static Grade Grade(string text) => Word<Grade>(text);

    public static Pum Pum(int mark) => Word<Pum>($"{mark}");

    public static Zone Zone(int number) => Word<Zone>($"{number}");

    public static ReleaseDelay Delay(int minutes) =>
        ReleaseDelay.TryCreate(minutes, out var delay) ? delay : throw new ArgumentException($"{minutes} is no delay.");

    /// <summary>An instant from its ISO 8601 spelling.</summary>
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static T Word<T>(string text)
        where T : struct, IVocabulary<T> =>
        T.TryParse(text, out var word) ? word : throw new ArgumentException($"\"{text}\" is no {typeof(T).Name}.");
}
