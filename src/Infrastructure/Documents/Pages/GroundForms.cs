using Exams.Infrastructure.Documents.Pango;

namespace Exams.Infrastructure.Documents.Pages;

/// <summary>The grounds of one document, each recorded when it is first needed.</summary>
/// <param name="press">The document's press.</param>
internal sealed class GroundForms(Press press) : IDisposable
{
    // Reissues and rare sets of qualifications make grounds of one page; a form that is let go was written to the document already.
    private const int MostKept = 64;

    private readonly Dictionary<object, (Form Form, bool IsCut)> _forms = [];

    /// <summary>Puts a ground on a page.</summary>
    /// <returns>True when something had to be left out.</returns>
    public bool Stamp(IPage page, DrawingHandle drawing)
    {
        if (!_forms.TryGetValue(page.Ground, out var kept))
        {
            if (_forms.Count >= MostKept)
                Dispose();
            kept = Record(page);
            _forms.Add(page.Ground, kept);
        }

        kept.Form.Stamp(drawing);
        return kept.IsCut;
    }

    /// <summary>Lets go of all forms.</summary>
    public void Dispose()
    {
        foreach (var kept in _forms.Values)
            kept.Form.Dispose();
        _forms.Clear();
    }

    private (Form Form, bool IsCut) Record(IPage page)
    {
        var isCut = false;
        return (new Form(drawing => isCut = page.DrawGround(new Canvas(press, drawing))), isCut);
    }
}
