using Exams.Infrastructure.Documents.Pango;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>Draws a statement of entry on one A4 page: who it is for, what <see cref="StatementTables"/> says, and a line to sign on.</summary>
internal static class StatementPage
{
    private const double Left = SheetPage.Left;
    private const double Width = SheetPage.Width;
    private const double FirstWidth = 320;
    private const double Second = Left + 340;
    private const double SecondWidth = Width - 340;
    private const double NameBaseline = 186;
    private const double FactsTop = 228;
    private const double BornWidth = 140;
    private const double GenderLeft = Left + 160;
    private const double GenderWidth = 140;
    private const double TablesTop = 252;
    private const double CheckBaseline = PdfDocument.Height - 112;
    private const double SignLine = PdfDocument.Height - 66;
    private const double SignWidth = 300;
    private const double DateLeft = Left + SignWidth + 24;

    private static readonly TextStyle Title = new(Face.Bold, 22);
    private static readonly TextStyle Lead = new(Face.Regular, 10.5);
    private static readonly TextStyle Label = new(Face.Regular, 8.5);
    private static readonly TextStyle Value = new(Face.Regular, 11);

    private static readonly double[] NameSizes = [18, 15, 12, 10];
    private static readonly double[] NumberSizes = [18];
    private static readonly double[] FactSizes = [11, 9, 8];

    /// <summary>Draws what the statements of a centre share.</summary>
    public static void DrawGround(Canvas canvas, StatementGround ground)
    {
        var words = ground.Words;
        canvas.Text(words.Title, Title, Ink.Navy, Left, 76, Width);
        canvas.Text(words.Lead, Lead, Ink.Grey, Left, 95, Width);
        canvas.Rule(Ink.Navy, Left, 108, Width, 2);

        canvas.Text(words.Centre, Label, Ink.Grey, Left, 128, FirstWidth);
        canvas.Text(ground.Centre, Value, Ink.Black, Left, 143, FirstWidth);
        canvas.Text(words.Series, Label, Ink.Grey, Second, 128, SecondWidth);
        canvas.Text(ground.Series, Value, Ink.Black, Second, 143, SecondWidth);
        canvas.Text(words.Name, Label, Ink.Grey, Left, 166, FirstWidth);
        canvas.Text(words.Number, Label, Ink.Grey, Second, 166, SecondWidth);
        canvas.Text(words.Born, Label, Ink.Grey, Left, FactsTop, BornWidth);
        canvas.Text(words.Gender, Label, Ink.Grey, GenderLeft, FactsTop, GenderWidth);
        canvas.Text(words.Uci, Label, Ink.Grey, Second, FactsTop, SecondWidth);

        canvas.Text(words.Check, Value, Ink.Black, Left, CheckBaseline, Width);
        canvas.Rule(Ink.Black, Left, SignLine, SignWidth, 0.8);
        canvas.Text(words.Signature, Label, Ink.Grey, Left, SignLine + 13, SignWidth);
        canvas.Rule(Ink.Black, DateLeft, SignLine, Left + Width - DateLeft, 0.8);
        canvas.Text(words.Date, Label, Ink.Grey, DateLeft, SignLine + 13, Left + Width - DateLeft);
    }

    /// <summary>Draws what is the candidate's own.</summary>
    public static Drawn DrawOwn(Canvas canvas, PreparedStatement statement)
    {
        var name = canvas.Fit(statement.Name.Text, Face.Regular, NameSizes, Left, NameBaseline, FirstWidth, maxLines: 2);
        canvas.Fit(statement.Number, Face.Bold, NumberSizes, Second, NameBaseline, SecondWidth);
        canvas.Fit(statement.Born, Face.Regular, FactSizes, Left, FactsTop + 15, BornWidth);
        canvas.Fit(statement.Gender, Face.Regular, FactSizes, GenderLeft, FactsTop + 15, GenderWidth);
        canvas.Fit(statement.Uci, Face.Regular, FactSizes, Second, FactsTop + 15, SecondWidth);
        var isCut = StatementTables.Draw(canvas, statement, TablesTop, CheckBaseline - 24);
        return new Drawn(name.IsShortened, name.HasMissing, isCut);
    }
}
