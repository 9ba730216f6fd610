using Exams.Infrastructure.Documents.Texts;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>A statement whose every text can be printed.</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Name">The name, cleaned.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="Gender">Gender.</param>
/// <param name="Uci">Identifier.</param>
/// <param name="Entries">The entries.</param>
/// <param name="Exams">The exams.</param>
/// <param name="Ground">What it shares with others.</param>
/// <param name="More">Says that so many lines do not fit.</param>
internal sealed record PreparedStatement(
    string Number, PrintableText Name, string Born, string Gender, string Uci, IReadOnlyList<StatementEntry> Entries,
    IReadOnlyList<StatementExam> Exams, StatementGround Ground, Func<int, string> More) : IPage
{
    object IPage.Ground => Ground;

    SheetFault IPage.CutFault => SheetFault.EntriesShortened;

    bool IPage.DrawGround(Canvas canvas)
    {
        StatementPage.DrawGround(canvas, Ground);
        return false;
    }

    Drawn IPage.DrawOwn(Canvas canvas) => StatementPage.DrawOwn(canvas, this);
}

/// <summary>What the statements of a centre share. One instance serves all of them, so it is compared by reference.</summary>
/// <param name="words">The sentences.</param>
/// <param name="centre">Centre number and name on one line.</param>
/// <param name="series">The series as displayed.</param>
internal sealed class StatementGround(StatementWords words, string centre, string series)
{
    /// <summary>The sentences.</summary>
    public StatementWords Words => words;

    /// <summary>Centre number and name on one line.</summary>
    public string Centre => centre;

    /// <summary>The series as displayed.</summary>
    public string Series => series;
}
