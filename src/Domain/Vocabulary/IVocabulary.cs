using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A word of the field that is parsed once, at the door; <see cref="object.ToString"/> gives its canonical text.</summary>
/// <typeparam name="TSelf">The word itself.</typeparam>
/// <remarks>The family lets one scalar, one column converter and one CSV reader serve every word.</remarks>
public interface IVocabulary<TSelf>
    where TSelf : struct, IVocabulary<TSelf>
{
    /// <summary>Reads a word; never throws, whatever a stranger typed.</summary>
    /// <param name="text">What was typed; null is simply not a word.</param>
    /// <param name="value">The word in canonical form.</param>
    /// <returns>Whether the text is such a word.</returns>
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf value);
}
