namespace Exams.World;

/// <summary>A folder of one test, gone afterwards.</summary>
public sealed class ScratchFolder : IDisposable
{
    public ScratchFolder()
        : this(Directory.CreateTempSubdirectory("exams-world-").FullName)
    {
    }

    /// <summary>A folder that is there already.</summary>
    public ScratchFolder(string path) => Path = path;

    public string Path { get; }

    public string Data => Folder("data");

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
