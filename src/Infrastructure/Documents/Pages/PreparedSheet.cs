using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>A sheet whose every text can be printed. Made once, drawn twice (in the PDF and in the ZIP).</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Name">The name, cleaned.</param>
/// <param name="Username">The username.</param>
/// <param name="Password">The password.</param>
/// <param name="Language">Han preference, or null.</param>
/// <param name="Ground">What it shares with others.</param>
internal sealed record PreparedSheet(
    string Number, PrintableText Name, string Username, Secret Password, string? Language, SheetGround Ground) : IPage
{
    object IPage.Ground => Ground;

    SheetFault IPage.CutFault => SheetFault.ReleasesShortened;

    bool IPage.DrawGround(Canvas canvas) => SheetPage.DrawGround(canvas, Ground);

    Drawn IPage.DrawOwn(Canvas canvas)
    {
        var name = SheetPage.DrawOwn(canvas, this);
        return new Drawn(name.IsShortened, name.HasMissing, IsCut: false);
    }
}
