using Exams.Infrastructure.Documents.Pango;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>Draws a sheet on one A4 page: who it is for, the credentials in a frame, and below it what <see cref="SheetGuide"/> says.</summary>
/// <remarks>Everything stands at the same place on every sheet of a centre, whatever the name: what is shared is drawn first, and the
/// candidate's own facts are set into it.</remarks>
internal static class SheetPage
{
    /// <summary>Left edge of everything, points.</summary>
    public const double Left = 54;

    /// <summary>Width of everything, points.</summary>
    public const double Width = PdfDocument.Width - (2 * Left);

    private const double FirstWidth = 320;
    private const double Second = Left + 340;
    private const double SecondWidth = Width - 340;
    private const double NameBaseline = 190;
    private const double BoxTop = 228;
    private const double BoxHeight = 104;
    private const double Inset = 16;
    private const double CredentialBaseline = BoxTop + 85;
    private const double CredentialWidth = (Width - (3 * Inset)) / 2;
    private const double PasswordLeft = Left + (2 * Inset) + CredentialWidth;

    private static readonly TextStyle Title = new(Face.Bold, 22);
    private static readonly TextStyle Lead = new(Face.Regular, 10.5);
    private static readonly TextStyle Label = new(Face.Regular, 8.5);
    private static readonly TextStyle Value = new(Face.Regular, 11);
    private static readonly TextStyle Issue = new(Face.Bold, 13);
    private static readonly TextStyle Address = new(Face.Bold, 13);
    private static readonly TextStyle LongAddress = new(Face.Bold, 9);

    // 18 points is easy to find in a pile; at 10 a name of 60 letters has long fitted.
    private static readonly double[] NameSizes = [18, 15, 12, 10];
    private static readonly double[] NumberSizes = [18];
    private static readonly double[] CredentialSizes = [16, 13, 10, 8];

    /// <summary>Draws what the sheets of a centre share.</summary>
    /// <returns>True when release lines had to be left out.</returns>
    public static bool DrawGround(Canvas canvas, SheetGround ground)
    {
        var words = ground.Words;
        canvas.Text(words.Title, Title, Ink.Navy, Left, 76, Width - 80);
        if (words.Issue is not null)
            canvas.TextRight(words.Issue, Issue, Ink.Navy, Left + Width, 76, 80);
        canvas.Text(words.Lead, Lead, Ink.Grey, Left, 95, Width);
        canvas.Rule(Ink.Navy, Left, 108, Width, 2);

        canvas.Text(words.Centre, Label, Ink.Grey, Left, 130, FirstWidth);
        canvas.Text(ground.Centre, Value, Ink.Black, Left, 145, FirstWidth);
        canvas.Text(words.Series, Label, Ink.Grey, Second, 130, SecondWidth);
        canvas.Text(ground.Series, Value, Ink.Black, Second, 145, SecondWidth);
        canvas.Text(words.Name, Label, Ink.Grey, Left, 170, FirstWidth);
        canvas.Text(words.Number, Label, Ink.Grey, Second, 170, SecondWidth);

        const double width = Width - (2 * Inset);
        canvas.Box(Left, BoxTop, Width, BoxHeight);
        canvas.Text(words.Address, Label, Ink.Grey, Left + Inset, BoxTop + 19, width);
        var address = canvas.Shape(ground.Address, Address, width).IsShortened ? LongAddress : Address;
        canvas.Text(ground.Address, address, Ink.Navy, Left + Inset, BoxTop + 36, width);
        canvas.Text(words.Username, Label, Ink.Grey, Left + Inset, BoxTop + 64, CredentialWidth);
        canvas.Text(words.Password, Label, Ink.Grey, PasswordLeft, BoxTop + 64, CredentialWidth);
        return SheetGuide.Draw(canvas, ground, BoxTop + BoxHeight);
    }

    /// <summary>Draws what is the candidate's own.</summary>
    /// <returns>What was odd about the name.</returns>
    public static Fitted DrawOwn(Canvas canvas, PreparedSheet sheet)
    {
        var name = canvas.Fit(sheet.Name.Text, Face.Regular, NameSizes, Left, NameBaseline, FirstWidth, maxLines: 2, sheet.Language);
        canvas.Fit(sheet.Number, Face.Bold, NumberSizes, Second, NameBaseline, SecondWidth);
        canvas.Fit(sheet.Username, Face.Mono, CredentialSizes, Left + Inset, CredentialBaseline, CredentialWidth);
        canvas.Fit(PasswordGroups.Of(sheet.Password.Reveal()), Face.Mono, CredentialSizes, PasswordLeft, CredentialBaseline, CredentialWidth);
        return name;
    }
}
