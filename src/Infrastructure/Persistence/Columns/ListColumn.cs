using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Exams.Infrastructure.Persistence.Columns;

/// <summary>A short list of words is kept as one text, joined by semicolons, as the board's files have it: no word in a list has one.</summary>
/// <typeparam name="T">The word.</typeparam>
internal sealed class ListColumn<T>() : ValueConverter<IReadOnlyList<T>, string>(words => string.Join(';', words), text => Read(text))
    where T : struct, IVocabulary<T>
{
    private static IReadOnlyList<T> Read(string text) =>
    [
        .. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => T.TryParse(one, out var word)
            ? word
            : throw new InvalidOperationException($"The database holds a {typeof(T).Name} that is none.")),
    ];

    /// <summary>Two lists are the same when their words are.</summary>
    internal sealed class Comparer() : ValueComparer<IReadOnlyList<T>>(
        (one, other) => one!.SequenceEqual(other!), words => words.Count, words => words);
}
