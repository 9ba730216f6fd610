using System.IO.MemoryMappedFiles;

namespace Exams.GraphQL.Fuzz;

/// <summary>Remembers the case that is being tried where it outlives the process: a stack that overflows asks nobody.
/// A case that never ends is noticed here, too.</summary>
internal sealed class Watch : IDisposable
{
    private const int Longest = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly ITimer _timer;
    private readonly TimeProvider _clock;
    private readonly Action _hangs;
    private long _began;

    /// <summary>A watch over cases.</summary>
    /// <param name="path">The file that holds the case: its length, its target's name in 16 bytes, its texts.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="hangs">Called, from another thread, when a case takes a minute.</param>
    public Watch(string path, TimeProvider clock, Action hangs)
    {
        (_clock, _hangs) = (clock, hangs);
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, Longest + 64);
        _view = _file.CreateViewAccessor();
        _timer = clock.CreateTimer(_ => Look(), null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
    }

    /// <summary>A case begins.</summary>
    public void Begin(ITarget target, Case input)
    {
        var bytes = input.ToFile();
        _view.Write(0, bytes.Length);
        _view.WriteArray(4, System.Text.Encoding.ASCII.GetBytes(target.Name.PadRight(16)), 0, 16);
        _view.WriteArray(20, bytes, 0, Math.Min(bytes.Length, Longest));
        Volatile.Write(ref _began, _clock.GetTimestamp());
    }

    /// <summary>It came to its end.</summary>
    public void End() => Volatile.Write(ref _began, 0);

    public void Dispose()
    {
        _timer.Dispose();
        _view.Dispose();
        _file.Dispose();
    }

    private void Look()
    {
        var began = Volatile.Read(ref _began);
        if (began != 0 && _clock.GetElapsedTime(began) > Patience)
        {
            _hangs();
        }
    }
}
