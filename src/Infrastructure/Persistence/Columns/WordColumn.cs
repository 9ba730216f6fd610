using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Exams.Infrastructure.Persistence.Columns;

/// <summary>A word of the vocabulary is kept as its canonical text, so that it sorts and compares as it is written.</summary>
/// <typeparam name="T">The word.</typeparam>
internal sealed class WordColumn<T>() : ValueConverter<T, string>(word => word.ToString()!, text => Read(text))
    where T : struct, IVocabulary<T>
{
    // Only what was once a word is ever written: anything else means that somebody changed the file by hand.
    private static T Read(string text) =>
        T.TryParse(text, out var word) ? word : throw new InvalidOperationException($"The database holds a {typeof(T).Name} that is none.");
}
