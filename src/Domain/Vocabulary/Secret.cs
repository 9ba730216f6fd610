namespace Exams.Domain.Vocabulary;

/// <summary>Clear text that must not leave by accident: a minted password or a token.</summary>
/// <remarks>It has no text form and no value equality, so it cannot reach a log, an error or a payload unless somebody calls
/// <see cref="Reveal"/>, which is easy to search for.</remarks>
public sealed class Secret(string text)
{
    /// <summary>The clear text. Callers hand it to a hash, a seal or a printed page, and to nothing else.</summary>
    /// <returns>The text as minted or typed.</returns>
    public string Reveal() => text;

    /// <summary>Never the clear text.</summary>
    /// <returns>Three dots.</returns>
    public override string ToString() => "•••";
}
