using System.Globalization;

namespace Exams.GraphQL.Execution.Documents;

/// <summary>Documents that clients may name instead of sending them: the files of a folder, read once. A file's name without
/// <c>.graphql</c> is its id, and so is the SHA-256 of its text. Ids are looked up among what was read, never on the disk.</summary>
public sealed class TrustedDocuments
{
    private const int MostDocuments = 10_000;
    private const long MostBytes = 64 * 1_048_576;
    private const string HashPrefix = "sha256:";
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<DocumentHash, ReadOnlyMemory<byte>> _byHash = [];

    private TrustedDocuments()
    {
    }

    /// <summary>The documents by the names of their files, without <c>.graphql</c>.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> ByName => _byName;

    /// <summary>Reads the folder; folders in it are passed over.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The documents.</returns>
    /// <exception cref="InvalidOperationException">The folder is not there, has no documents, has too many of them, or has a file that
    /// is named by a hash other than its own.</exception>
    public static TrustedDocuments Load(string folder) => Load(folder, MostDocuments, MostBytes);

    internal static TrustedDocuments Load(string folder, int mostDocuments, long mostBytes)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException($"There is no folder {folder} with trusted documents.");
        }

        var documents = new TrustedDocuments();
        var bytes = 0L;
        foreach (var file in Directory.EnumerateFiles(folder, "*.graphql").Order(StringComparer.Ordinal))
        {
            bytes += new FileInfo(file).Length;
            if (documents._byName.Count == mostDocuments || bytes > mostBytes)
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are too many trusted documents in {folder}: {mostDocuments} documents and {mostBytes} bytes are the most."));
            }

            documents.Add(file, File.ReadAllBytes(file));
        }

        return documents._byName.Count > 0 ? documents : throw new InvalidOperationException($"There are no trusted documents (*.graphql) in {folder}.");
    }

    /// <summary>Finds a document.</summary>
    /// <param name="id">The name of its file, or its SHA-256 in hexadecimal digits, with or without <c>sha256:</c> before it.</param>
    /// <param name="text">Its text.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(string id, out ReadOnlyMemory<byte> text)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _byName.TryGetValue(id, out text) || (TryHash(id, out var hash) && TryFind(hash, out text));
    }

    internal bool TryFind(DocumentHash hash, out ReadOnlyMemory<byte> text) => _byHash.TryGetValue(hash, out text);

    internal static bool TryHash(string id, out DocumentHash hash) =>
        DocumentHash.TryParse(id.StartsWith(HashPrefix, StringComparison.OrdinalIgnoreCase) ? id[HashPrefix.Length..] : id, out hash);

    private void Add(string file, byte[] text)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var hash = DocumentHash.Of(text);
        if (TryHash(name, out var claimed) && claimed != hash)
        {
            throw new InvalidOperationException($"The trusted document {file} is named by a SHA-256 that is not its own.");
        }

        _byName.Add(name, text);
        _byHash[hash] = text;
    }
}
