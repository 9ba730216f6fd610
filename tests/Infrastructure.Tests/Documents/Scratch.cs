using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Tests.Documents;

/// <summary>A data folder, a key ring and a clock for one test.</summary>
internal sealed class Scratch : TimeProvider, IDocumentKeys, IDisposable
{
    private readonly Dictionary<int, byte[]> _keys = new() { [1] = [.. Enumerable.Range(1, 32).Select(b => (byte)b)] };

    public Scratch()
    {
        DataFolder = Directory.CreateTempSubdirectory("exams-documents-").FullName;
        Now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    }

    public string DataFolder { get; }

    public string DocumentsFolder => Path.Combine(DataFolder, "documents");

    public DateTimeOffset Now { get; set; }

    public int CurrentVersion { get; private set; } = 1;

    public DocumentFiles Files => new(new DocumentsOptions { DataFolder = DataFolder }, this, this);

    public ReadOnlyMemory<byte> Find(int version) => _keys.GetValueOrDefault(version);

    public void Rotate() => _keys[++CurrentVersion] = [.. Enumerable.Range(CurrentVersion * 40, 32).Select(b => (byte)b)];

    public void Lose(int version) => _keys.Remove(version);

    public override DateTimeOffset GetUtcNow() => Now;

    public Guid Store(byte[] content, DateTimeOffset? expiresAt = null)
    {
        var id = new Guid(Directory.Exists(DocumentsFolder) ? Directory.GetFiles(DocumentsFolder).Length + 1 : 1, 0, 0, new byte[8]);
        using var draft = Files.Begin(id, expiresAt ?? Now.AddDays(14));
        draft.Content.Write(content);
        draft.Commit();
        return id;
    }

    public string PathOf(Guid id) => Path.Combine(DocumentsFolder, $"{id:N}.sealed");

    public void Dispose() => Directory.Delete(DataFolder, recursive: true);
}
