using System.Text;

namespace Exams.Infrastructure.Loading;

/// <summary>Text that can be read again from a place that was kept.</summary>
internal sealed class RereadText(TextReader text)
{
    private readonly StringBuilder _kept = new();
    private string _again = "";
    private int _at;
    private bool _keeps;

    /// <summary>The next character without taking it; below zero at the end.</summary>
    public int Peek() => _at < _again.Length ? _again[_at] : text.Peek();

    /// <summary>Takes the next character; below zero at the end.</summary>
    public int Read()
    {
        var one = _at < _again.Length ? _again[_at++] : text.Read();
        if (_keeps && one >= 0)
            _kept.Append((char)one);
        return one;
    }

    /// <summary>Keeps this place.</summary>
    public void Keep()
    {
        _kept.Clear();
        _keeps = true;
    }

    /// <summary>Lets go of the place that was kept.</summary>
    public void Forget() => _keeps = false;

    /// <summary>Goes back to the place that was kept.</summary>
    public void GoBack()
    {
        _again = string.Concat(_kept.ToString(), _again.AsSpan(_at));
        _at = 0;
        _keeps = false;
    }
}
