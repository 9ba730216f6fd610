using System.Reflection;
using Exams.Domain.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace Exams.Domain.Tests.Vocabulary;

public sealed class RoundTripTests
{
    // Characters of which words are made, so that random texts are words often enough to mean something.
    private static readonly Arbitrary<string> Almost =
        Gen.Elements("ABUSZaz0123456789 -:@.*é".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary();

    public static TheoryData<Type> Words => [.. typeof(CentreNumber).Assembly.GetTypes()
        .Where(type => type.IsValueType && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IVocabulary<>)))];

    [Theory]
    [MemberData(nameof(Words))]
    public void What_is_printed_is_read_back_as_the_same_word(Type word) => Check(nameof(RoundTrips), word);

    [Theory]
    [MemberData(nameof(Words))]
    public void Nothing_that_is_typed_makes_a_word_throw(Type word) => Check(nameof(Survives), word);

    private static void Check(string property, Type word) =>
        typeof(RoundTripTests).GetMethod(property, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(word).Invoke(null, null);

    private static void RoundTrips<T>()
        where T : struct, IVocabulary<T> =>
        Prop.ForAll(Almost, typed => !T.TryParse(typed, out var word) || (T.TryParse(word.ToString(), out var again) && again.Equals(word)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static void Survives<T>()
        where T : struct, IVocabulary<T> =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed => T.TryParse(typed, out var word) || word.Equals(default(T)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
