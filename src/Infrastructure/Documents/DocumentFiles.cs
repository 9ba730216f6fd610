using System.Security.Cryptography;
using Exams.Infrastructure.Documents.Sealing;
using Microsoft.Win32.SafeHandles;

namespace Exams.Infrastructure.Documents;

/// <summary>The sealed files under <c>EXAMS_DATA/documents</c>: <c>{id}.sealed</c>, and <c>{id}.draft</c> while one is being written.
/// Nothing in this folder is ever in the clear.</summary>
/// <param name="options">Where the data folder is.</param>
/// <param name="keys">The key ring.</param>
/// <param name="clock">Decides what has expired.</param>
public sealed class DocumentFiles(DocumentsOptions options, IDocumentKeys keys, TimeProvider clock)
{
    // A draft is created first and locked a moment later; younger ones are left alone for that moment.
    private static readonly TimeSpan DraftGrace = TimeSpan.FromMinutes(1);

    private readonly string _folder = Path.Combine(options.DataFolder, "documents");

    /// <summary>The id of a document by the name under which it is fetched.</summary>
    /// <param name="name">32 hexadecimal digits, as minted.</param>
    /// <returns>The id.</returns>
    /// <exception cref="FormatException">It is no such name.</exception>
    public static Guid IdOf(string name) => Guid.ParseExact(name, "N");

    /// <summary>Begins a document.</summary>
    /// <param name="document">Its id; an existing document of the same id stays readable until the draft is committed.</param>
    /// <param name="expiresAt">From this instant on it is gone (whole seconds count).</param>
    /// <returns>The draft; dispose it in any case.</returns>
    /// <exception cref="IOException">The disk refused, or another process is writing the same document.</exception>
    public DocumentDraft Begin(Guid document, DateTimeOffset expiresAt)
    {
        Directory.CreateDirectory(_folder);
        var how = new FileStreamOptions
        {
            // Opening, not creating: what a killed run left behind under this name is overwritten, once nobody holds it.
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Draft(document), how);
        try
        {
            file.SetLength(0);
            return new DocumentDraft(file, SealHeader.Fresh(keys.CurrentVersion, expiresAt, document), keys, Target(document));
        }
        catch
        {
            File.Delete(file.Name);
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a document for reading at any position.</summary>
    /// <param name="document">Its id.</param>
    /// <returns>The clear content, seekable; null when it does not exist or has expired.</returns>
    /// <exception cref="CryptographicException">The file is not what was sealed, or its key is gone.</exception>
    public Stream? Open(Guid document)
    {
        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(Target(document), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            var header = ReadHeader(file);
            if (header is null || header.Document != document)
                throw new CryptographicException("The file is not the sealed document of this id.");
            if (header.ExpiresAt > clock.GetUtcNow())
                return new UnsealingStream(file, header, keys);
            file.Dispose();
            return null;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Deletes a document. Deleting one that is not there is no error.</summary>
    /// <param name="document">Its id.</param>
    public void Delete(Guid document)
    {
        if (Directory.Exists(_folder))
            File.Delete(Target(document));
    }

    /// <summary>The documents that lie in the folder, whole; drafts are not among them.</summary>
    /// <returns>Their names, as minted.</returns>
    public IReadOnlyList<string> Names() => Directory.Exists(_folder)
        ? [.. Directory.EnumerateFiles(_folder, "*.sealed").Select(path => Path.GetFileNameWithoutExtension(path))]
        : [];

    /// <summary>Deletes what has expired and what killed runs left behind. Safe beside running drafts, of this process or another.</summary>
    /// <returns>How many files were deleted.</returns>
    public int Sweep()
    {
        if (!Directory.Exists(_folder))
            return 0;
        var swept = 0;
        foreach (var path in Directory.EnumerateFiles(_folder))
        {
            if (Path.GetExtension(path) switch { ".sealed" => SweepExpired(path), ".draft" => SweepAbandoned(path), _ => false })
                swept++;
        }

        return swept;
    }

    private static SealHeader? ReadHeader(SafeFileHandle file)
    {
        var bytes = new byte[SealHeader.Length];
        return RandomAccess.Read(file, bytes, 0) == bytes.Length ? SealHeader.Read(bytes) : null;
    }

    private bool SweepExpired(string path)
    {
        try
        {
            using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete))
            {
                if (ReadHeader(file) is not { } header || header.ExpiresAt > clock.GetUtcNow())
                    return false;
            }

            File.Delete(path);
            return true;
        }
        catch (IOException)
        {
            // Somebody else deleted or holds it; the next sweep will see.
            return false;
        }
    }

    private bool SweepAbandoned(string path)
    {
        try
        {
            if (File.GetLastWriteTimeUtc(path) > clock.GetUtcNow().UtcDateTime - DraftGrace)
                return false;
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            File.Delete(path);
            return true;
        }
        catch (IOException)
        {
            // Locked by the run that writes it.
            return false;
        }
    }

    private string Draft(Guid document) => Path.Combine(_folder, $"{document:N}.draft");

    private string Target(Guid document) => Path.Combine(_folder, $"{document:N}.sealed");
}
