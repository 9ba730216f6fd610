using Exams.Infrastructure.Documents.Sealing;

namespace Exams.Infrastructure.Documents;

/// <summary>A document being written. Until <see cref="Commit"/> nobody can open it, and disposing a draft that was not committed
/// deletes it.</summary>
public sealed class DocumentDraft : IDisposable
{
    private readonly FileStream _file;
    private readonly SealingStream _sealing;
    private readonly string _path;
    private readonly string _target;
    private bool _committed;

    internal DocumentDraft(FileStream file, SealHeader header, IDocumentKeys keys, string target)
    {
        _file = file;
        _path = file.Name;
        _sealing = new SealingStream(file, header, keys);
        _target = target;
    }

    /// <summary>Where the clear bytes go; what reaches the disk is sealed. Write-only.</summary>
    public Stream Content => _sealing;

    /// <summary>Clear bytes written so far: the size that a download will have.</summary>
    public long Length => _sealing.Length;

    /// <summary>Seals the end, waits for the disk and gives the document its name, replacing an older one of the same id.</summary>
    /// <exception cref="IOException">The disk refused; the draft is deleted on dispose.</exception>
    public void Commit()
    {
        _sealing.Complete();
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
        // Closed before it gets its name, or its first reader might meet the writer's lock.
        _sealing.Dispose();
        File.Move(_path, _target, overwrite: true);
        _committed = true;
    }

    /// <summary>Closes, and deletes what was not committed.</summary>
    public void Dispose()
    {
        // Deleted while it is still locked, so that no sweep and no second draft can meet it half-way.
        if (!_committed)
            File.Delete(_path);
        _sealing.Dispose();
    }
}
