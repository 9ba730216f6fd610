using Exams.Infrastructure.Documents.Pango;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>The grounds of one document, each recorded when it is first needed.</summary>
/// <param name="press">The document's press.</param>
internal sealed class GroundForms(Press press) : IDisposable
{
    // Reissues and rare sets of qualifications make grounds of one page; a form that is let go was written to the document already.
    private const int MostKept = 64;

    private readonly Dictionary<SheetGround, (Form Form, bool IsCut)> _forms = [];

    /// <summary>Puts a ground on a page.</summary>
    /// <returns>True when release lines had to be left out.</returns>
    public bool Stamp(SheetGround ground, DrawingHandle page)
    {
        if (!_forms.TryGetValue(ground, out var kept))
        {
            if (_forms.Count >= MostKept)
                Dispose();
            kept = Record(ground);
            _forms.Add(ground, kept);
        }

        kept.Form.Stamp(page);
        return kept.IsCut;
    }

    /// <summary>Lets go of all forms.</summary>
    public void Dispose()
    {
        foreach (var kept in _forms.Values)
            kept.Form.Dispose();
        _forms.Clear();
    }

    private (Form Form, bool IsCut) Record(SheetGround ground)
    {
        var isCut = false;
        return (new Form(drawing => isCut = SheetPage.DrawGround(new Canvas(press, drawing), ground)), isCut);
    }
}
