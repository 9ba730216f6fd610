using System.Collections.Frozen;
using System.Globalization;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Documents.Texts;

/// <summary>The words of statements of entry, in each wording, compiled once.</summary>
internal sealed class StatementTexts
{
    private static readonly FrozenDictionary<string, object?> _nothing = FrozenDictionary<string, object?>.Empty;

    private readonly Dictionary<Wording, TextFile> _files = new()
    {
        [Wording.EnGb] = TextFile.Load("en-GB", "statement"),
        [Wording.EnUs] = TextFile.Load("en-US", "statement"),
    };

    /// <summary>What every statement of a wording says around its facts.</summary>
    public StatementWords Words(Wording wording)
    {
        var file = _files[wording];
        string Line(string part) => string.Join(' ', file.Lines(part, _nothing));
        return new StatementWords(
            Line("title"), Line("lead"), Line("centre"), Line("series"), Line("name"), Line("number"), Line("born"), Line("gender"), Line("uci"),
            Line("entries"), file.Lines("columns", _nothing), Line("exams"), Line("noExams"), Line("check"), Line("signature"), Line("date"));
    }

    /// <summary>Says that a page could not hold everything.</summary>
    public string More(Wording wording, int count) => string.Join(' ', _files[wording].Lines(
        "more", new Dictionary<string, object?> { ["count"] = count.ToString(CultureInfo.InvariantCulture) }));
}
